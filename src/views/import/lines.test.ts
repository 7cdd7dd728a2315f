import { expect, it } from 'vitest';

import type { LineOutcome } from '../../workload/import/line-outcomes.ts';
import type { LineClass } from '../../workload/import/report.ts';
import { listLines } from './lines.ts';
import type { LineFilter } from './lines.ts';

const sample = (line: number, what: LineClass, text: string) => ({
  file: 0,
  line,
  class: what,
  text,
});
const LINES = {
  preview: [
    sample(1, 'call', 'read(3) = 5'),
    sample(2, 'output', 'Hello'),
    sample(3, 'call', 'close(3) = 0'),
    sample(4, 'call', 'READ(4) = 5'),
  ],
  doubtful: [sample(2, 'output', 'Hello'), sample(90, 'unknown', 'read what')],
};
const trap = (count: number): LineOutcome => ({
  kind: 'trap',
  gap: 1,
  computing: 1,
  traps: count === 0 ? [] : [{ kind: 'ipc', name: 'a', count }],
});
const OUTCOMES = [trap(1), null, trap(0), { kind: 'other', pid: 6 } as const];

const numbers = (filter: LineFilter, query = '') =>
  listLines(LINES, OUTCOMES, { filter, query }).map((listed) => listed.sample.line);

it('lists all lines, those that are traps, or the others', () => {
  expect(numbers('all')).toEqual([1, 2, 3, 4]);
  expect(numbers('traps')).toEqual([1]);
  expect(numbers('others')).toEqual([2, 3, 4]);
});

it('lists what was not understood from anywhere in the log', () => {
  expect(numbers('doubtful')).toEqual([2, 90]);
  expect(numbers('doubtful', 'what')).toEqual([90]);
});

it('finds text in either case, and numbers', () => {
  expect(numbers('all', ' read ')).toEqual([1, 4]);
  expect(numbers('all', '3')).toEqual([1, 3]);
  expect(numbers('doubtful', '90')).toEqual([90]);
});
