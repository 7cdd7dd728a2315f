import * as v from 'valibot';

import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { issuePath } from '../workload/problems.ts';
import type { Note } from './note.ts';
import { MAX_NOTE, MAX_NOTES } from './note.ts';
import type { ScenarioProblem } from './scenario.ts';
import { text, whole } from './schema-parts.ts';

const instant = whole(0, Number.MAX_SAFE_INTEGER);

const note: v.GenericSchema<unknown, Note> = v.strictObject({
  time: instant,
  step: instant,
  text: text(MAX_NOTE),
  bookmark: v.nullable(whole(1, 9)),
});

/** Notes in order of time, no bookmark twice. */
export const notesSchema: v.GenericSchema<unknown, Note[]> = v.pipe(
  v.array(note),
  v.maxLength(MAX_NOTES, () => t('must be at most {most} notes', { most: MAX_NOTES })),
  v.check(
    (notes: Note[]) => eachOnce(notes),
    () => t('must give each bookmark number to one note only'),
  ),
  v.transform((notes) => notes.toSorted((a, b) => a.time - b.time || a.step - b.step)),
);

function eachOnce(notes: readonly Note[]): boolean {
  const numbers = notes.flatMap(({ bookmark }) => bookmark ?? []);
  return new Set(numbers).size === numbers.length;
}

/** Reads notes from parsed JSON of any origin; the path of a problem begins at `notes`. */
export function parseNotes(json: unknown): Result<readonly Note[], ScenarioProblem> {
  const parsed = v.safeParse(notesSchema, json);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const inside = issuePath(issue);
  return err({ path: `notes${inside}`, message: issue.message });
}
