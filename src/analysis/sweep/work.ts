import { msg, t } from '../../base/language.ts';
import { err } from '../../base/result.ts';
import type { BlockWork } from '../blocks/block-work.ts';
import { isCount, isOlderFigures, withFields } from '../studies/guards.ts';
import { valuesOfAxis } from './axis-values.ts';
import { parseSweep } from './parse-spec.ts';
import type { SweepSpec } from './spec.ts';
import { variantsOf } from './spec.ts';

/** Runs of one point. */
function runsPerPoint(spec: SweepSpec): number {
  return variantsOf(spec).length * spec.seeds.length;
}

function pointCount({ axes }: SweepSpec): number {
  return axes.reduce((product, axis) => product * valuesOfAxis(axis).length, 1);
}

/** Sweeps as work in blocks: a block is a point. */
export const SWEEP_WORK: BlockWork<SweepSpec> = {
  format: 'watchmen-sweep',
  noun: msg('sweep'),
  isValid: (spec) => parseSweep(spec, () => err(t('is no scenario'))).ok,
  isResult(spec) {
    const variants = variantsOf(spec).length;
    const seeds = spec.seeds.length;
    return withFields({
      run: isCount,
      variant: (value) => isCount(value) && Number(value) < variants,
      seed: (value) => isCount(value) && Number(value) < seeds,
      figures: isOlderFigures,
    });
  },
  runs: (spec) => pointCount(spec) * runsPerPoint(spec),
  blocks: pointCount,
  runsOf(spec, point) {
    const runs = runsPerPoint(spec);
    return { from: point * runs, to: (point + 1) * runs };
  },
};
