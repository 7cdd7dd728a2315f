import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { lessonFindings } from './answers.ts';
import type { ChoiceOption, Lesson, Question } from './lesson.ts';
import { comparedThings, rangeOptions, sliderAround, valueOptions } from './make-question.ts';
import type { Measure } from './measure.ts';
import { unitOf } from './measure-info.ts';
import { parseLesson } from './schema.ts';

const SAID = { prompt: { en: '?' }, right: { en: 'Yes.' }, wrong: { en: 'No.' } };
const LANGUAGES = ['en', 'de'] as const;

function askedIn(question: Question): Lesson {
  const [first] = SMALL_LESSON.steps;
  return { ...SMALL_LESSON, steps: [{ ...first, question }] };
}

/** What the kernel finds the measure to be. */
function foundOf(measure: Measure) {
  const question: Question = {
    kind: 'number',
    ...SAID,
    measure,
    slider: { from: 0, to: 1, step: 1 },
    tolerance: 0,
  };
  const [found] = lessonFindings(askedIn(question), null, new Map()).steps[0]?.found ?? [];
  if (found === null || found === undefined) throw new Error('nothing was found');
  return found;
}

function rightOf(question: Question): unknown {
  const lesson = askedIn(question);
  const { steps, problems } = lessonFindings(lesson, null, new Map());
  expect(problems).toEqual([]);
  expect(parseLesson(lesson).ok).toBe(true);
  return steps[0]?.answer;
}

const overhead = { of: 'overhead', scene: 'two' } as const;

describe('options made around what the kernel found', () => {
  it.each<Measure>([
    { of: 'leader', scene: 'two', event: 2 },
    { of: 'leader-rule', scene: 'two' },
    { of: 'outcome', scene: 'two' },
    { of: 'noticed', scene: 'two' },
    { of: 'events', scene: 'two' },
    { of: 'messages-per-event', scene: 'two' },
    { of: 'core-mode', scene: 'two', core: 0, stop: { kind: 'start' } },
    { of: 'next-step', scene: 'two', stop: { kind: 'event', event: 2, moment: 'met' } },
  ])('have one that is right: $of', (measure) => {
    const options = valueOptions(measure, foundOf(measure), { replicas: 2, languages: ['en'] });
    // A word of which no others are known makes a single option, which the writer adds to.
    const spare: ChoiceOption = { text: { en: 'Another' }, is: 'another' };
    const question: Question = {
      kind: 'choice',
      ...SAID,
      decide: { by: 'same', measure },
      options: options.length > 1 ? options : [...options, spare],
    };
    expect(rightOf(question)).toMatchObject({ kind: 'choice' });
  });

  it.each([0, 1, 2])('are ranges with the right one at place %i, in every turn', (turn) => {
    const options = rangeOptions(foundOf(overhead), turn, ['en']);
    const question: Question = {
      kind: 'choice',
      ...SAID,
      decide: { by: 'range', measure: overhead },
      options,
    };
    expect(rightOf(question)).toMatchObject({ right: [1, 0, 2][turn] });
  });

  it('are ranges that follow one another, whatever was found', () => {
    const size = fc.double({ min: 1e-5, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(size, fc.boolean(), fc.nat(5), (value, negative, turn) => {
        const found = { value: negative ? -value : value, unit: 'ratio' } as const;
        const [low, middle, high] = rangeOptions(found, turn, LANGUAGES);
        expect(low?.to).toBe(middle?.from);
        expect(middle?.to).toBe(high?.from);
        expect(middle?.to ?? 0).toBeGreaterThan(middle?.from ?? 0);
        const { slider, tolerance } = sliderAround(found);
        expect(slider.from).toBeLessThanOrEqual(found.value);
        expect(slider.to).toBeGreaterThanOrEqual(found.value);
        expect(slider.to).toBeGreaterThan(slider.from);
        expect(tolerance).toBeGreaterThan(0);
      }),
    );
  });

  it.each(['methods', 'replicas'] as const)('compare a scene by its %s', (by) => {
    const items = comparedThings(overhead, by, ['en']);
    expect(rightOf({ kind: 'order', ...SAID, items })).toMatchObject({ kind: 'order' });
    expect(new Set(items.map(({ text }) => text.en)).size).toBe(items.length);
  });

  it('have a slider that reaches what was found', () => {
    const question = { kind: 'number', ...SAID, measure: overhead } as const;
    const answer = rightOf({ ...question, ...sliderAround(foundOf(overhead)) });
    expect(answer).toMatchObject({ kind: 'number', unit: unitOf(overhead) });
  });

  it('are said in the languages of the lesson', () => {
    const found = foundOf(overhead);
    for (const { text } of rangeOptions(found, 0, LANGUAGES)) {
      expect(Object.keys(text)).toEqual([...LANGUAGES]);
    }
  });
});
