import { expect, it } from 'vitest';

import { chosenOf, leftSentence } from './open-files.ts';
import type { KnownFile } from './open-files.ts';

const known = (name: string, kind: KnownFile['kind']): KnownFile => ({
  file: new File([''], name),
  kind,
});
const names = (files: readonly KnownFile[]): string[] => files.map(({ file }) => file.name);

it('takes all logs and all shards together, by name', () => {
  for (const kind of ['log', 'sweep'] as const) {
    const { taken, left } = chosenOf([known('b', kind), known('a', kind), known('c', kind)]);
    expect(names(taken)).toEqual(['a', 'b', 'c']);
    expect(left).toEqual([]);
  }
});

it('takes one scenario or study at a time, the first one', () => {
  for (const kind of ['scenario', 'study'] as const) {
    const { taken, left } = chosenOf([known('b', kind), known('a', kind)]);
    expect(names(taken)).toEqual(['b']);
    expect(names(left)).toEqual(['a']);
  }
});

it('says of files of several kinds which are opened and which are not', () => {
  const { taken, left } = chosenOf([
    known('part-2.ndjson', 'sweep'),
    known('trace.txt', 'log'),
    known('part-1.ndjson', 'sweep'),
    known('app.json', 'scenario'),
  ]);
  expect(names(taken)).toEqual(['part-1.ndjson', 'part-2.ndjson']);
  expect(leftSentence(taken, left)).toBe(
    'part-1.ndjson and 1 like it (a sweep) are opened; app.json (a scenario) and trace.txt (a log) are not. Drop those by themselves.',
  );
});

it('names no more files than can be read, and counts the others', () => {
  const left = Array.from({ length: 9 }, (_, i) => known(`log-${i}`, 'log'));
  expect(leftSentence([known('a.json', 'scenario')], left)).toBe(
    'a.json (a scenario) is opened; log-0 (a log), log-1 (a log), log-2 (a log) and 6 more are not. Drop those by themselves.',
  );
});
