import { equalData } from '../base/equal.ts';
import type { Lesson, Question } from '../lessons/lesson.ts';
import { partsOf } from '../lessons/measure-info.ts';
import { measuresOf, placesOf, scenarioOfStep } from '../lessons/play.ts';
import { instantOfStop } from '../lessons/stop.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { endOf } from './held.ts';
import type { HeldRun } from './held.ts';
import { placeIn } from './looking.ts';
import type { AppState, Playhead } from './state.ts';
import { followWindow } from '../run/time-window.ts';
import type { Workspace } from './workspace.ts';

/*
 * Where in the Lab a lesson plays. Its scenes are scenarios like any other: the first takes the place
 * of what was in the Lab, as a step that can be undone; those that follow take the place of one another.
 */

/** A lesson and one of its steps; the number of steps = its end, which plays where the last one did. */
export interface LessonPlace {
  readonly lesson: Lesson;
  readonly step: number;
  /** Is the step's question answered? Then its run is shown where the outcome is seen. */
  readonly answered: boolean;
}

/** The scenario of a place. */
export function scenarioAt({ lesson, step }: LessonPlace): Scenario {
  return scenarioOfStep(lesson, Math.min(step, lesson.steps.length - 1), null);
}

/** Does a question wait at `place`? Then what comes is not shown. */
function isWaiting({ lesson, step, answered }: LessonPlace): boolean {
  return lesson.steps[step]?.question !== undefined && !answered;
}

/** Where `run`, that of the place, stops for the step; its start where it never comes there. */
export function stopOfStep(run: HeldRun, { lesson, step }: LessonPlace): Playhead {
  const places = placesOf(lesson);
  const { stop } = places[Math.min(step, places.length - 1)];
  return instantOfStop(run.recording, stop) ?? { time: 0, step: 0 };
}

/**
 * Where the outcome of the step's question is seen: where the next step stops if it goes on in the
 * same run, else where that is over which the question asks about.
 */
export function outcomeOfStep(run: HeldRun, place: LessonPlace): Playhead {
  const { lesson, step } = place;
  const at = stopOfStep(run, place);
  const places = placesOf(lesson);
  const after = places[step + 1];
  const question = lesson.steps[step]?.question;
  const goesOn = question !== undefined && after?.scene === places[step]?.scene;
  const next = goesOn ? instantOfStop(run.recording, after.stop) : null;
  if (next !== null && next.step > at.step) return next;
  const end = question ? endOfQuestion(run, question, places[step].scene) : null;
  return end !== null && end.step > at.step ? end : at;
}

/** Where what `question` asks about `scene` is over; `null` = it asks about something else. */
function endOfQuestion({ recording }: HeldRun, question: Question, scene: string): Playhead | null {
  const first = measuresOf(question)
    .flatMap(partsOf)
    .find((measure) => 'scene' in measure && measure.scene === scene);
  if (first === undefined) return null;
  const ofEvent = 'event' in first ? first : 'stop' in first ? first.stop : null;
  if (ofEvent !== null && 'event' in ofEvent && ofEvent.event !== undefined) {
    const { event } = ofEvent;
    return instantOfStop(recording, { kind: 'event', event, moment: 'completed' });
  }
  return instantOfStop(recording, { kind: 'end' });
}

/** Where `run`, that of the place, is looked at. */
function playheadOf(run: HeldRun, place: LessonPlace): Playhead {
  const asked = place.lesson.steps[place.step]?.question !== undefined;
  return asked && place.answered ? outcomeOfStep(run, place) : stopOfStep(run, place);
}

/** What the Lab shows at a place of `run`. */
export function lookAt(
  run: HeldRun,
  place: LessonPlace,
  state: AppState,
): Pick<AppState, 'playhead' | 'window' | 'hiddenFrom'> {
  const { time, step } = playheadOf(run, place);
  const { playhead, window } = placeIn(run, { kind: 'link', view: { time, step } }, { run, state });
  const hiddenFrom = isWaiting(place) ? playhead : null;
  return { playhead, hiddenFrom, window: followWindow(window, playhead.time, endOf(run)) };
}

/** Is `workspace` what lessons leave there when nobody changes anything? */
export function isUntouched(
  { branches, scenario, breakpoints }: Workspace,
  lesson: Lesson,
): boolean {
  return (
    branches.length === 1 &&
    branches[0].notes.length === 0 &&
    breakpoints.length === 0 &&
    scenesOf(lesson).some((scene) => equalData(scene, scenario))
  );
}

/** Does `workspace` come from `lesson`, changed or not? */
export function comesFrom({ branches }: Workspace, lesson: Lesson): boolean {
  const scenes = scenesOf(lesson);
  return branches.some(({ scenario }) => scenes.some((scene) => equalData(scene, scenario)));
}

function scenesOf(lesson: Lesson): Scenario[] {
  return lesson.steps.flatMap(({ scene }, step) =>
    scene === undefined ? [] : [scenarioOfStep(lesson, step, null)],
  );
}

/** The scenario of the first step after `step` that plays in another one; `null` = there is none. */
export function nextScenario(lesson: Lesson, step: number): Scenario | null {
  const places = placesOf(lesson);
  const here = places[Math.min(step, places.length - 1)].scene;
  const next = places.findIndex(({ scene }, i) => i > step && scene !== here);
  return next < 0 ? null : scenarioOfStep(lesson, next, null);
}
