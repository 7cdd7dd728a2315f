import type { Measure, PlainMeasure, ValueUnit } from './measure.ts';
import { EVENT_ROLES, RUN_FIGURES, STOP_FIGURES } from './measure.ts';
import { PUBLISHED } from './published.ts';

/** The measures that `measure` is made of. */
export function partsOf(measure: Measure): readonly PlainMeasure[] {
  return measure.of === 'quotient' || measure.of === 'difference'
    ? [measure.left, measure.right]
    : [measure];
}

/** In what the value of `measure` is counted. */
export function unitOf(measure: Measure): ValueUnit {
  switch (measure.of) {
    case 'quotient':
      return 'ratio';
    case 'difference':
      return unitOf(measure.left);
    case 'part':
    case 'between':
      return 'cycles';
    case 'mode':
    case 'campaign':
      return 'percent';
    case 'locks':
      return measure.figure === 'agree' ? 'word' : 'count';
    case 'published':
      return PUBLISHED[measure.fact].unit;
    default:
      return tabledUnit(measure.of);
  }
}

function tabledUnit(of: Exclude<PlainMeasure['of'], 'part' | 'published'>): ValueUnit {
  if (EVENT_ROLES.some((role) => role === of)) return 'replica';
  const units: Readonly<Record<string, ValueUnit>> = { ...RUN_FIGURES, ...STOP_FIGURES };
  return units[of] ?? 'count';
}
