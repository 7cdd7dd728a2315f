import { t } from '../base/language.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { EXPLORE_PARTS } from './explore-parts.ts';
import type { ExplorePart } from './explore-parts.ts';

/** Which part of Explore is shown, and what is set up in it; `undefined` = what the form begins with. */
export interface ExplorePlace {
  readonly part: ExplorePart;
  readonly form: unknown;
}

const VERSION = 1;
const FIRST: ExplorePlace = { part: EXPLORE_PARTS[0], form: undefined };

/** A place as links carry it; '' = as Explore comes. */
export function writePlace({ part, form }: ExplorePlace): string {
  if (part === FIRST.part && form === undefined) return '';
  return JSON.stringify({ version: VERSION, part, form });
}

/** Reads what `writePlace` has written; the form is not looked at. The error is a sentence. */
export function readPlace(text: string): Result<ExplorePlace, string> {
  if (text === '') return ok(FIRST);
  const json = recordIn(text);
  const { version, part, form } = json ?? {};
  if (typeof version === 'number' && version > VERSION) {
    return err(t('What this link shows of Explore was made by a newer version of Watchmen.'));
  }
  const known = EXPLORE_PARTS.find((one) => one === part);
  if (version !== VERSION || known === undefined) {
    return err(t('What this link shows of Explore is damaged.'));
  }
  return ok({ part: known, form });
}

/** Everything that is set up in Explore, as this tab keeps it over a reload. */
export interface KeptForms {
  readonly part: ExplorePart;
  readonly forms: Readonly<Record<string, unknown>>;
}

/** All forms, for `readForms`. */
export function writeForms({ part, forms }: KeptForms): string {
  return JSON.stringify({ version: VERSION, part, forms });
}

/** Reads what `writeForms` has written; `null` = it makes no sense. */
export function readForms(text: string): KeptForms | null {
  const json = recordIn(text);
  const { version, part, forms } = json ?? {};
  const known = EXPLORE_PARTS.find((one) => one === part);
  if (version !== VERSION || known === undefined || !isRecord(forms)) return null;
  return { part: known, forms };
}

function recordIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : null;
  } catch {
    return null;
  }
}

/** Is it an object with named fields? */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
