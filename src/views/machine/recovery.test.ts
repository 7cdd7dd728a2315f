import { expect, it } from 'vitest';
import { recoveryProgress } from './recovery.ts';
import { appView, planOf } from './testing.ts';

const plan = planOf({ redundancy: 3, signalling: 'migration' });
const { put, get, memcpy_bw } = plan.costs;
const cycles = put + get + Math.round(65_536 / memcpy_bw);
const at = (spent: number) =>
  recoveryProgress(plan, appView(3, { stage: 'recovering', copied: spent / cycles }));

it('copies registers and UTCB before memory', () => {
  expect(at((put + get) / 2)).toEqual({
    stateDone: false,
    copiedKiB: 0,
    totalKiB: 64,
    share: 0,
  });
});

it('counts the memory copied by the bandwidth of the plan', () => {
  const half = at(put + get + 32_768 / memcpy_bw);
  expect(half.stateDone).toBe(true);
  expect(half.share).toBeCloseTo(0.5, 3);
  expect(at(cycles)).toMatchObject({ copiedKiB: 64, share: 1 });
});
