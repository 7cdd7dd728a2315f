import { parseArgs } from 'node:util';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { didYouMean } from '../scenario/suggest.ts';

interface OptionInfo {
  readonly type: 'boolean' | 'string';
  readonly multiple?: boolean;
  readonly short?: string;
}

/** Every option that some command takes. */
const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  seed: { type: 'string' },
  workload: { type: 'string' },
  phases: { type: 'string' },
  redundancy: { type: 'string' },
  signalling: { type: 'string' },
  cost: { type: 'string', multiple: true },
  format: { type: 'string' },
  incidents: { type: 'boolean' },
  kind: { type: 'string', multiple: true },
  core: { type: 'string' },
  replica: { type: 'string' },
  app: { type: 'string' },
  event: { type: 'string' },
  percent: { type: 'string' },
  search: { type: 'string' },
  out: { type: 'string', short: 'o' },
  what: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  at: { type: 'string' },
  width: { type: 'string' },
  axis: { type: 'string' },
  'close-gaps': { type: 'boolean' },
  fps: { type: 'string' },
  seconds: { type: 'string' },
  page: { type: 'string' },
  runs: { type: 'string' },
  targets: { type: 'string' },
  methods: { type: 'string' },
  comparison: { type: 'string' },
  'no-majority': { type: 'string' },
  'split-recovery': { type: 'string' },
  watchdog: { type: 'string' },
  'memory-isolation': { type: 'string' },
  flow: { type: 'string', multiple: true },
  shard: { type: 'string' },
  'stop-width': { type: 'string' },
  apps: { type: 'string' },
  'res-cores': { type: 'string' },
  cores: { type: 'string' },
  faults: { type: 'string' },
  pid: { type: 'string' },
  report: { type: 'boolean' },
  rule: { type: 'string' },
  clock: { type: 'string' },
  columns: { type: 'string' },
  timing: { type: 'string' },
  floor: { type: 'string' },
  gap: { type: 'string' },
  name: { type: 'string' },
  link: { type: 'boolean' },
  segments: { type: 'string' },
  simulate: { type: 'boolean' },
  csv: { type: 'boolean' },
  metric: { type: 'string' },
  'energy-weights': { type: 'string' },
  resume: { type: 'string' },
  lang: { type: 'string' },
} as const satisfies Record<string, OptionInfo>;

/** Name of an option, without `--`. */
export type OptionName = keyof typeof OPTIONS;

/** What was typed after the command's name. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<OptionName>;
  /** Values in the order in which they were typed. */
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
}

/** The last value of option `name`. */
export function lastValue({ values }: Arguments, name: OptionName): string | undefined {
  return values.get(name)?.at(-1);
}

/** Reads `args` of a command that takes `allowed` options; anything else is an error in one line. */
export function readArguments(
  args: readonly string[],
  allowed: readonly OptionName[],
): Result<Arguments, string> {
  const known: readonly OptionName[] = [...allowed, 'help'];
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const flags = new Set<OptionName>();
  const values = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const name = known.find(
      (option) => option === token.name || (token.rawName === '-h' && option === 'help'),
    );
    if (name === undefined) return err(unknownOption(token.rawName, known));
    const { type } = OPTIONS[name];
    if (type === 'string') {
      if (token.value === undefined) return err(`option --${name} needs a value`);
      values.set(name, [...(values.get(name) ?? []), token.value]);
    } else {
      if (token.value !== undefined) return err(`option --${name} takes no value`);
      flags.add(name);
    }
  }
  return ok({ operands, flags, values });
}

function unknownOption(rawName: string, known: readonly OptionName[]): string {
  const names = known.map((name) => `--${name}`);
  const hint = didYouMean(rawName, names);
  return `unknown option "${rawName}"${hint === '' ? `; known: ${names.join(', ')}` : hint}`;
}
