import type { SignallingMethod } from '../base/vocabulary.ts';
import type { Condition } from '../scenario/condition.ts';
import type { HighlightText } from './highlight.ts';
import type { LockPuzzle } from './lock-order.ts';
import type { Measure } from './measure.ts';
import type { LocalText } from './text.ts';

/*
 * A lesson as it stands in a file: plain JSON. What its answers are is not in it: a question says
 * what is measured, and the kernel says what is right.
 */

/** Version of the files that are written now. */
export const LESSON_VERSION = 1;

/** A lesson: steps through runs of its scenes, with questions to answer before the run goes on. */
export interface Lesson {
  readonly 'watchmen-lesson': typeof LESSON_VERSION;
  /** Lower case, digits and hyphens. */
  readonly id: string;
  readonly title: LocalText;
  /** What one can do or explain afterwards, in a sentence. */
  readonly aim?: LocalText;
  readonly scenes: Readonly<Record<string, SceneSpec>>;
  /** What `{name}` in a text stands for. */
  readonly values: Readonly<Record<string, Measure>>;
  /** Programs of two threads and a lock, for steps that show one. */
  readonly locks: Readonly<Record<string, LockPuzzle>>;
  readonly steps: readonly LessonStep[];
  /** What the learner is asked to put into words at the end. */
  readonly closing?: LocalText;
}

/** A scenario of a lesson: a preset or a whole scenario, and what is different from it. */
export interface SceneSpec {
  readonly preset?: string;
  readonly scenario?: unknown;
  /** Fields of the scenario that differ; objects are merged, lists and all else replaced. */
  readonly change?: Readonly<Record<string, unknown>>;
  /** The same for its first app. */
  readonly app?: Readonly<Record<string, unknown>>;
  /** Wishes to the hardware that are granted. */
  readonly wishes?: readonly Wish[];
  /** So many copies of the first app share the Res core. */
  readonly copies?: number;
}

/** The wishes of slide 13. */
export const WISHES = ['fast-notification', 'memory-isolation'] as const;
export type Wish = (typeof WISHES)[number];

/** One step: a scene at an instant, a text, and perhaps a question. */
export interface LessonStep {
  readonly title?: LocalText;
  /** Absent = that of the step before. */
  readonly scene?: string;
  /** Absent = the start of a scene that is named, else where the step before stopped. */
  readonly stop?: StopSpec;
  readonly caption: LocalText;
  /** What of the page to look at. */
  readonly highlights?: readonly HighlightText[];
  /** A likeness from daily life, apart from the text. */
  readonly analogy?: LocalText;
  /** Name of the lock puzzle that is drawn. */
  readonly locks?: string;
  readonly question?: Question;
}

/** Instants of an externalization event at which a run can stop; `computing` is half way to its first trap. */
export const MOMENTS = [
  'computing',
  'trapped',
  'arrived',
  'met',
  'compared',
  'handled',
  'completed',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** Where a run stops. Events count from 0, as in all files. */
export type StopSpec =
  | { readonly kind: 'start' | 'end' }
  | {
      readonly kind: 'event';
      readonly event: number;
      readonly moment: Moment;
      readonly app?: number;
    }
  /** The first instant at which `condition` holds, looked for from the trap of event `event` of the first app on, or from the start. */
  | { readonly kind: 'until'; readonly condition: Condition; readonly event?: number }
  /** As a note names it; it belongs to one seed. */
  | { readonly kind: 'instant'; readonly time: number; readonly step: number };

/** What is asked before the run goes on. */
export type Question = ChoiceQuestion | NumberQuestion | OrderQuestion;

/** What all questions have. */
interface Asked {
  readonly prompt: LocalText;
  /** Why, for who predicted it. */
  readonly right: LocalText;
  /** Why, for who did not. */
  readonly wrong: LocalText;
}

/** One of several; which one is right follows from `decide`. */
export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice';
  readonly decide: Decision;
  readonly options: readonly ChoiceOption[];
}

/** How it is decided which option is right. */
export type Decision =
  /** The one whose `is` equals the measure. */
  | { readonly by: 'same'; readonly measure: Measure }
  /** The one whose range holds the measure: `from` <= measure < `to`. */
  | { readonly by: 'range'; readonly measure: Measure }
  /** The one whose own measure is least, or most. */
  | { readonly by: 'least' | 'most' };

/** An option; the kind of decision says which of the optional fields it needs. */
export interface ChoiceOption {
  readonly text: LocalText;
  /** A few words below the text. */
  readonly hint?: LocalText;
  readonly is?: number | string;
  readonly from?: number;
  readonly to?: number;
  readonly measure?: Measure;
}

/** A number, estimated with a slider. */
export interface NumberQuestion extends Asked {
  readonly kind: 'number';
  readonly measure: Measure;
  readonly slider: { readonly from: number; readonly to: number; readonly step: number };
  /** How far off, either way, still counts as right. */
  readonly tolerance: number;
}

/** Things to be put in order, least first. */
export interface OrderQuestion extends Asked {
  readonly kind: 'order';
  readonly items: readonly { readonly text: LocalText; readonly measure: Measure }[];
}

/** What differs from a scene in one measure. */
export interface Variation {
  readonly method?: SignallingMethod;
  readonly replicas?: 'native' | number;
}
