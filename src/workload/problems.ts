import type { BaseIssue, GenericSchema, SafeParseResult } from 'valibot';
import { safeParse } from 'valibot';

/** Why an input is refused: where (a path such as `segments[3].trap.kind`; empty = as a whole) and what to do. */
export interface InputProblem {
  readonly path: string;
  readonly message: string;
}

/** The path of a validation issue, written `segments[3].trap.kind`. */
export function issuePath(issue: BaseIssue<unknown>): string {
  let path = '';
  for (const item of issue.path ?? []) {
    if (item.type === 'array') path += `[${String(item.key)}]`;
    else path += (path === '' ? '' : '.') + String(item.key);
  }
  return path;
}

/** `value` as it may stand in a message: JSON, cut at 60 characters. */
export function quote(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Of larger inputs only the first problem is told: a list of all could be larger than they are. */
const MAX_TOLD_VALUES = 20_000;

/** Checks `json` of any origin; a failure holds all that is wrong with it, or of a large input the first. */
export function check<S extends GenericSchema>(schema: S, json: unknown): SafeParseResult<S> {
  const first = safeParse(schema, json, { abortEarly: true });
  return first.success || !hasFewValues(json) ? first : safeParse(schema, json);
}

function hasFewValues(json: unknown): boolean {
  const waiting: unknown[] = [json];
  for (let seen = 0; seen < MAX_TOLD_VALUES; seen++) {
    const value = waiting.pop();
    if (typeof value === 'object' && value !== null) {
      const inside: unknown[] = Object.values(value);
      if (inside.length > MAX_TOLD_VALUES) return false;
      waiting.push(...inside);
    }
    if (waiting.length === 0) return true;
  }
  return false;
}
