import { msg, t } from '../../../base/language.ts';
import type { ScaleAxis } from '../../../analysis/scalability/chart.ts';
import type { ScaleMeasureName } from '../../../analysis/scalability/measures.ts';
import { SCALE_MEASURES } from '../../../analysis/scalability/measures.ts';
import { groupDigits } from '../../../draw/format.ts';

/** What an axis is of, in the sentence and along figures; messages. */
export const AXIS_NAMES: Readonly<Record<ScaleAxis, string>> = {
  apps: msg('applications per Res core'),
  'res-cores': msg('Res cores'),
  replicas: msg('replicas per application'),
  cores: msg('cores of the machine'),
};

/** A place of an axis: `8 applications per Res core`. */
export function placeWords(axis: ScaleAxis, value: number): string {
  switch (axis) {
    case 'apps':
      return t('{n, plural, one {1 application} other {{n} applications}} per Res core', {
        n: value,
      });
    case 'res-cores':
      return value === 1 ? t('1 Res core') : t('{count} Res cores', { count: value });
    case 'replicas':
      return t('{count} replicas', { count: value });
    default:
      return t('{count} cores or fewer', { count: value });
  }
}

/** A value with its unit: `52.7 %`, `1 234 cycles per event`. */
export function measureText(measure: ScaleMeasureName, value: number): string {
  const { unit } = SCALE_MEASURES[measure];
  return unit === '%' ? percentValue(value) : `${groupDigits(value)} ${t(unit)}`;
}

/** `52.7 %` of a number of percent; large and whole ones go without fraction. */
export function percentValue(value: number): string {
  const decimals = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
  return `${groupDigits(value, decimals)}\u202F%`;
}

/** Typed lists, in a sentence: `1-8` as `1 to 8`. */
export function listWords(text: string): string {
  const tidy = text
    .trim()
    .replaceAll(/(\d+)\s*[-–]\s*(\d+)/gu, (_, low: string, high: string) =>
      t('{low} to {high}', { low, high }),
    )
    .replaceAll(/\s*[,;]\s*/gu, ', ');
  return tidy === '' ? '?' : tidy;
}
