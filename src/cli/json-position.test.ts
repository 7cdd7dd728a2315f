import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonErrorAt } from './json-position.ts';

describe('the place where JSON ends', () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ['', 1, 1],
    ['nope', 1, 1],
    ['[1, 2', 1, 6],
    ['{"a" 1}', 1, 6],
    ['{"a": 1,}', 1, 9],
    ['{"a": 01}', 1, 7],
    ['{\n  "a": "x\ny"\n}', 2, 8],
    ['{"a": 1} x', 1, 10],
    ['[}', 1, 2],
    ['{"a": [1, 2}', 1, 12],
    ["{'a': 1}", 1, 2],
    ['[1 2]', 1, 4],
    ['{"a": tru}', 1, 7],
  ];
  it.each(cases)('of %j is line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(jsonErrorAt(text)).toEqual({ line, column });
  });

  it('of any JSON that was cut is its end', () => {
    const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(
      fc.property(value, (json) => {
        // Without its last bracket a text is wrong only because it ends.
        const text = JSON.stringify(json, null, 1).slice(0, -1).trimEnd();
        const lines = text.split('\n');
        expect(jsonErrorAt(text)).toEqual({ line: lines.length, column: lines.at(-1)!.length + 1 });
      }),
    );
  });

  it('is the same in deep nesting', () => {
    expect(jsonErrorAt('['.repeat(100_000))).toEqual({ line: 1, column: 100_001 });
  });
});
