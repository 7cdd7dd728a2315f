import { msg, t } from '../../base/language.ts';
import type { Result } from '../../base/result.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { ownIdsOf } from '../../scenario/own-ids.ts';
import { scenarioFile } from '../../scenario/scenario-file.ts';

/** `scenario` as the text of a file, which carries programs of the person's own whole. */
export async function scenarioText(scenario: Scenario): Promise<Result<string, string>> {
  const programs = new Map<string, unknown>();
  const ids = ownIdsOf(scenario);
  if (ids.length > 0) {
    const { openOwnProfiles } = await import('../../worker/own-profiles.ts');
    const own = await openOwnProfiles();
    for (const id of ids) {
      const program = await own.read(id);
      if (!program.ok) return program;
      if (program.value === null) return { ok: false, error: t(GONE) };
      programs.set(id, program.value.file);
    }
  }
  // A program has many lines that nobody reads one by one.
  const indent = programs.size === 0 ? 2 : undefined;
  return { ok: true, value: JSON.stringify(scenarioFile(scenario, programs), null, indent) };
}

const GONE = msg('The scenario runs a program that is not in this browser any more.');
