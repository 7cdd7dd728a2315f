import { expect, it } from 'vitest';
import { GAP_KINDS } from '../../scenario/schema-phases.ts';
import { meanGap } from '../../workload/phases.ts';
import {
  gapOfKind,
  inserted,
  moved,
  NEW_BURSTS,
  NEW_PHASE,
  renamed,
  replaced,
  sharePercent,
  withBursts,
  without,
} from './phase-changes.ts';

it('changes lists by place', () => {
  expect(replaced(['a', 'b'], 1, 'c')).toEqual(['a', 'c']);
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  expect(inserted(['a', 'b'], 1, 'c')).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});

it.each(GAP_KINDS)('keeps the mean of the gaps when they become %s', (kind) => {
  const gap = gapOfKind(kind, { kind: 'constant', instructions: 10_000 });
  expect(gap.kind).toBe(kind);
  expect(meanGap(gap)).toBe(10_000);
  expect(gapOfKind(kind, gap)).toBe(gap);
});

it('leaves out what is switched off', () => {
  const on = withBursts(NEW_PHASE, NEW_BURSTS);
  expect(on.bursts).toEqual(NEW_BURSTS);
  expect(withBursts(on, null)).toEqual(NEW_PHASE);
  expect(renamed(renamed(NEW_PHASE, 'load'), '')).toEqual(NEW_PHASE);
  expect(renamed(NEW_PHASE, '  ')).toEqual(NEW_PHASE);
});

it('says the share of each trap', () => {
  const mix = [
    { trap: 'pagefault', weight: 9 },
    { trap: 'syscall', weight: 3 },
  ] as const;
  expect(sharePercent(mix, 1)).toBe(25);
  expect(sharePercent([{ trap: 'irq', weight: 0 }], 0)).toBeNull();
});
