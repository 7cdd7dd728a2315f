import * as v from 'valibot';

import { t } from '../base/language.ts';
import { text } from '../scenario/schema-parts.ts';
import { MAX_TEXT } from './limits.ts';
import { parseMarks } from './marks.ts';
import { mustNotBeEmpty } from './problem.ts';
import type { LocalText } from './text.ts';
import { LANGUAGES } from './text.ts';

/** Control characters other than line ends, and signs that turn the direction of writing. */
const UNSEEN = /(?!\n)\p{Cc}|[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/u;

const written = (most: number) =>
  v.pipe(
    text(most),
    v.check((value: string) => value.trim() !== '', mustNotBeEmpty),
    v.check(
      (value: string) => !UNSEEN.test(value),
      () => t('must not have control characters; break lines with {sign}', { sign: '\\n' }),
    ),
  );

/** A text of at most `most` characters without marks, in one language or more. */
export const plainText = (most: number): v.GenericSchema<unknown, LocalText> =>
  localText(written(most));

/** The same with marks: see `parseMarks`. */
export const markedText = (most: number = MAX_TEXT): v.GenericSchema<unknown, LocalText> =>
  localText(
    v.pipe(
      written(most),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        const spans = parseMarks(dataset.value);
        if (!spans.ok) addIssue({ message: spans.error });
      }),
    ),
  );

function localText(one: v.GenericSchema<string, string>): v.GenericSchema<unknown, LocalText> {
  const entries = Object.fromEntries(LANGUAGES.map((language) => [language, v.exactOptional(one)]));
  const texts = v.strictObject(entries) as v.GenericSchema<unknown, LocalText>;
  return v.pipe(
    texts,
    v.check(
      (value: LocalText) => Object.keys(value).length > 0,
      () =>
        t('must have a text in one language at least: {languages}', {
          languages: LANGUAGES.join(', '),
        }),
    ),
  );
}
