import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hostileLesson, SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import { lessonAnswers } from './answers.ts';
import { LESSON_VERSION } from './lesson.ts';
import { MAX_LESSON_CHARACTERS, MAX_LESSON_DEPTH, MAX_STEPS } from './limits.ts';
import { LESSON_UPGRADERS, parseLesson, readLesson } from './schema.ts';

const [first, second] = SMALL_LESSON.steps;

/** What is wrong with the small lesson once it has `changes`. */
function problemsOf(changes: object): string[] {
  const lesson = parseLesson({ ...SMALL_LESSON, ...changes });
  return lesson.ok ? [] : lesson.error.map(({ path, message }) => `${path}: ${message}`);
}

function problemsOfStep(changes: object): string[] {
  return problemsOf({ steps: [{ ...first, ...changes }, second] });
}

function problemsOfQuestion(changes: object): string[] {
  return problemsOfStep({ question: { ...first?.question, ...changes } });
}

describe('a lesson file', () => {
  it('is read as it was written', () => {
    expect(readLesson(`\uFEFF${JSON.stringify(SMALL_LESSON, null, 2)}`)).toEqual({
      ok: true,
      value: SMALL_LESSON,
    });
  });

  it('may leave out values, locks, and where nothing changes scene and stop', () => {
    const short = {
      'watchmen-lesson': 1,
      id: 'a',
      title: { de: 'A' },
      scenes: SMALL_LESSON.scenes,
    };
    const steps = [{ scene: 'two', caption: { de: 'Eins' } }, { caption: { de: 'Zwei' } }];
    const lesson = parseLesson({ ...short, steps });
    expect(lesson).toMatchObject({ ok: true, value: { values: {}, locks: {} } });
  });

  it('is upgraded from every version before', () => {
    for (let version = 1; version < LESSON_VERSION; version++) {
      expect(LESSON_UPGRADERS[version]).toBeTypeOf('function');
    }
  });

  it('of a newer version says so', () => {
    expect(problemsOf({ 'watchmen-lesson': LESSON_VERSION + 1 })).toEqual([
      expect.stringContaining('newer version of Watchmen'),
    ]);
  });
});

describe('problems of a lesson', () => {
  it.each([
    [{ id: 'Not A Name' }, 'id: must be a name of at most 40 small letters'],
    [{ title: {} }, 'title: must have a text in one language at least'],
    [{ title: { fr: 'Petit' } }, 'title.fr: unknown field "fr"'],
    [{ titel: 1 }, 'titel: unknown field "titel"; did you mean "title"'],
    [{ steps: [] }, 'steps: must have at least 1'],
    [{ steps: Array.from({ length: MAX_STEPS + 1 }, () => first) }, 'steps: must have at most'],
    [{ steps: 'all' }, 'steps: must be a list, but is "all"'],
    [{ closing: { en: 'Right\u202Eto left' } }, 'closing.en: must not have control characters'],
    [{ closing: { en: ' ' } }, 'closing.en: must not be empty'],
    [{ closing: { en: 'x'.repeat(5000) } }, 'closing.en: must be at most 1200 characters long'],
    [
      { closing: { en: '{costs}' } },
      'closing.en: there is no "costs" in values; did you mean "cost"',
    ],
    [{ closing: { de: 'Was?' } }, 'closing.en: is missing; the title has it'],
    [
      { scenes: { two: { preset: 'talk-icp' } } },
      'scenes.two.preset: there is no preset "talk-icp"',
    ],
    [{ scenes: { two: {} } }, 'scenes.two: must have either "preset"'],
    [
      { scenes: { two: { preset: 'talk-ipc', app: { redundancy: 70 } } } },
      'scenes.two.apps[0].redundancy: must be at most 7',
    ],
    [
      { scenes: { two: { preset: 'talk-ipc', copies: 16, app: { redundancy: 7 } } } },
      'scenes.two.copies: needs 113 cores',
    ],
    [
      { values: { cost: { of: 'event-costs', scene: 'two' } } },
      'values.cost.of: is "event-costs", which is not known; did you mean "event-cost"',
    ],
    [
      { values: { cost: { of: 'event-cost', scene: 'to' } } },
      'values.cost.scene: there is no "to" in scenes; did you mean "two"',
    ],
    [
      { values: { cost: { of: 'event-cost', scene: 'two', app: 1 } } },
      'values.cost.app: must be less than 1',
    ],
    [
      {
        values: {
          cost: {
            of: 'quotient',
            left: { of: 'outcome', scene: 'two' },
            right: { of: 'events', scene: 'two' },
          },
        },
      },
      'values.cost.left: must measure a number, but measures a word',
    ],
    [
      { locks: { puzzle: { ...SMALL_LESSON.locks['puzzle'], reach: [[1, 2], [1]] } } },
      'locks.puzzle',
    ],
  ])('%#: %j says %s', (changes, problem) => {
    expect(problemsOf(changes).join('\n')).toContain(problem);
  });

  it.each([
    [{ scene: undefined }, 'steps[0].scene: is missing; the first step must name its scene'],
    [{ scene: 'three' }, 'steps[0].scene: there is no "three" in scenes'],
    [{ locks: 'other' }, 'steps[0].locks: there is no "other" in locks'],
    [{ highlights: ['replica:2'] }, 'steps[0].highlights[0]: must be at most replica:1'],
    [{ highlights: ['core:12'] }, 'steps[0].highlights[0]: must be at most core:11'],
    [{ highlights: ['replcia:1'] }, 'did you mean "replica"'],
    [{ stop: { kind: 'event', event: 1 } }, 'steps[0].stop.moment: is missing'],
    [{ stop: { kind: 'evnt' } }, 'steps[0].stop.kind: must be one of'],
    [{ caption: { en: 'a * b' } }, 'steps[0].caption.en: has a * without its partner'],
  ])('of a step: %j says %s', (changes, problem) => {
    const { scene: _, ...rest } = { ...first, ...changes };
    const step =
      'scene' in changes && changes.scene === undefined ? rest : { ...first, ...changes };
    expect(problemsOf({ steps: [step, second] }).join('\n')).toContain(problem);
  });

  it.each([
    [{ options: [{ text: { en: 'One' }, is: 'first' }] }, 'options: must have at least 2'],
    [
      { options: [{ text: { en: 'One' } }, { text: { en: 'Two' }, is: 'last' }] },
      'options[0].is: is missing',
    ],
    [{ decide: { by: 'least' } }, 'options[0].measure: is missing'],
    [
      { decide: { by: 'range', measure: { of: 'leader-rule', scene: 'two' } } },
      'decide.measure: must measure a number, but measures a word',
    ],
    [
      { decide: { by: 'range', measure: { of: 'ipis', scene: 'two' } } },
      'options[0].from: is missing; give "from" or "to"',
    ],
    [{ right: undefined }, 'right: '],
    [{ kind: 'essay' }, 'kind: must be one of "choice", "number", "order"'],
  ])('of a question: %j says %s', (changes, problem) => {
    expect(problemsOfQuestion(changes).join('\n')).toContain(`steps[0].question.${problem}`);
  });

  it('are at most twenty', () => {
    const steps = Array.from({ length: 40 }, () => ({ ...first, scene: 'none' }));
    expect(problemsOf({ steps })).toHaveLength(20);
  });
});

function complaintAbout(text: string): string {
  const lesson = readLesson(text);
  return lesson.ok ? 'none' : lesson.error.map((problem) => problem.message).join();
}

describe('a hostile file', () => {
  it.each([
    ['no JSON', '{"watchmen-lesson": 1', /is not JSON/],
    ['no object', '[]', /is no lesson/],
    ['null', 'null', /is no lesson/],
    ['another file', '{"apps": []}', /is no lesson/],
    ['a strange version', '{"watchmen-lesson": "1"}', /must be a version/],
    ['a negative version', '{"watchmen-lesson": -1}', /must be a version/],
    ['too long', ' '.repeat(MAX_LESSON_CHARACTERS + 1), /is longer than/],
    ['too many values', JSON.stringify(Array.from({ length: 100_001 }, () => 0)), /more than/],
  ])('that is %s gets a sentence', (_, text, sentence) => {
    expect(complaintAbout(text)).toMatch(sentence);
  });

  it('of endless depth is refused without exhausting the stack', () => {
    const depth = 200_000;
    expect(complaintAbout('['.repeat(depth) + ']'.repeat(depth))).toMatch(
      new RegExp(`is not JSON|deeper than ${MAX_LESSON_DEPTH}`),
    );
    const inside = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`;
    expect(complaintAbout(`{"watchmen-lesson":1,"x":${inside}}`)).toMatch(/deeper than/);
  });

  it('pollutes no prototype', () => {
    const scene =
      '{"preset":"talk-ipc","change":{"__proto__":{"polluted":1}},"app":{"__proto__":{"polluted":1}}}';
    readLesson(
      JSON.stringify(SMALL_LESSON).replace(/"two":\{"preset":.*?\}\}\}/, `"two":${scene}`),
    );
    readLesson(scene.replace('"preset"', '"watchmen-lesson":1,"preset"'));
    expect({}).not.toHaveProperty('polluted');
  });

  it('asks for no more work than a lesson may', () => {
    const workload = { kind: 'periodic', events: 1_999_999, instructions: 1, trap: 'syscall' };
    const scenes = { two: { preset: 'talk-ipc', app: { workload } } };
    expect(problemsOf({ scenes }).join()).toMatch(/more than the 200000 of a lesson/);
    const long = {
      two: { preset: 'talk-ipc', app: { workload: { ...workload, events: 90_000 } } },
    };
    const lesson = parseLesson({ ...SMALL_LESSON, scenes: long });
    const answers = lesson.ok ? lessonAnswers(lesson.value, null, new Map()) : lesson;
    expect(JSON.stringify(answers)).toMatch(/would take more than 3000000 kernel steps/);
  });

  it('is a lesson or has problems, and never throws', () => {
    const profiles = shippedProfiles();
    fc.assert(
      fc.property(hostileLesson, (json) => {
        const lesson = parseLesson(json);
        const answers = lesson.ok ? lessonAnswers(lesson.value, null, profiles) : lesson;
        const said = answers.ok ? ['answers'] : answers.error.map((problem) => problem.message);
        expect(said.length).toBeGreaterThan(0);
        expect(said).not.toContain('');
      }),
      { numRuns: 400 },
    );
  });
});
