import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import type { Result } from '../../base/result.ts';
import { parseScenario } from '../../scenario/schema.ts';

/** Larger files are refused before they are read. */
const MAX_FILE_BYTES = 20_000_000;

type Read = Result<Scenario, readonly ScenarioProblem[]>;

/** The scenario in a JSON file, or what is wrong with it, sentence by sentence. */
export async function readScenario(file: File): Promise<Read> {
  if (file.size > MAX_FILE_BYTES) return refuse('The file is larger than 20 MB.');
  try {
    return parseScenario(JSON.parse(await file.text()) as unknown);
  } catch {
    return refuse('The file is not JSON.');
  }
}

const refuse = (message: string): Read => ({ ok: false, error: [{ path: '', message }] });
