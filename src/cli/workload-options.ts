import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { DEFAULT_APP } from '../scenario/default-scenario.ts';
import type { WorkloadSpec } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import type { Files } from './io.ts';
import type { Arguments } from './options.ts';
import { lastValue } from './options.ts';
import { problemLine, readJsonFile } from './resolve-scenario.ts';

/** The workload that `--workload ID` or `--phases FILE` asks for; `undefined` = neither. */
export function workloadOption(
  args: Arguments,
  files: Files,
): Result<WorkloadSpec | undefined, string> {
  const id = lastValue(args, 'workload');
  const file = lastValue(args, 'phases');
  if (id !== undefined && file !== undefined) {
    return err('--workload and --phases both say what runs; give one of them');
  }
  if (file !== undefined) return phasesFromFile(file, files);
  return ok(id === undefined ? undefined : { kind: 'profile', id });
}

/** A file holds the fields of such a workload, with or without its kind. */
function phasesFromFile(path: string, files: Files): Result<WorkloadSpec, string> {
  const json = readJsonFile(path, files);
  if (!json.ok) return json;
  const fields = Array.isArray(json.value) ? { phases: json.value as unknown } : json.value;
  if (typeof fields !== 'object' || fields === null) {
    return err(`"${path}" must be { "phases": [...] } or the list alone`);
  }
  const scenario = { apps: [{ ...DEFAULT_APP, workload: { kind: 'phases', ...fields } }] };
  const parsed = parseScenario(scenario);
  if (parsed.ok) return ok(parsed.value.apps[0].workload);
  const problems = parsed.error.map(({ path: at, message }) => ({
    path: at.replace(/^apps\[0\]\.workload\.?/, ''),
    message,
  }));
  return err(`"${path}": ${problemLine(problems)}`);
}
