import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { CORE_MODES, PARTS } from '../base/vocabulary.ts';
import { createMachine } from '../kernel/create.ts';
import { INCIDENT_KINDS } from '../kernel/faults/incidents.ts';
import { advance } from '../kernel/reducer.ts';
import { arbitraryFaulty } from '../testing/arbitrary-faults.ts';
import { measure, record, startRecording } from './record.ts';
import type { Breakdown } from './recording.ts';
import { createSeeker } from './seek.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const faulty = arbitraryFaulty();
const share = fc.double({ min: 0, max: 1, noNaN: true });

function sumOf(parts: Breakdown): number {
  return PARTS.reduce((sum, part) => sum + parts[part], 0);
}

it('partitions every replica and every core to the cycle, however the run ends', () => {
  const ends = new Set<string>();
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const { summary } = record(plan);
      for (const app of summary.apps) {
        ends.add(app.outcome);
        expect(sumOf(app.breakdown)).toBe(app.totalCycles);
        for (const { breakdown } of app.replicas) {
          expect(sumOf(breakdown)).toBe(app.totalCycles);
          for (const part of PARTS) expect(breakdown[part]).toBeGreaterThanOrEqual(0);
        }
      }
      for (const core of summary.cores) {
        expect(CORE_MODES.reduce((sum, mode) => sum + core[mode], 0)).toBe(summary.totalCycles);
      }
    }),
    { numRuns: 300 },
  );
  expect(ends.size).toBeGreaterThan(6);
});

it('covers every core with spans that follow each other', () => {
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const { spans, summary } = record(plan);
      for (const { start, length } of spans) {
        expect(start[0]).toBe(0);
        // Asked of each span by itself, the question takes longer than the run.
        const disordered = start.findIndex((at, i) => i > 0 && i < length && at <= start[i - 1]);
        expect(disordered).toBe(-1);
        expect(start[length - 1]).toBeLessThanOrEqual(summary.totalCycles);
      }
    }),
    { numRuns: 100 },
  );
});

it('gives the same recording in slices of any size, and the same figures without a trace', () => {
  fc.assert(
    fc.property(faulty, fc.integer({ min: 1, max: 500 }), ({ plan }, slice) => {
      const whole = record(plan);
      const job = startRecording(plan);
      while (!job.advance(slice));
      expect(job.finish()).toEqual(whole);
      expect(measure(plan)).toEqual({ summary: whole.summary, series: whole.series });
    }),
    { numRuns: 40 },
  );
});

it('seeks to what running gives', () => {
  fc.assert(
    fc.property(faulty, fc.array(share, { minLength: 1, maxLength: 5 }), ({ plan }, parts) => {
      const recording = record(plan);
      const seeker = createSeeker(plan, recording);
      for (const part of parts) {
        const steps = Math.floor(recording.events.length * part);
        const ran = advance(plan, createMachine(plan), { steps });
        expect(JSON.stringify(seeker.machineAtStep(steps))).toBe(JSON.stringify(ran));
      }
    }),
    { numRuns: 60 },
  );
});

it('tells incidents in order, each with the step it belongs to', () => {
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const { incidents, events } = record(plan);
      incidents.forEach(({ kind, time, step }, i) => {
        expect(INCIDENT_KINDS).toContain(kind);
        expect(step).toBeGreaterThanOrEqual(incidents[Math.max(0, i - 1)].step);
        // What stalls is told after the last step.
        const [row, at] = kind === 'stalled' ? [events.length, time] : [step, events.time[step]];
        expect([step, time]).toEqual([row, at]);
      });
    }),
    { numRuns: 100 },
  );
});

it('keeps of a run with faults that never hit nothing but the run', () => {
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const late = plan.faults.atCycle.map((fault) => ({ ...fault, cycle: 9e15 }));
      const faults = { ...plan.faults, atCycle: late, atEvent: [] };
      const recording = record({ ...plan, faults });
      const free = record({ ...plan, faults: { ...faults, atCycle: [] } });
      expect(recording.incidents).toEqual([]);
      expect(recording.divergence).toEqual([]);
      expect(recording.summary).toEqual(free.summary);
      expect(recording.summary.apps.every((app) => app.outcome === 'completed')).toBe(true);
    }),
    { numRuns: 40 },
  );
});
