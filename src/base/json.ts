import { MAX_JSON_DEPTH } from './limits.ts';
import type { Result } from './result.ts';
import { err, ok } from './result.ts';

/** Why a text is not taken as JSON: it is none, or nested deeper than `MAX_JSON_DEPTH`. */
export type JsonProblem = 'no-json' | 'too-deep';

/**
 * The JSON in a text of any origin, with or without a byte order mark. What is nested too deep is
 * refused before it is parsed: checks and messages follow the nesting, and would run out of stack.
 */
export function readJson(text: string): Result<unknown, JsonProblem> {
  if (isDeeper(text, MAX_JSON_DEPTH)) return err('too-deep');
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown);
  } catch {
    return err('no-json');
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
/** `[` and `{`, `]` and `}`: apart by the bit 0x20. */
const OPENS = 0x7b;
const CLOSES = 0x7d;

/** Are lists and objects nested more than `most` deep somewhere in `text`? Brackets within strings do not count. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  let within = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (within) {
      if (code === BACKSLASH) i += 1;
      else if (code === QUOTE) within = false;
    } else if (code === QUOTE) within = true;
    else if ((code | 0x20) === OPENS) {
      depth += 1;
      if (depth > most) return true;
    } else if ((code | 0x20) === CLOSES) depth -= 1;
  }
  return false;
}
