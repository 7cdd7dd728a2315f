import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { decodeLink } from '../scenario/link.ts';
import { findPreset } from '../scenario/presets.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { parseScenarioFile } from '../scenario/scenario-file.ts';
import type { Files } from './io.ts';
import { jsonErrorAt } from './json-position.ts';

/** Several problems as one line: the first, and how many more there are. */
export function problemLine(problems: readonly ScenarioProblem[]): string {
  const [first] = problems;
  if (first === undefined) return 'the scenario is not valid';
  const more = problems.length - 1;
  const rest = more === 0 ? '' : ` (and ${more} more problem${more === 1 ? '' : 's'})`;
  return `${first.path === '' ? '' : `${first.path}: `}${first.message}${rest}`;
}

/** What a name stood for, and sentences about what could not be kept as it was. */
interface Resolved {
  readonly scenario: Scenario;
  readonly notes: readonly string[];
}

/** The scenario that `text` names: a link in any form, a file, or a preset. */
export function resolveScenario(text: string, files: Files): Result<Resolved, string> {
  const name = text.trim();
  if (name === '') return err('an empty name is no scenario; give a preset, a file or a link');
  if (isSurelyLink(name)) return fromLink(name);
  if (files.exists(name) || name.endsWith('.json')) return fromFile(name, files);
  if (name.includes('#')) return fromLink(name);
  const preset = findPreset(name);
  if (preset.ok) return ok({ scenario: preset.value.scenario, notes: [] });
  return err(`${problemLine(preset.error === undefined ? [] : [preset.error])}; see: presets`);
}

/** An address, a fragment, or the bare code of one. */
function isSurelyLink(name: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:\/\/|#|w\d+\.[\w-]*$)/i.test(name);
}

function fromLink(link: string): Result<Resolved, string> {
  const decoded = decodeLink(link);
  if (!decoded.ok) return err(decoded.error.message);
  return ok({ scenario: decoded.value.scenario, notes: decoded.value.notices });
}

/** The JSON in a file, whatever it is. */
export function readJsonFile(path: string, files: Files): Result<unknown, string> {
  const text = files.read(path);
  if (!text.ok) return text;
  const json = parseJson(text.value.replace(/^\uFEFF/, ''));
  return json.ok ? json : err(`"${path}" is not JSON: ${json.error}`);
}

/** The JSON in a file; the error says where it stops being JSON. */
export function readJson(path: string, files: Files): Result<unknown, string> {
  const text = files.read(path);
  if (!text.ok) return text;
  const json = parseJson(text.value.replace(/^\uFEFF/, ''));
  return json.ok ? json : err(`"${path}" is not JSON: ${json.error}`);
}

function fromFile(path: string, files: Files): Result<Resolved, string> {
  const json = readJson(path, files);
  if (!json.ok) return json;
  const file = parseScenarioFile(json.value);
  if (!file.ok) return err(`"${path}": ${problemLine(file.error)}`);
  const { scenario, programs } = file.value;
  return ok({ scenario: withCarried(scenario, path, programs), notes: [] });
}

/** `scenario` with the programs that its file carries named by where they are. */
function withCarried(
  scenario: Scenario,
  path: string,
  programs: ReadonlyMap<string, unknown>,
): Scenario {
  if (programs.size === 0) return scenario;
  const apps = scenario.apps.map((app) => {
    const { workload } = app;
    if (workload.kind !== 'profile' || !programs.has(workload.id)) return app;
    return Object.assign({ ...app }, { workload: { ...workload, id: `${path}#${workload.id}` } });
  });
  return { ...scenario, apps };
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
