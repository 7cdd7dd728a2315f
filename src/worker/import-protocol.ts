import type { Result } from '../base/result.ts';
import type { Sentence } from '../base/sentence.ts';
import type { ColumnChoices } from '../workload/import/csv-columns.ts';
import type { TableHead } from '../workload/import/csv.ts';
import type { LineOutcome } from '../workload/import/line-outcomes.ts';
import type { BuiltProfile, ProfileChoices, ProfileFile } from '../workload/import/profile-file.ts';
import type { ImportReport, LogFormat } from '../workload/import/report.ts';
import type { Timing } from '../workload/import/timing.ts';
import type { WorkloadStatistics } from '../workload/statistics.ts';
import type { OwnEntry } from './own-profiles.ts';

/** How the page wants logs to be read; what is absent is recognised. */
export interface ReadChoices {
  readonly format?: LogFormat;
  readonly columns?: ColumnChoices;
  /** Keeps the traps of this process only, when there are too many to keep all. */
  readonly pid?: number;
}

/** What the page asks of the worker that imports; each is answered once, a read after its progress. */
export type ImportRequest =
  /** Reads one log, or all files of one, in this order. */
  | { readonly kind: 'read'; readonly files: readonly File[]; readonly choices: ReadChoices }
  /** Makes a profile of a process of the log that was read. A later one supersedes those before. */
  | {
      readonly kind: 'build';
      readonly id: number;
      readonly pid: number;
      readonly choices: ProfileChoices;
    }
  /** Keeps the profile that was built last among the programs of one's own. */
  | { readonly kind: 'keep' }
  /** Gives the profile that was built last as a file. */
  | { readonly kind: 'file' };

/** The first rows of a table and what its columns were taken for. */
export interface TableSample {
  readonly head: TableHead;
  readonly rows: readonly string[][];
}

/** A log that was read, or why it was not; its table is there in both cases. */
export interface ReadLog {
  readonly report: Result<ImportReport, Sentence>;
  readonly table: TableSample | null;
}

/** A profile that was built, all but its steps. */
export interface BuiltLog extends Omit<BuiltProfile, 'file' | 'timing'> {
  readonly id: string;
  readonly pid: number;
  readonly profile: Omit<ProfileFile, 'segments'>;
  readonly timing: Omit<Timing, 'gapOf'>;
  readonly statistics: WorkloadStatistics;
  /** By kind of trap, then by column, from start to end of the computing. */
  readonly along: readonly Uint32Array[];
  /** By line of the preview; `null` = no trap of its own. */
  readonly outcomes: readonly (LineOutcome | null)[];
  /** Size of the file in bytes. */
  readonly bytes: number;
}

/** What the worker that imports posts. */
export type ImportAnswer =
  | { readonly kind: 'progress'; readonly bytes: number; readonly lines: number }
  | { readonly kind: 'read'; readonly log: ReadLog }
  /** `null` = superseded. */
  | {
      readonly kind: 'built';
      readonly id: number;
      readonly built: Result<BuiltLog, Sentence> | null;
    }
  | { readonly kind: 'kept'; readonly kept: Result<OwnEntry, string> }
  | { readonly kind: 'file'; readonly name: string; readonly content: Blob };
