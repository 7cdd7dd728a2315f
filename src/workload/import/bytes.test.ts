import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText, encodeText } from './bytes.ts';
import { createDescriptor, touchPages } from './descriptors.ts';
import { createLineCutter, MAX_LINE_BYTES } from './lines.ts';
import { createNameTable, MAX_IMPORTED_NAMES } from './names.ts';
import { createTrapRows } from './rows.ts';

const once = (marked: string) => marked.replaceAll(/\uFFFD+/gu, '\uFFFD');

it('writes and reads UTF-8 as every decoder does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = encodeText(text);
      expect(bytes).toEqual(new Uint8Array(Buffer.from(text)));
      expect(decodeText(bytes, 0, bytes.length)).toBe(text);
    }),
  );
});

it('makes a mark of each damaged byte and loses nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.string(), (bytes, text) => {
      const all = Uint8Array.from([...bytes, 0x0a, ...encodeText(text)]);
      const read = decodeText(all, 0, all.length);
      expect(read.endsWith(`\n${text}`)).toBe(true);
      // Decoders differ in how many marks a damaged sequence gets, not in where.
      const usual = new TextDecoder('utf-8', { ignoreBOM: true }).decode(all);
      expect(once(read)).toBe(once(usual));
    }),
  );
});

it('cuts lines and keeps count of those that are too long', () => {
  const lines: [number, boolean][] = [];
  const cutter = createLineCutter((_, from, to, ended) => lines.push([to - from, ended]));
  const long = new Uint8Array(MAX_LINE_BYTES / 2 + 1).fill(0x61);
  for (const chunk of [long, long, long, encodeText('\nab\r\n\ncd')]) cutter.push(chunk);
  cutter.finish();
  expect(lines).toEqual([
    [MAX_LINE_BYTES, true],
    [2, true],
    [0, true],
    [2, false],
  ]);
  expect(cutter.tooLong()).toBe(1);
});

it('gives each name one number, however many there are', () => {
  const seen: string[] = [];
  const table = createNameTable((id, name) => {
    seen[id] = name;
  });
  const bytes = encodeText('read write read');
  const [read, write, again] = [
    table.idOf(bytes, 0, 4),
    table.idOf(bytes, 5, 10),
    table.idOf(bytes, 11, 15),
  ];
  expect(again).toBe(read);
  expect(write).not.toBe(read);
  expect([seen[read], seen[write]]).toEqual(['read', 'write']);
  for (let i = 0; i < MAX_IMPORTED_NAMES; i++) table.idOfText(`name ${i}`);
  expect(table.names).toHaveLength(MAX_IMPORTED_NAMES);
  expect(table.names[table.idOfText('one more')]).toBe('other');
});

it('counts pages that are touched first', () => {
  const file = createDescriptor('file');
  expect(touchPages(file, 0, 4096)).toBe(1);
  expect(touchPages(file, 4095, 2)).toBe(1);
  expect(touchPages(file, 0, 300_000)).toBe(72);
  expect(touchPages(file, 0, 300_000)).toBe(0);
  expect(touchPages(file, 1e12, 1)).toBe(1);
  expect(touchPages(file, 0, 0)).toBe(0);
});

it('keeps rows over many blocks', () => {
  const rows = createTrapRows();
  const row = { gap: 0, flags: 1, name: 2, what: 3, bytesIn: 4, bytesOut: 5, pages: 6 };
  for (let gap = 0; gap < 100_000; gap++) rows.push({ ...row, gap });
  expect(rows.length()).toBe(100_000);
  let next = 0;
  rows.each((one, index) => {
    if (one.gap === next && index === next && one.pages === 6) next += 1;
  });
  expect(next).toBe(100_000);
});
