import { expect, it } from 'vitest';
import { craftPlan, crafted } from '../testing/plans.ts';
import { packRecording, unpackRecording } from './pack.ts';
import { record } from './record.ts';
import { createSeeker } from './seek.ts';

const plan = craftPlan({
  apps: [{ signalling: 'polling', redundancy: 3, workload: crafted('syscall', 150) }],
  costs: { skew_sigma: 700 },
});
const recording = record(plan);

it('gives the same checkpoints back', () => {
  const back = unpackRecording(structuredClone(packRecording(recording)));
  expect(back.checkpoints.length).toBeGreaterThan(2);
  expect(back.checkpoints.map(({ step, time, machine }) => ({ step, time, machine }))).toEqual(
    recording.checkpoints,
  );
});

it('seeks in what was unpacked as in the recording itself', () => {
  const here = createSeeker(plan, recording);
  const there = createSeeker(plan, unpackRecording(packRecording(recording)));
  for (const step of [0, 1, 2047, 2048, 5000, 3, recording.events.length]) {
    expect(there.machineAtStep(step)).toEqual(here.machineAtStep(step));
  }
});

it('shares the columns instead of copying them', () => {
  expect(packRecording(recording).events).toBe(recording.events);
});
