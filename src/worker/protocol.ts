import type { CampaignAnswer, ExposureAnswer } from './campaign-protocol.ts';
import type { LessonReply } from './lessons.ts';
import type { StudyAnswer } from './study-protocol.ts';
import type { SweepAnswer } from './sweep-protocol.ts';
import type { ShortLinkAnswer } from './short-links.ts';
import type { WhatIfAnswer } from './what-if-protocol.ts';
import type { Finding } from '../analysis/invariants/finding.ts';
import type { MatrixRow } from '../analysis/matrix.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { MachineView } from '../run/machine-view.ts';
import type { Place } from '../run/opening.ts';
import type { PackedRecording } from '../run/pack.ts';
import type { Recording } from '../run/recording.ts';
import type { Result } from '../base/result.ts';
import type { DecodedLink, LinkProblem } from '../scenario/link.ts';
import type { LinkContent, LinkView } from '../scenario/codec/view.ts';
import type { SavedWork } from '../scenario/saved-work.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';

/**
 * What the page asks of the worker. `job` numbers ascend; any request ends the work of the one
 * before, at the latest at the end of its running slice.
 */
export type WorkerRequest =
  /** Where `workloads/` lies: an absolute address with a slash at its end. Sent once, first. */
  | { readonly kind: 'open'; readonly baseUrl: string }
  | {
      readonly kind: 'run';
      readonly job: number;
      readonly scenario: Scenario;
      /** Where the page will stand in the run; absent = it finds its place itself. */
      readonly look?: Look;
    }
  /** The rows of the overhead matrix, without the first `skip`, which the page has already. */
  | {
      readonly kind: 'matrix';
      readonly job: number;
      readonly scenario: Scenario;
      /** Index of the app that is compared, alone. */
      readonly app: number;
      readonly skip: number;
    }
  | { readonly kind: 'cancel'; readonly job: number };

/** Questions about links and kept work; `id` numbers ascend. They supersede nothing and are answered at once. */
export type LinkRequest =
  | { readonly kind: 'encode'; readonly id: number; readonly content: LinkContent }
  | { readonly kind: 'decode'; readonly id: number; readonly fragment: string }
  /** What the browser has kept of a person's work, which is validated as links are. */
  | { readonly kind: 'read-work'; readonly id: number; readonly saved: string };

/** The answer to the `LinkRequest` of that `id`. */
export type LinkAnswer =
  | { readonly kind: 'encoded'; readonly id: number; readonly fragment: string }
  | {
      readonly kind: 'decoded';
      readonly id: number;
      readonly link: Result<DecodedLink, LinkProblem>;
    }
  | {
      readonly kind: 'work-read';
      readonly id: number;
      readonly work: Result<SavedWork, string>;
    };

/**
 * A whole run as the page receives it. The recording's columns are transferred, so they are copied
 * nowhere. The plan comes as a structured clone: about 35 bytes a segment, below 1 ms for the
 * shipped profiles, whereas compiling again in the page would fetch, check and lower the profile
 * twice and put that code into the page's first download.
 */
export interface CompletedRun {
  readonly scenario: Scenario;
  readonly plan: MachinePlan;
  readonly recording: Recording;
}

/** A completed run on its way: its checkpoints are text, which the client decodes on demand. */
export interface PostedRun extends Omit<CompletedRun, 'recording'> {
  readonly recording: PackedRecording;
}

/** Asks a worker of its own to check the invariants of the model on a run of `scenario`. */
export interface CheckRequest {
  readonly kind: 'check';
  readonly scenario: Scenario;
}

/** What a check found, and the digest of the run on which. */
export interface CheckedRun {
  readonly digest: string;
  readonly findings: readonly Finding[];
}

/** The answer to a `CheckRequest`. */
export interface CheckAnswer {
  readonly kind: 'checked';
  readonly outcome: Result<CheckedRun, ScenarioProblem[]>;
}

/** Everything that the worker posts. */
export type WorkerPost =
  | LinkAnswer
  | CheckAnswer
  | CampaignAnswer
  | SweepAnswer
  | StudyAnswer
  | WhatIfAnswer
  | LessonReply
  | ShortLinkAnswer
  | ExposureAnswer
  | Exclude<WorkerReply, { kind: 'run-ended' }>
  | (Omit<RunEnded, 'run'> & { readonly run: PostedRun });

/** Which place of a run the page shows first: that of a link, or one worth seeing of app `app`. */
export interface Look {
  readonly app: number;
  readonly view: LinkView | null;
}

/** That place, and the machine there: the page shows it before it can look into runs itself. */
export interface RunOpening extends Place {
  readonly view: MachineView;
}

/** A run has ended; `opening` answers the `look` of its request. */
export interface RunEnded {
  readonly kind: 'run-ended';
  readonly job: number;
  readonly run: CompletedRun;
  readonly opening?: RunOpening;
}

/** What the simulator's client hands on; `job` is the number of the request. */
export type WorkerReply =
  | {
      readonly kind: 'progress';
      readonly job: number;
      /** Kernel steps so far. */
      readonly steps: number;
      /** Share of the program segments that are done, 0..1. */
      readonly fraction: number;
    }
  | RunEnded
  | { readonly kind: 'matrix-row'; readonly job: number; readonly row: MatrixRow }
  | { readonly kind: 'matrix-ended'; readonly job: number }
  | {
      readonly kind: 'failed';
      readonly job: number;
      readonly problems: readonly ScenarioProblem[];
    };
