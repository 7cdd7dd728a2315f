import { readJson } from '../../base/json.ts';
import { msg, t } from '../../base/language.ts';
import { MAX_SCENARIO_FILE_BYTES } from '../../base/limits.ts';
import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import { parseScenarioFile } from '../../scenario/scenario-file.ts';
import type { ScenarioFile } from '../../scenario/scenario-file.ts';
import type { Result } from '../../base/result.ts';

const TOO_DEEP = msg('The file nests lists and objects deeper than any scenario does.');

type Read = Result<Scenario, readonly ScenarioProblem[]>;

/**
 * The scenario in a JSON file, or what is wrong with it, sentence by sentence. Programs that the file
 * carries are kept in the browser first, so that the scenario can run.
 */
export async function readScenario(file: File): Promise<Read> {
  if (file.size > MAX_SCENARIO_FILE_BYTES) return refuse(t('The file is larger than 100 MB.'));
  const json = readJson(await file.text());
  if (!json.ok) return refuse(json.error === 'no-json' ? t('The file is not JSON.') : t(TOO_DEEP));
  const read = parseScenarioFile(json.value);
  if (!read.ok) return read;
  const kept = await keepPrograms(read.value);
  return kept.ok ? { ok: true, value: read.value.scenario } : refuse(kept.error);
}

async function keepPrograms({ programs }: ScenarioFile): Promise<Result<void, string>> {
  if (programs.size > 0) {
    // Most files carry none.
    const { openOwnProfiles } = await import('../../worker/own-profiles.ts');
    const { ownEntry } = await import('../../worker/own-program.ts');
    const own = await openOwnProfiles();
    for (const { profile, file } of programs.values()) {
      const bytes = JSON.stringify(file).length;
      const kept = await own.put({ entry: ownEntry(profile, bytes, Date.now()), file });
      if (!kept.ok) return kept;
    }
  }
  return { ok: true, value: undefined };
}

const refuse = (message: string): Result<never, readonly ScenarioProblem[]> => ({
  ok: false,
  error: [{ path: '', message }],
});
