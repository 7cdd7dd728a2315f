import { t } from '../../base/language.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import type { CoreMode } from '../../base/vocabulary.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import { listed } from '../phrases.ts';
import { isRecord } from './json-fields.ts';
import { DEFAULT_WEIGHTS, ENERGY_WEIGHTS } from './metrics.ts';
import type { EnergyWeights } from './metrics.ts';

/** The weights that may be set; those of a core at work are the unit of the others. */
export const FREE_WEIGHTS = ['polling', 'halted'] as const satisfies readonly CoreMode[];
export type FreeWeight = (typeof FREE_WEIGHTS)[number];

/** Are these the weights that the energy proxy comes with? */
export function areDefault(weights: EnergyWeights): boolean {
  return CORE_MODES.every((mode) => weights[mode] === DEFAULT_WEIGHTS[mode]);
}

/** `busy core 1, polling 0.8, halted 0.1`. */
export function weightsText({ user, polling, halted }: EnergyWeights): string {
  return t('busy core {user}, polling {polling}, halted {halted}', { user, polling, halted });
}

/** Is the value of a weight within its plausible range? */
export function isPlausible(mode: CoreMode, value: number): boolean {
  const [least, most] = ENERGY_WEIGHTS[mode].range;
  return value >= least && value <= most;
}

/** What is wrong with weights; empty when the proxy can be computed with them. */
export function checkWeights(weights: EnergyWeights): ScenarioProblem[] {
  return CORE_MODES.flatMap((mode) => {
    const path = `energyWeights.${mode}`;
    const [only] = ENERGY_WEIGHTS[mode].range;
    if (!isFree(mode)) {
      const message = t('must be {only}: it is the unit of the other weights', { only });
      return weights[mode] === only ? [] : [{ path, message }];
    }
    if (weights[mode] >= 0 && weights[mode] <= 1) return [];
    return [{ path, message: t('must be a number from 0 to 1') }];
  });
}

/** Reads weights of any origin; those left out are the default ones. What the numbers may be is for `checkWeights`. */
export function readWeights(given: unknown, problems: ScenarioProblem[]): EnergyWeights {
  if (!isRecord(given)) {
    const message = t('must be an object with {names}', { names: listed(FREE_WEIGHTS) });
    problems.push({ path: 'energyWeights', message });
    return DEFAULT_WEIGHTS;
  }
  const stray = Object.keys(given).find((name) => !CORE_MODES.some((mode) => mode === name));
  if (stray !== undefined) {
    const message = t('there is no such weight; known: {names}', {
      names: FREE_WEIGHTS.join(', '),
    });
    problems.push({ path: `energyWeights.${stray}`, message });
  }
  const weights = CORE_MODES.map((mode) => {
    const value = given[mode] ?? DEFAULT_WEIGHTS[mode];
    return [mode, typeof value === 'number' ? value : Number.NaN] as const;
  });
  return Object.fromEntries(weights) as EnergyWeights;
}

function isFree(mode: CoreMode): mode is FreeWeight {
  return FREE_WEIGHTS.some((free) => free === mode);
}
