import { describe, expect, it } from 'vitest';

import { readJson } from './json.ts';
import { MAX_JSON_DEPTH } from './limits.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('JSON of any origin', () => {
  it('is read with and without a byte order mark', () => {
    expect(readJson('{"a":[1,"[{"]}')).toEqual({ ok: true, value: { a: [1, '[{'] } });
    expect(readJson('\uFEFF[]')).toEqual({ ok: true, value: [] });
  });

  it('may be nested up to the limit, and no deeper', () => {
    expect(readJson(nested(MAX_JSON_DEPTH)).ok).toBe(true);
    expect(readJson(nested(MAX_JSON_DEPTH + 1))).toEqual({ ok: false, error: 'too-deep' });
    expect(readJson('{"a":'.repeat(1_000_000))).toEqual({ ok: false, error: 'too-deep' });
  });

  it('counts no brackets within strings', () => {
    const text = JSON.stringify(['['.repeat(1000), '"', '\\', '{'.repeat(1000)]);
    expect(readJson(text).ok).toBe(true);
  });

  it('is refused when it is none', () => {
    expect(readJson('{"a":')).toEqual({ ok: false, error: 'no-json' });
    expect(readJson('')).toEqual({ ok: false, error: 'no-json' });
  });
});
