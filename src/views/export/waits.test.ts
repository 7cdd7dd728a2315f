import fc from 'fast-check';
import { expect, it } from 'vitest';

import { arrivalsOf } from '../../draw/timeline/arrivals.ts';
import { waitsOf } from '../../export/waits.ts';
import { record } from '../../run/record.ts';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';

interface Arrived {
  readonly event: number;
  readonly replica: number;
}

const byEvent = (a: Arrived, b: Arrived): number => a.event - b.event || a.replica - b.replica;

it('begins every exported wait where the timeline has its dot', () => {
  let waits = 0;
  fc.assert(
    fc.property(fc.oneof(arbitraryRunnable(), arbitraryFaulty()), ({ plan }) => {
      const recording = record(plan);
      for (const { id, redundancy } of plan.apps) {
        const rows = recording.rendezvous[id];
        const exported = [...waitsOf(recording, id)];
        const drawn = Array.from({ length: rows.length }, (_, event) => event)
          .filter((event) => Number.isFinite(rows.met[event]))
          .flatMap((event) => {
            const between = [rows.trapped[event], rows.met[event]] as const;
            const last = new Map(
              arrivalsOf(recording.events, id, between).map(({ replica, time }) => [replica, time]),
            );
            return [...last].map(([replica, arrived]) => ({ event, replica, arrived }));
          });
        const plain = exported.map(({ event, replica, arrived }) => ({ event, replica, arrived }));
        expect(plain.toSorted(byEvent)).toEqual(drawn.toSorted(byEvent));
        waits += redundancy === 'native' ? 0 : exported.length;
      }
    }),
    { numRuns: 60 },
  );
  expect(waits).toBeGreaterThan(100);
});
