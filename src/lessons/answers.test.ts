import { describe, expect, it } from 'vitest';

import type { CoreMode } from '../base/vocabulary.ts';
import { CORE_MODES } from '../base/vocabulary.ts';
import { measure } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import type { Answer, LessonAnswers, Prediction } from './answers.ts';
import { isRight, lessonAnswers, lessonProfileIds } from './answers.ts';
import type { ChoiceQuestion, Lesson, Moment, Question } from './lesson.ts';
import type { Measure, Value } from './measure.ts';
import { EVENT_ROLES, RUN_FIGURE_NAMES, STOP_FIGURE_NAMES } from './measure.ts';
import { placesOf, plainText, scenarioOfStep, shownText } from './play.ts';
import { scenarioOfScene } from './scene.ts';
import { parseLesson } from './schema.ts';

const profiles = shippedProfiles();
const first = SMALL_LESSON.steps[0];
const second = SMALL_LESSON.steps[1];
const MET = { kind: 'event', event: 2, moment: 'met' } as const;

function answersOf(changes: Partial<Lesson>): LessonAnswers {
  const answers = tried(changes);
  if (!answers.ok) throw new Error(JSON.stringify(answers.error));
  return answers.value;
}

function tried(changes: Partial<Lesson>): ReturnType<typeof lessonAnswers> {
  const lesson = parseLesson({ ...SMALL_LESSON, ...changes });
  if (!lesson.ok) throw new Error(JSON.stringify(lesson.error));
  return lessonAnswers(lesson.value, null, profiles);
}

/** What the kernel says `measured` is. */
function valueOf(measured: Measure, scenes = SMALL_LESSON.scenes): Value | undefined {
  const values = { cost: measured };
  return answersOf({ values, scenes }).values['cost']?.value;
}

function problemOf(question: Question): string {
  const answers = tried({ steps: [{ ...first, question }, second] });
  return answers.ok
    ? 'none'
    : answers.error.map(({ path, message }) => `${path}: ${message}`).join();
}

const choice = first.question as ChoiceQuestion;

describe('the answers of a lesson', () => {
  it('say where its steps stop, what its values are and what is right', () => {
    const { steps, values } = answersOf({});
    expect(steps.map(({ scene }) => scene)).toEqual(['two', 'two']);
    // The first notification of the run is that of an earlier event.
    expect(steps[1].at.time).toBeLessThan(steps[0].at.time);
    expect(steps[0].answer).toEqual({
      kind: 'choice',
      right: 0,
      values: [{ value: 'first', unit: 'word' }],
    });
    expect(steps[1].answer).toMatchObject({ kind: 'order', right: [1, 0] });
    expect(plainText(first.caption, 'en', values)).toMatch(
      /^They meet; an event costs \d.* cycles\.$/,
    );
  });

  it('are the figures of the run itself', () => {
    const scenario = scenarioOfScene(SMALL_LESSON.scenes['two']);
    const plan = scenario.ok ? compilePlan(scenario.value, profiles) : scenario;
    if (!plan.ok) throw new Error('no plan');
    const [app] = measure(plan.value).summary.apps;
    expect(valueOf({ of: 'overhead', scene: 'two' })).toBe(app.overheadPercent);
    expect(valueOf({ of: 'events', scene: 'two' })).toBe(app.events.total);
    expect(valueOf({ of: 'ipis', scene: 'two' })).toBe(app.ipis);
  });

  it('are the same for the same seed', () => {
    const lesson = parseLesson(SMALL_LESSON);
    if (!lesson.ok) throw new Error('no lesson');
    expect(lessonAnswers(lesson.value, 5, profiles)).toEqual(
      lessonAnswers(lesson.value, 5, profiles),
    );
  });

  it('name a stop that is never reached', () => {
    const stop = { kind: 'event', event: 900, moment: 'met' } as const;
    expect(tried({ steps: [{ ...first, stop }] })).toMatchObject({
      ok: false,
      error: [{ path: 'steps[0].stop', message: /never comes to this stop/ }],
    });
  });

  it('name every value that cannot be had', () => {
    const values = {
      cost: { of: 'detection-cycles', scene: 'two' },
      writes: { of: 'device-writes', scene: 'two' },
      part: { of: 'quotient', left: MEASURE, right: { of: 'polls', scene: 'two' } },
    } as const;
    const closing = { en: '{cost} {writes} {part}' };
    expect(tried({ values, closing })).toMatchObject({
      ok: false,
      error: [
        { path: 'values.cost', message: /no fault is detected/ },
        { path: 'values.writes', message: /drives no device/ },
        { path: 'values.part', message: /divides by a measure that is 0/ },
      ],
    });
  });

  it('name profiles and scenes that cannot run', () => {
    const missing = { two: { preset: 'crc32-tmr-ipc' } };
    const lesson = parseLesson({ ...SMALL_LESSON, scenes: missing });
    if (!lesson.ok) throw new Error('no lesson');
    expect(lessonProfileIds(lesson.value)).toEqual(['crc32-large.l4re-4k']);
    const answers = lessonAnswers(lesson.value, null, new Map());
    expect(JSON.stringify(answers)).toContain('there is no workload profile');
  });
});

const MEASURE = { of: 'ipis', scene: 'two' } as const;

describe('a question', () => {
  it('without a right option is refused with what the kernel says', () => {
    const options = choice.options.map((option, i) => ({ ...option, is: i }));
    expect(problemOf({ ...choice, options })).toMatch(/no right option: the kernel says first/);
  });

  it('with two right options is refused', () => {
    const options = choice.options.map((option) => ({ ...option, is: 'first' }));
    expect(problemOf({ ...choice, options })).toMatch(/more than one right option \(1 and 2\)/);
  });

  it('with a tie is refused', () => {
    const options = choice.options.map((option) => ({ ...option, measure: MEASURE }));
    expect(problemOf({ ...choice, decide: { by: 'least' }, options })).toMatch(/more than one/);
    const { options: _, decide: __, ...rest } = choice;
    const items = choice.options.map(({ text }) => ({ text, measure: MEASURE }));
    expect(problemOf({ ...rest, kind: 'order', items })).toMatch(/items that are equal/);
  });

  it('with a slider that does not reach the answer is refused', () => {
    const { options: _, decide: __, ...rest } = choice;
    const slider = { from: 0, to: 1, step: 1 };
    expect(problemOf({ ...rest, kind: 'number', measure: MEASURE, slider, tolerance: 1 })).toMatch(
      /which its slider from 0 to 1 does not reach/,
    );
  });

  it.each([
    [{ by: 'range', measure: MEASURE } as const, [{ from: 0, to: 1 }, { from: 1 }], 1],
    [
      { by: 'least' } as const,
      [{ measure: MEASURE }, { measure: { ...MEASURE, method: 'polling' as const } }],
      1,
    ],
    [
      { by: 'most' } as const,
      [{ measure: MEASURE }, { measure: { ...MEASURE, method: 'polling' as const } }],
      0,
    ],
  ])('is decided by %j', (decide, fields, right) => {
    const options = fields.map((field, i) => ({ text: { en: `${i}` }, ...field }));
    const steps = [{ ...first, question: { ...choice, decide, options } }];
    expect(answersOf({ steps }).steps[0]?.answer).toMatchObject({ right });
  });

  const ANSWERS: readonly (readonly [Answer, Prediction, boolean])[] = [
    [{ kind: 'choice', right: 1, values: [] }, 1, true],
    [{ kind: 'choice', right: 1, values: [] }, 0, false],
    [{ kind: 'number', value: 10, unit: 'count', tolerance: 2 }, 12, true],
    [{ kind: 'number', value: 10, unit: 'count', tolerance: 2 }, 12.1, false],
    [{ kind: 'number', value: 10, unit: 'count', tolerance: 2 }, [10], false],
    [{ kind: 'order', right: [1, 0], values: [] }, [1, 0], true],
    [{ kind: 'order', right: [1, 0], values: [] }, [0, 1], false],
    [{ kind: 'order', right: [1, 0], values: [] }, [1], false],
  ];
  it.each(ANSWERS)('%j answered with %j is right: %s', (answer, prediction, right) => {
    expect(isRight(answer, prediction)).toBe(right);
  });
});

/** Figures of faults and of devices need a run that has them. */
function sceneFor(of: string): [Lesson['scenes'], string] {
  const { two } = SMALL_LESSON.scenes;
  const fault = /detection|recoveries|noticed|stop|outcome/.test(of);
  const device = /device|writes|inputs|reads|interrupt/.test(of);
  const preset = fault ? 'fault-corrected' : device ? 'driver-naive' : null;
  return preset === null ? [{ two: two }, 'two'] : [{ two: two, other: { preset } }, 'other'];
}

function roleIn(of: (typeof EVENT_ROLES)[number]): Value | undefined {
  return valueOf({ of, scene: 'two', event: 3 });
}

function shareOf(mode: CoreMode): number {
  return Number(valueOf({ of: 'mode', mode, core: 0, scene: 'two' }));
}

function distance(from: Moment, until: Moment): number {
  return Number(valueOf({ of: 'between', scene: 'two', event: 2, from, until }));
}

describe('a measure', () => {
  it.each(RUN_FIGURE_NAMES)('"%s" is had of a run', (of) => {
    const [scenes, scene] = sceneFor(of);
    expect(valueOf({ of, scene }, scenes)).not.toBeNaN();
  });

  it.each(STOP_FIGURE_NAMES)('"%s" is had where a run stops', (of) => {
    expect(valueOf({ of, scene: 'two', stop: MET, core: 0, replica: 1 })).not.toBeNaN();
  });

  it.each(EVENT_ROLES)('"%s" is had of an event', (of) => {
    expect([0, 1]).toContain(valueOf({ of, scene: 'two', event: 2 }));
  });

  it('of the roles in an event fits together', () => {
    expect(roleIn('first')).toBe(roleIn('waits-longest'));
    expect(roleIn('leader')).toBe(roleIn('first'));
    expect(roleIn('last')).not.toBe(roleIn('first'));
  });

  it('of a mode is a share, and all modes of a core make a whole', () => {
    const shares = CORE_MODES.map(shareOf);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
  });

  it('between two moments of an event is their distance', () => {
    expect(distance('trapped', 'met') + distance('met', 'completed')).toBe(
      distance('trapped', 'completed'),
    );
  });

  it('of all outcomes of a campaign makes a whole', () => {
    const outcomes = [
      ...(['masked', 'latent at end', 'corrected', 'detected, stopped'] as const),
      ...(['crash contained', 'hang', 'silent corruption', 'RCB failure'] as const),
    ];
    const campaign = {
      of: 'campaign',
      scene: 'two',
      runs: 20,
      targets: ['gpr'],
      outcomes,
    } as const;
    expect(valueOf(campaign)).toBeCloseTo(100, 6);
  });

  it('of a campaign that is too large is refused', () => {
    const scenes = { two: { preset: 'crc32-tmr-ipc' } };
    const campaign: Measure = {
      of: 'campaign',
      scene: 'two',
      runs: 512,
      targets: ['gpr'],
      outcomes: ['masked'],
    };
    const steps = [{ scene: 'two', caption: { en: '{cost}' }, stop: { kind: 'start' } }] as const;
    expect(tried({ scenes, values: { cost: campaign }, steps })).toMatchObject({
      ok: false,
      error: [{ path: 'values.cost', message: /too many for a lesson/ }],
    });
  });
});

describe('the places of steps', () => {
  it('are taken over from the step before where a step says none', () => {
    const caption = { en: 'x' };
    const scenes = { a: { preset: 'talk-ipc' }, b: { preset: 'talk-polling' } };
    const steps = [
      { scene: 'a', stop: MET, caption },
      { caption },
      { scene: 'a', caption },
      { scene: 'b', caption },
      { stop: { kind: 'end' } as const, caption },
    ];
    expect(placesOf({ ...SMALL_LESSON, scenes, steps })).toEqual([
      { scene: 'a', stop: MET },
      { scene: 'a', stop: MET },
      { scene: 'a', stop: MET },
      { scene: 'b', stop: { kind: 'start' } },
      { scene: 'b', stop: { kind: 'end' } },
    ]);
  });
});

describe('the scenario of a step', () => {
  it('is that of its scene, under the seed in force', () => {
    const scenario = scenarioOfScene(SMALL_LESSON.scenes['two']);
    const own = scenario.ok ? scenario.value : null;
    expect(scenarioOfStep(SMALL_LESSON, 1, null)).toEqual(own);
    expect(scenarioOfStep(SMALL_LESSON, 1, 77)).toEqual({ ...own, seed: 77 });
  });
});

describe('a text as it is shown', () => {
  it('keeps emphasis and values apart from the rest', () => {
    const cost = { value: 1234.4, unit: 'cycles' } as const;
    expect(shownText({ de: '*Er* kostet {cost}.' }, 'en', { cost })).toEqual([
      { kind: 'emphasis', text: 'Er' },
      { kind: 'text', text: ' kostet ' },
      { kind: 'value', text: '1\u202f234 cycles' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('has an ellipsis for what the kernel has not said yet', () => {
    expect(plainText(first.caption, 'en')).toBe('They meet; an event costs ….');
  });
});
