import { readdirSync, readFileSync } from 'node:fs';

import { compileMessage as compileByLibrary } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';

import { compileMessage } from '../base/message-format.ts';
import { catalogueOf, readCatalogues, speakingModules } from '../testing/catalogues.ts';
import { wordsOfModule } from '../testing/message-scan.ts';
import { placeholdersOf } from '../testing/placeholders.ts';
import { GERMAN } from './german.ts';

/** Folders whose words are not all marked yet. */
const UNMARKED = [
  // The command line and what it writes speak English: they are read by scripts.
  'src/cli/',
  'src/export/',
  // Writes a style sheet.
  'src/draw/tokens-css.ts',
  // Words of lessons stand side by side in every language.
  'src/lessons/from-notes.ts',
  'src/lessons/library/',
  'src/lessons/make-question.ts',
  'src/lessons/published.ts',
  'src/lessons/terms.ts',
  'src/lessons/value-text.ts',
  // Words by which links are packed, the same for ever.
  'src/lessons/link.ts',
  'src/scenario/codec/base-v',
  // Serves tests.
  'src/store/testing.ts',
  // Logs, names of system calls, what profile files keep, and a digest are the same in every language.
  'src/workload/import/call-',
  'src/workload/import/labels.ts',
  'src/workload/import/perf-trace.ts',
  'src/workload/import/profile-source.ts',
  'src/workload/import/strace',
  'src/workload/import/testing.ts',
  'src/workload/own-profile.ts',
];

const LESSONS = 'src/lessons/library/';
/** Words that meant what another word means. */
const GIVEN_UP =
  /Betriebssystemk|Betriebssystemcode|Kern-Debugger|Programmcode|lokale[rn]? Behandlung|\b(?:das|die|einer) FIFO|\bpollt\b|Vortragen|neue\w* Fassung|Zyklus|Zyklen/iu;

const modules = speakingModules().map((path) => ({ path, ...wordsOfModule(path) }));
const catalogues = readCatalogues();

describe('messages in the code', () => {
  it('are written out, and said when the language is known, with all that they want', () => {
    expect(modules.flatMap(({ misuses }) => misuses)).toEqual([]);
  });

  it('are all the words that people read', () => {
    const marked = modules.filter(({ path }) => !UNMARKED.some((start) => path.startsWith(start)));
    expect(marked.flatMap(({ unmarked }) => unmarked)).toEqual([]);
  });
});

describe('the German catalogues', () => {
  it('have every message, and none that is not said any more (npm run messages)', () => {
    const wanted = new Map<string, Set<string>>();
    for (const { path, messages } of modules) {
      const ids = wanted.get(catalogueOf(path)) ?? new Set();
      for (const { id } of messages) ids.add(id);
      if (ids.size > 0) wanted.set(catalogueOf(path), ids);
    }
    const there = [...catalogues].map(([name, messages]) => [
      name,
      Object.keys(messages).toSorted(),
    ]);
    const expected = [...wanted].map(([name, ids]) => [name, [...ids].toSorted()]);
    expect(Object.fromEntries(there)).toEqual(Object.fromEntries(expected));
  });

  it('translate each, in the same way everywhere', () => {
    const all = [...catalogues.values()].flatMap((messages) => Object.entries(messages));
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(all.filter(([id, text]) => GERMAN[id] !== text)).toEqual([]);
  });

  it('have one word for one thing, as lessons have (docs/languages.md)', () => {
    const ofLessons = readdirSync(LESSONS)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => readFileSync(LESSONS + file, 'utf8').match(/"de": .*/gu) ?? []);
    expect(ofLessons.length).toBeGreaterThan(500);
    const all = [...Object.values(GERMAN), ...ofLessons];
    expect(all.filter((text) => GIVEN_UP.test(text))).toEqual([]);
  });

  it('fill the placeholders that the English message has', () => {
    const odd = modules
      .flatMap(({ messages }) => messages)
      .filter(
        ({ id, text }) => placeholdersOf(text).join() !== placeholdersOf(GERMAN[id] ?? '').join(),
      );
    expect(odd).toEqual([]);
  });
});

describe('the part of the message format that is used', () => {
  const texts = [
    ...modules.flatMap(({ messages }) => messages.map(({ text }) => text)),
    ...Object.values(GERMAN),
    'a {x}, {y}',
    'it’s {n, plural, =0 {none} one {# event} other {# events of {k}}} #',
    '{kind, select, a {A {x}} other {{n, plural, one {one} other {#}}}}',
  ];

  it('means what it means to the library', () => {
    for (const text of texts) expect(compileMessage(text), text).toEqual(compileByLibrary(text));
  });

  it.each(['{', 'a}', '{a b}', '{n, plural, one {x}', '{n, date}'])('refuses %j', (text) => {
    expect(() => compileMessage(text)).toThrow(/message/u);
  });
});
