import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { indexLog } from '../../analysis/log/log-index.ts';
import { selectRows } from '../../analysis/log/log-rows.ts';
import type { LogFilter } from '../../analysis/log/log-rows.ts';
import { searchRows } from '../../analysis/log/log-search.ts';
import { STEP_GROUPS } from '../../analysis/log/step-groups.ts';
import type { StepGroup } from '../../analysis/log/step-groups.ts';
import { EVENT_KINDS } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import type { Arguments, OptionName } from '../options.ts';
import { lastValue } from '../options.ts';
import { instantOption } from './export-options.ts';
import type { Simulated } from './export-options.ts';

/** Options that choose rows of a trace. */
export const FILTER_OPTIONS = [
  'kind',
  'core',
  'replica',
  'app',
  'search',
  'from',
  'to',
] as const satisfies readonly OptionName[];

/** Row numbers, from 0, that pass the options of `args`, ascending; `null` = all. */
export function chosenRows(
  args: Arguments,
  run: Simulated,
  what: 'steps' | 'incidents',
): Result<readonly number[] | null, string> {
  if (!FILTER_OPTIONS.some((name) => args.values.has(name))) return ok(null);
  const filter = filterOf(args, run, what);
  if (!filter.ok) return filter;
  const search = lastValue(args, 'search');
  const index = indexLog(run.plan, run.recording);
  const rows = selectRows(index, filter.value);
  if (what === 'incidents') return ok([...rows].map((row) => ~row));
  if (search === undefined) return ok([...rows]);
  // Only kernel steps are left to be searched.
  const found = searchRows(index, rows, search, () => '');
  return ok([...found].map((position) => rows[position]));
}

function filterOf(
  args: Arguments,
  run: Simulated,
  what: 'steps' | 'incidents',
): Result<LogFilter, string> {
  const kinds = kindsOption(args);
  if (!kinds.ok) return kinds;
  const told = what === 'incidents';
  if (told && (kinds.value !== null || args.values.has('search'))) {
    return err('--kind and --search look at kernel steps; leave them or --incidents out');
  }
  const { plan } = run;
  const most = Math.max(...plan.apps.map(({ cores }) => cores.length));
  const core = indexOption(args, 'core', plan.coreCount);
  if (!core.ok) return core;
  const replica = indexOption(args, 'replica', most);
  if (!replica.ok) return replica;
  const app = indexOption(args, 'app', plan.apps.length);
  if (!app.ok) return app;
  const from = instantOption(args, 'from', run);
  if (!from.ok) return from;
  const to = instantOption(args, 'to', run);
  if (!to.ok) return to;
  return ok({
    kinds: told ? new Set() : kinds.value,
    incidents: told,
    core: core.value,
    replica: replica.value,
    app: app.value,
    from: from.value ?? null,
    to: to.value ?? null,
  });
}

/** `--kind`, several times or with commas: event kinds, or groups of them; a kind goes before a group. */
function kindsOption({ values }: Arguments): Result<ReadonlySet<EventKind> | null, string> {
  const names = (values.get('kind') ?? []).flatMap((text) => text.split(','));
  if (names.length === 0) return ok(null);
  const kinds = new Set<EventKind>();
  for (const name of names) {
    const kind = EVENT_KINDS.find((one) => one === name);
    const group = Object.hasOwn(STEP_GROUPS, name) ? STEP_GROUPS[name as StepGroup] : undefined;
    if (kind === undefined && group === undefined) {
      const known = [...EVENT_KINDS, ...Object.keys(STEP_GROUPS)];
      const hint = didYouMean(name, known) || `; groups are ${Object.keys(STEP_GROUPS).join(', ')}`;
      return err(`--kind cannot be "${name}"${hint}`);
    }
    for (const one of kind === undefined ? (group ?? []) : [kind]) kinds.add(one);
  }
  return ok(kinds);
}

/** `2`, or `C2` and `R2` as the page says it. */
function indexOption(
  args: Arguments,
  name: 'core' | 'replica' | 'app',
  count: number,
): Result<number | null, string> {
  const text = lastValue(args, name);
  if (text === undefined) return ok(null);
  const letter = { core: '[cC]?', replica: '[rR]?', app: '' }[name];
  const [, digits] = new RegExp(`^${letter}(\\d+)$`).exec(text) ?? [];
  const index = digits === undefined ? Number.NaN : Number(digits);
  if (index < count) return ok(index);
  return err(`--${name} must be a number from 0 to ${count - 1}, but is "${text}"`);
}

/** Those of `lines` whose row is chosen; `header` lines come first whatever is chosen. */
export function* pickLines(
  lines: Iterable<string>,
  rows: readonly number[],
  header: number,
): Generator<string, void, undefined> {
  let row = -header;
  let next = 0;
  for (const line of lines) {
    if (row < 0) yield line;
    else if (rows[next] === row) {
      yield line;
      next++;
    }
    row++;
  }
}
