import * as v from 'valibot';

import { t } from '../base/language.ts';

/** Most applications of a scenario. */
export const MAX_APPS = 16;

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer(() => t('must be a whole number')),
    v.minValue(least, () => t('must be at least {least}', { least })),
    v.maxValue(most, () => t('must be at most {most}', { most })),
  );

/** A finite number from `least` to `most`. */
export const real = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.finite(() => t('must be a finite number')),
    v.minValue(least, () => t('must be at least {least}', { least })),
    v.maxValue(most, () => t('must be at most {most}', { most })),
  );

/** A text of at most `most` UTF-16 code units. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most, () => t('must be at most {most} characters long', { most })),
  );

/** A count of cycles, instructions or bytes. */
export const amount = whole(0, 1e15);

/** 32 bits. */
export const word = whole(0, 0xffffffff);

/** An object that may have a value for each of `names`, and nothing else. */
export function valuesOf<N extends string>(names: readonly N[], least: number, most: number) {
  const value = v.exactOptional(real(least, most));
  const entries = Object.fromEntries(names.map((name) => [name, value]));
  return v.strictObject(entries as Record<N, typeof value>);
}
