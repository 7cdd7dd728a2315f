import { t } from '../../base/language.ts';
import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import { parseScenarioFile } from '../../scenario/scenario-file.ts';
import type { ScenarioFile } from '../../scenario/scenario-file.ts';
import type { Result } from '../../base/result.ts';

/** Larger files are refused before they are read. */
const MAX_FILE_BYTES = 100_000_000;

type Read = Result<Scenario, readonly ScenarioProblem[]>;

/**
 * The scenario in a JSON file, or what is wrong with it, sentence by sentence. Programs that the file
 * carries are kept in the browser first, so that the scenario can run.
 */
export async function readScenario(file: File): Promise<Read> {
  if (file.size > MAX_FILE_BYTES) return refuse(t('The file is larger than 100 MB.'));
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch {
    return refuse(t('The file is not JSON.'));
  }
  const read = parseScenarioFile(json);
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
