import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import { arbitraryDriver } from '../testing/arbitrary-driver.ts';
import { DEFAULT_DRIVER } from './driver-spec.ts';
import { driverLength, driverSegments, interruptTimes } from './driver.ts';

const driver = arbitraryDriver({ count: 50, amount: fc.nat({ max: 1_000_000 }) });

it('has as many traps and instructions as it says', () => {
  fc.assert(
    fc.property(driver, (spec) => {
      const columns = driverSegments(spec);
      expect(columns.length).toBe(driverLength(spec));
      expect(columns.instructions.reduce((a, b) => a + b, 0)).toBe(
        spec.interrupts * spec.instructions,
      );
      const kinds = [...columns.trap].map((kind) => TRAP_KINDS[kind]);
      expect(kinds.filter((kind) => kind === 'irq')).toHaveLength(spec.interrupts);
      expect(kinds.indexOf('exit')).toBe(columns.length - 1);
    }),
  );
});

it('reads before it computes and writes behind it', () => {
  const { names, name, instructions } = driverSegments({
    ...DEFAULT_DRIVER,
    interrupts: 1,
    reads: 2,
    writes: 2,
  });
  expect([...name].map((index, i) => `${instructions[i]} ${names[index]}`)).toEqual([
    '0 device interrupt',
    '0 register read',
    '0 register read',
    '20000 register write',
    '0 register write',
    '0 exit',
  ]);
});

it('interrupts at ascending instants, equal for equal seeds whatever the access', () => {
  fc.assert(
    fc.property(driver, (spec) => {
      const times = interruptTimes(spec);
      expect(times).toHaveLength(spec.interrupts);
      for (let i = 1; i < times.length; i++) expect(times[i]).toBeGreaterThan(times[i - 1]);
      expect(interruptTimes({ ...spec, access: 'naive', input: 'counter' })).toEqual(times);
    }),
  );
});

it('interrupts as often as it says', () => {
  const spec = { ...DEFAULT_DRIVER, interrupts: 20_000, every: 5000 };
  expect(interruptTimes({ ...spec, arrival: 'periodic' })[19_999]).toBe(100_000_000);
  // Five standard errors: 5 x 5000 x sqrt(20000).
  expect(Math.abs(interruptTimes(spec)[19_999] - 100_000_000)).toBeLessThan(3_540_000);
});
