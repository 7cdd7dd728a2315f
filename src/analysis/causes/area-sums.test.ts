import fc from 'fast-check';
import { expect, it } from 'vitest';

import { CORE_MODES } from '../../base/vocabulary.ts';
import { ACTIVITIES, SPAN_STYLES } from '../../kernel/activities.ts';
import { record } from '../../run/record.ts';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { areaSums } from './area-sums.ts';

const edge = fc.double({ min: 0, max: 1, noNaN: true });

it('sums to the length of the area on every core, and equals a count span by span', () => {
  fc.assert(
    fc.property(arbitraryFaulty(), edge, edge, ({ plan }, a, b) => {
      const recording = record(plan);
      const end = recording.summary.totalCycles;
      const [from = 0, to = 0] = [Math.round(a * end), Math.round(b * end)].toSorted(
        (x, y) => x - y,
      );
      const cores = plan.resilient.map((_, core) => core);
      for (const { core, cycles } of areaSums(recording, { from, to, cores })) {
        const { start, activity, length } = recording.spans[core];
        expect(SPAN_STYLES.reduce((sum, style) => sum + cycles[style], 0)).toBe(to - from);
        for (const style of SPAN_STYLES) {
          let sum = 0;
          for (let i = 0; i < length; i++) {
            const until = i + 1 < length ? start[i + 1] : end;
            if (ACTIVITIES[activity[i]].style === style)
              sum += Math.max(0, Math.min(until, to) - Math.max(start[i], from));
          }
          expect(cycles[style]).toBe(sum);
        }
      }
    }),
    { numRuns: 100 },
  );
});

it('agrees with the modes of the cores over the whole run', () => {
  fc.assert(
    fc.property(arbitraryFaulty(), ({ plan }) => {
      const recording = record(plan);
      const { totalCycles, cores } = recording.summary;
      const area = { from: 0, to: totalCycles, cores: cores.map(({ id }) => id) };
      areaSums(recording, area).forEach(({ cycles }, core) => {
        const summary = cores[core];
        if (summary === undefined) throw new Error(`there is no core ${core}`);
        expect(CORE_MODES.reduce((sum, mode) => sum + summary[mode], 0)).toBe(totalCycles);
        expect(cycles.user).toBe(summary.user);
        expect(cycles.polling).toBe(summary.polling);
        expect(cycles.halted + cycles.blocked).toBe(summary.halted);
      });
    }),
    { numRuns: 100 },
  );
});
