import { expect, it } from 'vitest';
import { eventAt } from '../../run/navigate.ts';
import { record } from '../../run/record.ts';
import type { Selection } from '../../base/selection.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { stepsOfSelection } from './log-highlight.ts';

const plan = craftPlan({
  apps: [
    { redundancy: 3, signalling: 'ipc', workload: crafted('syscall', 4) },
    { redundancy: 2, signalling: 'migration', workload: crafted('pagefault', 4) },
  ],
  costs: { skew_sigma: 1500 },
});
const recording = record(plan);
const { events, spans, messages, rendezvous } = recording;

const rowsOf = (selection: Selection) => {
  const { first, end, passes } = stepsOfSelection(recording, selection);
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  return rows.filter(passes).map((row) => eventAt(events, row));
};

it('takes for a span the steps that begin and end it on its core', () => {
  const core = plan.apps[0].cores[1];
  const { start } = spans[core];
  for (const i of [1, 5, 9]) {
    const rows = rowsOf({ kind: 'span', core, start: start[i] });
    expect(rows.map((row) => row.time)).toEqual(expect.arrayContaining([start[i], start[i + 1]]));
    expect(new Set(rows.map((row) => row.core))).toEqual(new Set([core]));
  }
});

it('takes for an event and a wait the steps of its app until it is over', () => {
  const event = rowsOf({ kind: 'event', app: 1, event: 2 });
  expect(event[0]?.time).toBe(rendezvous[1].trapped[2]);
  expect(event.at(-1)?.time).toBe(rendezvous[1].completed[2]);
  expect(new Set(event.map((row) => row.app))).toEqual(new Set([1]));
  const wait = rowsOf({ kind: 'wait', app: 0, replica: 2, event: 1 });
  expect(wait.map((row) => row.kind)).toEqual(expect.arrayContaining(['trap', 'call-sent']));
  expect(wait.every((row) => row.replica === 2 || row.arg === 2)).toBe(true);
});

it('takes for a message the steps that send and receive it', () => {
  const row = 3;
  const kinds = rowsOf({ kind: 'message', row });
  expect(kinds.map(({ time }) => time)).toContain(messages.arrival[row]);
  expect(kinds.map(({ kind }) => kind)).toContain('ipi-arrived');
});

it('takes for an area all steps on its cores, without its end', () => {
  const [from, to] = [events.time[10], events.time[90]];
  const rows = rowsOf({ kind: 'area', from, to, cores: [0, 2] });
  const expected = Array.from({ length: events.length }, (_, k) => eventAt(events, k)).filter(
    ({ time, core }) => time >= from && time < to && (core === 0 || core === 2),
  );
  expect(expected.length).toBeGreaterThan(5);
  expect(rows).toEqual(expected);
});

it('takes a step alone, and nothing for an event that the run does not have', () => {
  expect(rowsOf({ kind: 'step', step: 7 }).map(({ step }) => step)).toEqual([7]);
  expect(rowsOf({ kind: 'event', app: 0, event: 99 })).toEqual([]);
  expect(rowsOf({ kind: 'wait', app: 9, replica: 0, event: 0 })).toEqual([]);
});
