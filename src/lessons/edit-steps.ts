import type { Instant } from '../run/conditions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { equalData } from '../base/equal.ts';
import type { Lesson, LessonStep, SceneSpec } from './lesson.ts';
import { LESSON_VERSION } from './lesson.ts';
import { scenarioOfScene } from './scene.ts';
import { sceneOf } from './short-scenario.ts';
import type { Language, LocalText } from './text.ts';
import { languagesOf } from './text.ts';

/** What the Lab shows: a run at an instant. */
export interface LabMoment {
  readonly scenario: Scenario;
  readonly at: Instant;
}

/** A lesson of one step, which stops where the Lab does. */
export function newDraft(moment: LabMoment, languages: readonly Language[]): Lesson {
  const empty: Lesson = {
    'watchmen-lesson': LESSON_VERSION,
    id: 'lesson',
    title: emptyText(languages),
    scenes: {},
    values: {},
    locks: {},
    steps: [],
    closing: emptyText(languages),
  };
  return withStep(empty, 0, moment);
}

/** A text that somebody is to write. */
export function emptyText(languages: readonly Language[]): LocalText {
  return Object.fromEntries(languages.map((language) => [language, '']));
}

/** `draft` with a new step at `index`: at `moment`, else where the step before plays. */
export function withStep(draft: Lesson, index: number, moment: LabMoment | null): Lesson {
  const languages = languagesOf(draft.title);
  const before = draft.steps[index - 1] ?? draft.steps[index];
  const step: LessonStep = {
    title: emptyText(languages),
    ...(before?.scene !== undefined && { scene: before.scene }),
    stop: before?.stop ?? { kind: 'start' },
    caption: emptyText(languages),
  };
  const steps = draft.steps.toSpliced(index, 0, step);
  const longer = { ...draft, steps };
  return moment === null ? longer : atMoment(longer, index, moment);
}

/** `draft` whose step `index` plays at `moment`. */
export function atMoment(draft: Lesson, index: number, { scenario, at }: LabMoment): Lesson {
  const { name, scenes } = withScene(draft, sceneOf(scenario));
  const stop = { kind: 'instant', time: at.time, step: at.step } as const;
  const steps = draft.steps.map((step, i) => (i === index ? { ...step, scene: name, stop } : step));
  return { ...draft, scenes, steps };
}

/** The scenes of `draft` with `scene` among them, and its name there; one that is there already serves. */
export function withScene(
  { scenes }: Lesson,
  scene: SceneSpec,
): { readonly name: string; readonly scenes: Lesson['scenes'] } {
  const wanted = scenarioOfScene(scene);
  const same = Object.entries(scenes).find(([, one]) => {
    const known = scenarioOfScene(one);
    return known.ok && wanted.ok && equalData(known.value, wanted.value);
  });
  if (same !== undefined) return { name: same[0], scenes };
  for (let number = 1; ; number++) {
    const name = `run-${number}`;
    if (!(name in scenes)) return { name, scenes: { ...scenes, [name]: scene } };
  }
}

/** `draft` without step `index`; its last one stays. */
export function withoutStep(draft: Lesson, index: number): Lesson {
  return draft.steps.length < 2 ? draft : { ...draft, steps: draft.steps.toSpliced(index, 1) };
}

/** `draft` with the step at `from` moved to `to`. */
export function withMovedStep(draft: Lesson, from: number, to: number): Lesson {
  const step = draft.steps[from];
  if (step === undefined || to < 0 || to >= draft.steps.length) return draft;
  return { ...draft, steps: draft.steps.toSpliced(from, 1).toSpliced(to, 0, step) };
}
