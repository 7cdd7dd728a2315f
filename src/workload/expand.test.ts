import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import { expandProfile } from './expand.ts';
import type { Profile, ProfileStep } from './profile.ts';
import { expandedLength, isLoop } from './profile.ts';

const step = (name: string, computeCycles: number, instructions?: number): ProfileStep => ({
  computeCycles,
  ...(instructions === undefined ? {} : { instructions }),
  trap: { kind: 'syscall', name, bytesIn: 1, bytesOut: 2 },
});
const profileOf = (segments: readonly ProfileStep[]): Profile => ({
  name: 'p',
  title: 'p',
  variant: 'v',
  kind: 'measured',
  cpuGHz: 1,
  segments,
});

it('unrolls loops in order', () => {
  const columns = expandProfile(
    profileOf([
      step('a', 1),
      { repeat: 2, segments: [step('b', 2), { repeat: 2, segments: [step('c', 3)] }] },
    ]),
  );
  expect([...columns.cycles]).toEqual([1, 2, 3, 3, 2, 3, 3]);
  expect([...columns.name].map((index) => columns.names[index])).toEqual('abccbcc'.split(''));
  expect([...columns.bytesIn]).toEqual(Array(7).fill(1));
  expect([...columns.bytesOut]).toEqual(Array(7).fill(2));
});

it('keeps instruction counts and marks the unknown ones', () => {
  const columns = expandProfile(profileOf([step('a', 1, 57.2), step('b', 2)]));
  expect([...columns.instructions]).toEqual([57.2, -1]);
});

it.each(['exit_group', 'parent.signal'])('makes an exit of a last trap named %s', (name) => {
  const columns = expandProfile(profileOf([step(name, 1), step('read', 1), step(name, 1)]));
  expect([...columns.trap].map((kind) => TRAP_KINDS[kind])).toEqual(['syscall', 'syscall', 'exit']);
});

it('ends with the last trap whatever its name', () => {
  const columns = expandProfile(profileOf([step('epoll_wait', 1)]));
  expect(TRAP_KINDS[columns.trap[0]]).toBe('syscall');
});

it('gives as many segments and cycles as the loops say', () => {
  const leaf = fc.nat({ max: 1000 }).map((cycles) => step('x', cycles));
  const { steps } = fc.letrec<{ steps: ProfileStep[]; one: ProfileStep }>((tie) => ({
    steps: fc.array(tie('one'), { minLength: 1, maxLength: 4 }),
    one: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ repeat: fc.integer({ min: 1, max: 5 }), segments: tie('steps') }),
    ),
  }));
  const cyclesOf = (list: readonly ProfileStep[]): number =>
    list.reduce(
      (sum, s) => sum + (isLoop(s) ? s.repeat * cyclesOf(s.segments) : s.computeCycles),
      0,
    );
  fc.assert(
    fc.property(steps, (list) => {
      const columns = expandProfile(profileOf(list));
      expect(columns.length).toBe(expandedLength(list));
      expect(columns.cycles.reduce((a, b) => a + b, 0)).toBe(cyclesOf(list));
    }),
  );
});
