import { expect, it } from 'vitest';
import { driverPlan } from '../testing/driver-runs.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { eventWords } from './event-words.ts';

it('says what a driver does to its device', () => {
  const [app] = driverPlan({ access: 'proxied', interrupts: 1, writes: 2 }).apps;
  expect([0, 1, 2, 3, 4].map((event) => eventWords(app, event))).toEqual([
    'device interrupt',
    'register read',
    'register write',
    'register write',
    'exit',
  ]);
});

it('says which trap any other program raises', () => {
  const [app] = craftPlan({ apps: [{ workload: crafted('pagefault', 1) }] }).apps;
  expect([0, 1].map((event) => eventWords(app, event))).toEqual(['page fault', 'exit']);
});
