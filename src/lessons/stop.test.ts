import { describe, expect, it } from 'vitest';

import { record } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import { findPreset } from '../scenario/presets.ts';
import { shippedProfiles } from '../testing/profiles.ts';
import type { Moment, StopSpec } from './lesson.ts';
import { MOMENTS } from './lesson.ts';
import { instantOfStop } from './stop.ts';

const preset = findPreset('susan-tmr-ipc');
const plan = preset.ok ? compilePlan(preset.value.scenario, shippedProfiles()) : preset;
if (!plan.ok) throw new Error(JSON.stringify(plan.error));
const recording = record(plan.value);
const [columns] = recording.rendezvous;

const stopAt = (stop: StopSpec) => instantOfStop(recording, stop);
const timeOf = (event: number, moment: Moment): number =>
  stopAt({ kind: 'event', event, moment })?.time ?? Number.NaN;

describe('a stop', () => {
  it('is at the start or the end of the run', () => {
    expect(stopAt({ kind: 'start' })).toEqual({ time: 0, step: 0 });
    expect(stopAt({ kind: 'end' })).toEqual({
      time: recording.summary.totalCycles,
      step: recording.events.length,
    });
  });

  it('is at the moments of an event, in their order', () => {
    const times = MOMENTS.map((moment) => timeOf(258, moment));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.slice(1)).toEqual([
      columns.trapped[258],
      columns.arrived[258],
      columns.met[258],
      columns.compared[258],
      columns.handled[258],
      columns.completed[258],
    ]);
  });

  it('in the computing before an event lies before its trap, even where replicas overlap', () => {
    // In its first events a replica of susan traps while another is not yet released.
    const overlapping = 150;
    expect(columns.completed[overlapping - 1]).toBeGreaterThan(columns.trapped[overlapping]);
    for (const event of [0, overlapping, 258]) {
      expect(timeOf(event, 'computing')).toBeLessThan(timeOf(event, 'trapped'));
    }
  });

  it('is where a condition first holds from an event on', () => {
    const condition = { kind: 'event-kind', event: 'compared' } as const;
    expect(stopAt({ kind: 'until', condition, event: 258 })?.time).toBe(columns.compared[258]);
    expect(stopAt({ kind: 'until', condition })?.time).toBe(columns.compared[0]);
  });

  it('is an instant as a note names it', () => {
    expect(stopAt({ kind: 'instant', time: 5, step: 0 })).toEqual({ time: 5, step: 0 });
  });

  const UNREACHED: readonly StopSpec[] = [
    { kind: 'event', event: 10_000, moment: 'met' },
    { kind: 'event', event: 0, moment: 'met', app: 1 },
    { kind: 'until', condition: { kind: 'mismatch' } },
    { kind: 'until', condition: { kind: 'mismatch' }, event: 10_000 },
    { kind: 'instant', time: 1e15, step: 0 },
    { kind: 'instant', time: 0, step: 1e9 },
  ];
  it.each(UNREACHED)('%j is nowhere', (stop) => {
    expect(stopAt(stop)).toBeNull();
  });
});
