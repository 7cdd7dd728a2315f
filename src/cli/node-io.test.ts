import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { NODE_IO } from './node-io.ts';

const { files } = NODE_IO;
const folder = mkdtempSync(join(tmpdir(), 'watchmen-io-'));
const path = join(folder, 'lines');
afterAll(() => rmSync(folder, { recursive: true }));

function readBack(): string[] {
  const lines = files.readLines(path);
  return lines.ok ? [...lines.value] : [lines.error];
}

it('reads the lines that it wrote, however they lie in the chunks of the file', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => 'µ'.repeat(i % 97) + String(i));
  expect(files.writeLines(path, lines)).toEqual({ ok: true, value: lines.length });
  expect(readBack()).toEqual(lines);
});

it.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['\n\nb', ['', '', 'b']],
])('reads the lines of %j', (text, lines) => {
  writeFileSync(path, text);
  expect(readBack()).toEqual(lines);
});

it('says why it cannot read before the first line is wanted', () => {
  expect(files.readLines(folder)).toEqual({
    ok: false,
    error: `cannot read "${folder}": it is a folder`,
  });
  expect(files.readLines(join(folder, 'none'))).toMatchObject({ ok: false });
});
