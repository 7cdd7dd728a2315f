import { equalData } from '../base/equal.ts';

/** What a person has set up, without what is as it comes; `undefined` = nothing. Its `draft` can be undone. */
export type FormJson = Readonly<Record<string, unknown>> | undefined;

/** What is set up in one part of Explore, as plain JSON. */
export interface ExploreForm {
  readonly read: () => FormJson;
  /** All of it that can be undone, what is as it comes included. */
  readonly draft: () => object;
  /** Sets up what `read` or `check` has given. */
  readonly apply: (form: FormJson) => void;
  /** Why `form`, which is of any origin, cannot be set up, as a part of a sentence; '' = it can. */
  readonly check: (form: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly subscribe: (onChange: () => void) => void;
}

/** The fields of `value` that are not as in `first`; `undefined` = none is. */
export function differencesFrom<T extends object>(
  first: T,
  value: T,
): Readonly<Record<string, unknown>> | undefined {
  const others = new Map(Object.entries(first));
  const entries = Object.entries(value).filter(([name, one]) => !equalData(one, others.get(name)));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Did somebody type one character more or less into one text, and change nothing else? Its path; else `null`. */
export function typedPath(before: unknown, after: unknown): string | null {
  const changed = changedLeaves(before, after, '');
  const [leaf] = changed;
  if (changed.length !== 1 || leaf === undefined) return null;
  const [path, one, other] = leaf;
  if (typeof one !== 'string' || typeof other !== 'string') return null;
  return oneCharacterApart(one, other) ? path : null;
}

type Leaf = readonly [path: string, before: unknown, after: unknown];

function changedLeaves(before: unknown, after: unknown, path: string): Leaf[] {
  if (equalData(before, after)) return [];
  const [one, other] = [before, after].map(fieldsOf);
  if (one === null || other === null) return [[path, before, after]];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => changedLeaves(one[name], other[name], `${path}.${name}`));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

function oneCharacterApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(same) === long.slice(same + 1);
}
