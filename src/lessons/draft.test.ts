import { describe, expect, it } from 'vitest';

import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import {
  draftFrom,
  finished,
  isDraft,
  problemsOf,
  runnable,
  withLanguage,
  withoutLanguage,
} from './draft.ts';
import { lessonFindings } from './answers.ts';
import type { Lesson } from './lesson.ts';
import { findLesson, LESSON_IDS } from './library/index.ts';
import { placesOf } from './play.ts';
import { parseLesson } from './schema.ts';

const draft = draftFrom(SMALL_LESSON);

function shipped(id: string): Lesson {
  const found = findLesson(id);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

describe('a draft', () => {
  it.each(LESSON_IDS)('of the lesson %s plays as that does', (id) => {
    const lesson = shipped(id);
    const copy = draftFrom(lesson);
    expect(placesOf(finished(copy))).toEqual(placesOf(lesson));
    expect(problemsOf(copy)).toEqual([]);
    expect(copy.steps.every(({ scene, stop }) => scene !== undefined && stop !== undefined)).toBe(
      true,
    );
  });

  it('whose steps change places stays valid', () => {
    const turned = { ...draft, steps: draft.steps.toReversed() };
    expect(problemsOf(turned)).toEqual([]);
    expect(placesOf(turned)).toEqual(placesOf(draft).toReversed());
  });

  it('drops empty texts that need not be and scenes that nobody uses, and no others', () => {
    const [first] = draft.steps;
    const scenes = { ...draft.scenes, spare: { preset: 'talk-ipc' } };
    const edited: Lesson = {
      ...draft,
      scenes,
      aim: { en: ' ' },
      steps: [{ ...first, title: { en: '' }, caption: { en: '' } }],
    };
    const { aim, scenes: kept, steps } = finished(edited);
    expect(aim).toBeUndefined();
    expect(Object.keys(kept)).toEqual(['two']);
    expect(steps[0]?.title).toBeUndefined();
    expect(problemsOf(edited)).toEqual([
      { path: 'steps[0].caption.en', message: 'must not be empty' },
    ]);
  });

  it('is answered by the kernel before its texts are written', () => {
    const [first] = draft.steps;
    const unwritten = { ...draft, title: { en: '' }, steps: [{ ...first, caption: { en: '' } }] };
    expect(parseLesson(runnable(unwritten)).ok).toBe(true);
    const { steps, problems } = lessonFindings(runnable(unwritten), null, new Map());
    expect(problems).toEqual([]);
    expect(steps[0]).toMatchObject({ answer: { right: 0 }, found: [{ value: 'first' }] });
  });

  it('has what the kernel finds of the steps that are right, where others are not', () => {
    const [first, second] = draft.steps;
    const never = { ...first, stop: { kind: 'event', event: 99, moment: 'met' } } as const;
    const { steps, problems } = lessonFindings(
      { ...draft, steps: [never, second] },
      null,
      new Map(),
    );
    expect(problems.map(({ path }) => path)).toEqual(['steps[0].stop']);
    expect(steps[0]?.at).toBeNull();
    expect(steps[1]?.answer).not.toBeNull();
  });
});

describe('the languages of a draft', () => {
  it('come and go with all texts', () => {
    const both = withLanguage(draft, 'de');
    expect(problemsOf(both).every(({ path }) => path.endsWith('.de'))).toBe(true);
    expect(problemsOf(both).length).toBeGreaterThan(8);
    expect(withoutLanguage(both, 'de')).toEqual(draft);
    expect(withoutLanguage(draft, 'en')).toEqual(draft);
  });
});

describe('what was kept of a draft', () => {
  it.each(LESSON_IDS)('is one for %s', (id) => {
    expect(isDraft(JSON.parse(JSON.stringify(shipped(id))))).toBe(true);
  });

  it('may have empty texts', () => {
    expect(isDraft({ ...draft, title: { en: '' }, closing: { en: '' } })).toBe(true);
  });

  it.each([null, [], 'x', {}, { ...draft, steps: [{}] }, { ...draft, steps: [{ caption: 'x' }] }])(
    'is none in %j',
    (json) => expect(isDraft(json)).toBe(false),
  );
});
