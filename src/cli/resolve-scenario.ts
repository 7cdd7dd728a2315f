import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { decodeLink } from '../scenario/link.ts';
import { findPreset } from '../scenario/presets.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import type { Io } from './io.ts';
import { jsonErrorAt } from './json-position.ts';

/** Several problems as one line: the first, and how many more there are. */
export function problemLine(problems: readonly ScenarioProblem[]): string {
  const [first] = problems;
  if (first === undefined) return 'the scenario is not valid';
  const more = problems.length - 1;
  const rest = more === 0 ? '' : ` (and ${more} more problem${more === 1 ? '' : 's'})`;
  return `${first.path === '' ? '' : `${first.path}: `}${first.message}${rest}`;
}

/** The scenario that `text` names: a link in any form, a file, or a preset. */
export function resolveScenario(text: string, io: Io): Result<Scenario, string> {
  const name = text.trim();
  if (name === '') return err('an empty name is no scenario; give a preset, a file or a link');
  if (isSurelyLink(name)) return fromLink(name, io);
  if (io.files.exists(name) || name.endsWith('.json')) return fromFile(name, io);
  if (name.includes('#')) return fromLink(name, io);
  const preset = findPreset(name);
  if (preset.ok) return ok(preset.value.scenario);
  return err(`${problemLine(preset.error === undefined ? [] : [preset.error])}; see: presets`);
}

/** An address, a fragment, or the bare code of one. */
function isSurelyLink(name: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:\/\/|#|w\d+\.[\w-]*$)/i.test(name);
}

function fromLink(link: string, io: Io): Result<Scenario, string> {
  const decoded = decodeLink(link);
  if (!decoded.ok) return err(decoded.error.message);
  for (const notice of decoded.value.notices) io.error(`note: ${notice}\n`);
  return ok(decoded.value.scenario);
}

function fromFile(path: string, io: Io): Result<Scenario, string> {
  const text = io.files.read(path);
  if (!text.ok) return text;
  const json = parseJson(text.value.replace(/^\uFEFF/, ''));
  if (!json.ok) return err(`"${path}" is not JSON: ${json.error}`);
  const scenario = parseScenario(json.value);
  return scenario.ok ? scenario : err(`"${path}": ${problemLine(scenario.error)}`);
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column } = jsonErrorAt(text);
    return err(`it cannot be read at line ${line}, column ${column}`);
  }
}
