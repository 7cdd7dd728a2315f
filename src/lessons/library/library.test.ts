import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { compareInstants } from '../../run/conditions.ts';
import { shippedProfiles } from '../../testing/profiles.ts';
import type { LessonAnswers } from '../answers.ts';
import { isRight, lessonAnswers } from '../answers.ts';
import type { Lesson } from '../lesson.ts';
import { plainText, placesOf } from '../play.ts';
import { readLesson } from '../schema.ts';
import type { LocalText } from '../text.ts';
import { TERMS } from '../terms.ts';
import { LANGUAGES } from '../text.ts';
import { findLesson, LESSON_IDS } from './index.ts';

const profiles = shippedProfiles();
const FOLDER = new URL('.', import.meta.url);
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .toSorted();
const SEEDS = [null, 1, 0xbeef, 2_718_281_828];

function lessonNamed(id: string): Lesson {
  const found = findLesson(id);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

/** Answers by lesson and seed: they take whole runs, and several tests look at the same ones. */
const known = new Map<string, LessonAnswers>();

function answered(lesson: Lesson, seed: number | null): LessonAnswers {
  const name = `${lesson.id}, seed ${seed}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const answers = lessonAnswers(lesson, seed, profiles);
  if (!answers.ok) throw new Error(`${name}: ${JSON.stringify(answers.error)}`);
  known.set(name, answers.value);
  return answers.value;
}

/** Every text of a lesson, with where it stands. */
function textsOf(value: unknown, path = ''): { readonly path: string; readonly text: LocalText }[] {
  if (typeof value !== 'object' || value === null) return [];
  const isText = LANGUAGES.some((language) => Object.hasOwn(value, language));
  if (isText) return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Names that have digits in them; any other figure in a text has to come from the kernel. */
const NAMES =
  /CRC32|L4(?:Linux|Re|Android)?|[RC]\d|[sS]lot \d|Platz \d|(?:HotDep|EMSOFT)['’]\d\d/gu;

describe('the shipped lessons', () => {
  it('are all in the list, in the order of their files', () => {
    const ids = files.map((file) => {
      const lesson = readLesson(readFileSync(new URL(file, FOLDER), 'utf8'));
      return lesson.ok ? lesson.value.id : `${file}: ${JSON.stringify(lesson.error)}`;
    });
    expect(LESSON_IDS).toEqual(ids);
    expect(files.map((file) => file.replace(/^\d\d-|\.json$/g, ''))).toEqual(ids);
  });

  it('tell of a lesson that is not there which ones are near', () => {
    expect(findLesson('pollin')).toMatchObject({ ok: false, error: /polling/ });
  });
});

describe('the lesson that the documentation shows', () => {
  it('is valid and has answers', () => {
    const docs = readFileSync(new URL('../../../docs/lessons.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(docs) ?? [];
    const lesson = readLesson(example);
    const answers = lesson.ok ? lessonAnswers(lesson.value, null, profiles) : lesson;
    expect(answers).toMatchObject({ ok: true });
  });
});

describe('the terms', () => {
  it('are said and explained in every language, without figures', () => {
    for (const { path, text } of textsOf(TERMS)) {
      expect(Object.keys(text), path).toEqual([...LANGUAGES]);
      expect(Object.values(text).join(' '), path).not.toMatch(/\d/);
    }
  });
});

describe.each(LESSON_IDS)('lesson "%s"', (id) => {
  const lesson = lessonNamed(id);
  const asked = lesson.steps.flatMap(({ question }) => question ?? []);

  it('has six to ten steps, three questions at least, and an aim and an end', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(6);
    expect(lesson.steps.length).toBeLessThanOrEqual(10);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(lesson.aim).toBeDefined();
    expect(lesson.closing).toBeDefined();
    expect(lesson.steps.every(({ title }) => title !== undefined)).toBe(true);
  });

  it('has every text in every language', () => {
    for (const { path, text } of textsOf(lesson)) {
      expect(Object.keys(text), path).toEqual([...LANGUAGES]);
    }
  });

  it('has no figure in its texts that the kernel should say', () => {
    for (const { path, text } of textsOf(lesson)) {
      for (const language of LANGUAGES) {
        const written = (text[language] ?? '').replace(/\{[a-z0-9-]+\}/g, '').replace(NAMES, '');
        expect(written, `${path}.${language}`).not.toMatch(/\d/);
      }
    }
  });

  it('uses every value, and has the same ones in both languages of a text', () => {
    const used = new Set<string>();
    for (const { path, text } of textsOf(lesson)) {
      const [first, ...others] = LANGUAGES.map((language) =>
        [...(text[language] ?? '').matchAll(/\{([a-z0-9-]+)\}/g)]
          .map(([, name]) => name)
          .toSorted(),
      );
      for (const names of others) expect(names, path).toEqual(first);
      for (const name of first ?? []) used.add(name ?? '');
    }
    expect([...used].toSorted()).toEqual(Object.keys(lesson.values).toSorted());
  });

  it('uses every scene', () => {
    const text = JSON.stringify([lesson.steps, lesson.values]);
    for (const scene of Object.keys(lesson.scenes)) expect(text).toContain(`"scene":"${scene}"`);
  });

  it('stops everywhere it says and has one right answer to every question', () => {
    const { steps, values } = answered(lesson, null);
    expect(steps.map(({ scene }) => scene)).toEqual(placesOf(lesson).map(({ scene }) => scene));
    expect(steps.flatMap(({ answer }) => answer ?? [])).toHaveLength(asked.length);
    for (const { text } of textsOf(lesson)) {
      for (const language of LANGUAGES) {
        expect(plainText(text, language, values)).not.toMatch(/[{}…]|NaN|Infinity/);
      }
    }
  });

  it('never goes back within a scene from one step to the next', () => {
    const { steps } = answered(lesson, null);
    const back = steps.filter(({ scene, at }, i) => {
      const before = steps[i - 1];
      return before?.scene === scene && compareInstants(at, before.at) < 0;
    });
    expect(back).toEqual([]);
  });

  it('has the same right answers under other seeds', () => {
    const [own, ...others] = SEEDS.map((seed) => answered(lesson, seed));
    for (const other of others) {
      const same = own?.steps.map(({ answer }, i) => {
        const again = other.steps[i]?.answer ?? null;
        if (answer === null || again === null) return answer === again;
        return isRight(answer, again.kind === 'number' ? again.value : again.right);
      });
      expect(same).toEqual(lesson.steps.map(() => true));
    }
  });
});
