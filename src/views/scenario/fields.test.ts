import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCores } from './read-cores.ts';
import { readSeed, seedText } from './read-seed.ts';
import { DEFAULT_APP } from '../../scenario/default-scenario.ts';
import { choiceOf, groupByTitle, programName, workloadName, workloadOf } from './workload-names.ts';

describe('a list of cores', () => {
  it.each([
    ['1 2 3', [1, 2, 3]],
    ['C1, c4;5', [1, 4, 5]],
    ['', []],
  ])('reads "%s"', (text, cores) => {
    expect(readCores(text)).toEqual(cores);
  });

  it.each(['one', '1-3', '-1', '1.5'])('refuses "%s"', (text) => {
    expect(readCores(text)).toBeNull();
  });
});

describe('a seed', () => {
  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
        expect(readSeed(seedText(seed))).toBe(seed);
      }),
    );
  });

  it.each(['', '0x', 'xyz', '123456789'])('refuses "%s"', (text) => {
    expect(readSeed(text)).toBeNull();
  });
});

const entry = (id: string, title: string) => ({
  id,
  title,
  name: id,
  variant: 'linux',
  events: { total: 1 },
});

describe('a workload in the list', () => {
  it('is named by program and variant', () => {
    expect(workloadName({ kind: 'profile', id: 'crc32-large.l4re-4k' })).toBe(
      'crc32-large, 4 KiB pages',
    );
  });

  it('keeps its figures when its kind is chosen again', () => {
    const own = { kind: 'periodic', events: 7, instructions: 9, trap: 'irq' } as const;
    expect(workloadOf('periodic', own)).toBe(own);
    expect(choiceOf(workloadOf('random', own))).toBe('random');
    expect(workloadOf('a.b', own)).toEqual({ kind: 'profile', id: 'a.b' });
  });

  it('is called as the app is where it is the person’s own', () => {
    const workload = { kind: 'profile', id: 'own-0123456789abcdef' } as const;
    expect(programName({ ...DEFAULT_APP, workload, name: 'gzip' })).toBe('gzip');
    expect(programName({ ...DEFAULT_APP, name: 'other' })).toBe('crc32-large, 4 KiB pages');
    const own = { ...entry(workload.id, 'A'), own: true } as const;
    expect(groupByTitle([entry('a', 'A'), own]).map(([title]) => title)).toEqual(['A', 'Yours']);
  });

  it('stands under its program', () => {
    const groups = groupByTitle([entry('a', 'A'), entry('b', 'B'), entry('c', 'A')]);
    expect(groups.map(([title, members]) => [title, members.length])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
  });
});
