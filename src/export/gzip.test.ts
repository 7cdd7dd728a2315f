import { gunzipSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gzipLines } from './gzip.ts';

function unpacked(lines: readonly string[]): string {
  const chunks = [...gzipLines(lines)];
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(gunzipSync(whole));
}

it('gives back every line', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      expect(unpacked(lines)).toBe(lines.map((line) => `${line}\n`).join(''));
    }),
  );
});

it('gives back more than fits into one piece', () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `line number ${i}`);
  expect(unpacked(lines)).toBe(`${lines.join('\n')}\n`);
});
