import type { BaseIssue } from 'valibot';

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
