import { t } from '../../base/language.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import { didYouMean } from '../../scenario/suggest.ts';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Is it a JSON object? */
export function isRecord(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A problem for each field that is not among `known`. */
export function unknownFields(
  json: Json,
  known: readonly string[],
  path: string,
): ScenarioProblem[] {
  return Object.keys(json)
    .filter((field) => !known.includes(field))
    .map((field) => {
      const hint =
        didYouMean(field, known) || t('; the fields are {fields}', { fields: known.join(', ') });
      return { path: path + field, message: t('there is no such field{hint}', { hint }) };
    });
}

/** A value as a word to find near ones of; '' where it is none. */
export function textOf(json: unknown): string {
  return typeof json === 'string' ? json : '';
}
