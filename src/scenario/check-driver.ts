import { t } from '../base/language.ts';
import type { DriverSpec } from '../workload/driver-spec.ts';
import { driverLength } from '../workload/driver.ts';
import type { InputProblem } from '../workload/problems.ts';
import { MAX_SEGMENTS } from '../workload/segments.ts';
import { MAX_ACCESSES, MAX_EVERY } from './schema-driver.ts';

/** All that is wrong with the numbers of a driver; empty when it can run. */
export function checkDriver(spec: DriverSpec, path: string): InputProblem[] {
  const problems: InputProblem[] = [];
  const check = (field: keyof DriverSpec, least: number, most: number) => {
    const value = spec[field] as number;
    if (Number.isInteger(value) && value >= least && value <= most) return;
    const message = t('must be a whole number from {least} to {most}', { least, most });
    problems.push({ path: `${path}.${field}`, message });
  };
  check('interrupts', 1, MAX_SEGMENTS - 1);
  check('every', 1, MAX_EVERY);
  check('instructions', 0, 1e15);
  check('reads', 0, MAX_ACCESSES);
  check('writes', 0, MAX_ACCESSES);
  check('seed', 0, 0xffffffff);
  const length = driverLength(spec);
  if (problems.length === 0 && length > MAX_SEGMENTS) {
    const message = t('makes {length} traps with its accesses; the most is {most}', {
      length,
      most: MAX_SEGMENTS,
    });
    problems.push({ path: `${path}.interrupts`, message });
  }
  return problems;
}
