import { msg } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { LineOutcome } from './line-outcomes.ts';
import { lineOutcomes } from './line-outcomes.ts';
import { labelWords } from './labels.ts';
import type { BuiltProfile, ProfileChoices } from './profile-file.ts';
import { buildProfile } from './profile-file.ts';
import type { Recorder } from './recorder.ts';
import type { ImportReport, ProcessReport } from './report.ts';

/** A process of a log that was read, of which profiles can be made with any choices. */
export interface ImportedProcess {
  readonly report: ProcessReport;
  /** The profile. Nothing is read again. */
  readonly profile: (choices: ProfileChoices) => Result<BuiltProfile, Sentence>;
  /** By line of the preview, what became of it in a profile of this process; `null` = no trap of its own. */
  readonly outcomes: (built: BuiltProfile) => readonly (LineOutcome | null)[];
}

/** The processes in the order of the report. */
export function importedProcesses(report: ImportReport, recorder: Recorder): ImportedProcess[] {
  const { names } = recorder.table;
  return report.processes.map((about) => ({
    report: about,
    profile(choices) {
      const process = recorder.processes.get(about.pid);
      const built =
        process === undefined || process.rows.length() === 0
          ? null
          : buildProfile(process, { report, names }, choices);
      return built === null
        ? err(
            sentence(msg('{process} has no trap under the rule "{rule}"'), {
              process: labelWords(about.label),
              rule: choices.rule ?? 'linux',
            }),
          )
        : ok(built);
    },
    outcomes: (built) => lineOutcomes(recorder, report.preview.length, { built, pid: about.pid }),
  }));
}
