import { equalData } from '../base/equal.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { placesOf, scenarioOfStep } from '../lessons/play.ts';
import { instantOfStop } from '../lessons/stop.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { placeIn } from './arrival.ts';
import { endOf } from './held.ts';
import type { HeldRun } from './held.ts';
import type { AppState, Playhead } from './state.ts';
import { followWindow } from './window.ts';
import type { Workspace } from './workspace.ts';

/*
 * Where in the Lab a lesson plays. Its scenes are scenarios like any other: the first takes the place
 * of what was in the Lab, as a step that can be undone; those that follow take the place of one another.
 */

/** A lesson and one of its steps; the number of steps = its end, which plays where the last one did. */
export interface LessonPlace {
  readonly lesson: Lesson;
  readonly step: number;
  /** Is the step's question answered? Then its run is shown where the next step stops. */
  readonly answered: boolean;
}

/** The scenario of a place. */
export function scenarioAt({ lesson, step }: LessonPlace): Scenario {
  return scenarioOfStep(lesson, Math.min(step, lesson.steps.length - 1), null);
}

/** Where `run`, that of the place, is to stop; its start where it never comes there. */
function playheadOf(run: HeldRun, { lesson, step, answered }: LessonPlace): Playhead {
  const places = placesOf(lesson);
  const here = places[Math.min(step, places.length - 1)];
  const at = instantOfStop(run.recording, here.stop) ?? { time: 0, step: 0 };
  const after = places[step + 1];
  if (!answered || after?.scene !== here.scene) return at;
  const next = instantOfStop(run.recording, after.stop);
  return next !== null && next.step > at.step ? next : at;
}

/** What the Lab shows at a place of `run`. */
export function lookAt(
  run: HeldRun,
  place: LessonPlace,
  state: AppState,
): Pick<AppState, 'playhead' | 'window'> {
  const { time, step } = playheadOf(run, place);
  const { playhead, window } = placeIn(run, { kind: 'link', view: { time, step } }, { run, state });
  return { playhead, window: followWindow(window, playhead.time, endOf(run)) };
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
