import { describe, expect, it } from 'vitest';

import { encodeLesson } from '../../lessons/link.ts';
import { LESSON_IDS } from '../../lessons/library/index.ts';
import { SMALL_LESSON } from '../../testing/arbitrary-lesson.ts';
import { type } from '../testing.ts';

const small = JSON.stringify(SMALL_LESSON);

describe('lessons list', () => {
  it('lists the shipped lessons in order, in either language', () => {
    const english = type(['lessons', 'list']);
    const ids = english.out
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(' ')[0]);
    expect(ids).toEqual(LESSON_IDS);
    expect(english.out).toContain('The cast');
    expect(type(['lessons', 'list', '--lang', 'de']).out).toContain('Die Mitwirkenden');
  });

  it('lists them as JSON', () => {
    const { lessons } = JSON.parse(type(['lessons', 'list', '--json']).out) as {
      lessons: { id: string; questions: number }[];
    };
    expect(lessons.map(({ id }) => id)).toEqual(LESSON_IDS);
    expect(lessons.every(({ questions }) => questions >= 3)).toBe(true);
  });
});

describe('lessons check', () => {
  it('finds nothing wrong with a lesson', () => {
    expect(type(['lessons', 'check', 'a.json'], { 'a.json': small })).toMatchObject({
      status: 0,
      out: '"small" is a lesson of 2 steps with 2 questions.\n',
    });
  });

  it('lists problems, one a line, with status 1', () => {
    const wrong = small
      .replace('"scene":"two","stop"', '"scene":"tow","stop"')
      .replace('*meet*', '*meet');
    const typed = type(['lessons', 'check', 'a.json'], { 'a.json': wrong });
    expect(typed.status).toBe(1);
    expect(typed.out).toMatch(/^steps\[0\]\.caption\.en: has a \*/);
  });

  it('says where a file stops being JSON', () => {
    const typed = type(['lessons', 'check', 'a.json'], { 'a.json': '{\n "watchmen-lesson" 1}' });
    expect(typed).toMatchObject({ status: 2, error: /line 2, column 20/ });
  });

  it('needs a file that is there', () => {
    expect(type(['lessons', 'check'])).toMatchObject({ status: 2, error: /which file/ });
    expect(type(['lessons', 'check', 'no.json'])).toMatchObject({
      status: 2,
      error: /no such file/,
    });
  });
});

describe('lessons answers', () => {
  it('tells every step with what the kernel says', () => {
    const { status, out } = type(['lessons', 'answers', 'a.json'], { 'a.json': small });
    expect(status).toBe(0);
    expect(out).toMatch(/They meet; an event costs [\d\u202f]+ cycles/);
    expect(out).toContain('= The first [the first to arrive]');
    expect(out).toMatch(/= Polling \[0\] < IPC \[\d+\]/);
  });

  it('takes a shipped lesson, a seed and a language', () => {
    const { status, out } = type(['lessons', 'answers', 'cast', '--seed', '3', '--lang', 'de']);
    expect(status).toBe(0);
    expect(out).toContain('= Er ist angehalten');
  });

  it('takes a link', () => {
    const { fragment } = encodeLesson(SMALL_LESSON);
    const { lesson } = JSON.parse(
      type(['lessons', 'answers', `http://x/#${fragment}`, '--json']).out,
    ) as { lesson: string };
    expect(lesson).toBe('small');
  });

  it('lists what cannot be answered, with status 1', () => {
    const late = small.replace('"event":2', '"event":200');
    const typed = type(['lessons', 'answers', 'a.json'], { 'a.json': late });
    expect(typed).toMatchObject({ status: 1, out: /^steps\[0\]\.stop: the run never comes/ });
  });

  it.each([
    [['lessons', 'answers', 'pollin'], /did you mean "polling"/],
    [['lessons', 'answers'], /which lesson/],
    [['lessons', 'answers', 'cast', '--seed', '-1'], /--seed/],
    [['lessons', 'answers', 'cast', '--lang', 'fr'], /--lang must be en or de/],
    [['lessons', 'answers', 'cast', 'ipc'], /unexpected "ipc"/],
    [['lessons', 'anwsers', 'cast'], /did you mean "answers"/],
    [['lessons'], /Known: list, check, answers, link/],
  ])('%j is told what is wrong', (argv, error) => {
    const typed = type(argv);
    expect(typed.status).toBe(2);
    expect(typed.error).toMatch(error);
  });
});

describe('lessons link', () => {
  it('prints the link and its size', () => {
    const { fragment, characters } = encodeLesson(SMALL_LESSON);
    const typed = type(['lessons', 'link', 'a.json', '--page', 'https://a.b/c#d'], {
      'a.json': small,
    });
    expect(typed.out).toBe(`https://a.b/c#${fragment}\n`);
    expect(typed.error).toMatch(new RegExp(`^${characters} characters`));
  });

  it('advises a file where the link is long', () => {
    expect(type(['lessons', 'link', 'errors']).error).toMatch(/give the file instead/);
  });
});
