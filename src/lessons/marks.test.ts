import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { escapeMarks, namesIn, parseMarks } from './marks.ts';

describe('marks of a text', () => {
  it('are emphasis and names of values, and nothing else', () => {
    expect(parseMarks('All *meet* after {wait}.')).toEqual({
      ok: true,
      value: [
        { kind: 'text', text: 'All ' },
        { kind: 'emphasis', text: 'meet' },
        { kind: 'text', text: ' after ' },
        { kind: 'value', name: 'wait' },
        { kind: 'text', text: '.' },
      ],
    });
  });

  it('leave what looks like HTML as it was written', () => {
    const html = '<img src=x onerror="alert(1)"> & <b>no</b>';
    expect(parseMarks(html)).toEqual({ ok: true, value: [{ kind: 'text', text: html }] });
  });

  it('lose their meaning behind a backslash', () => {
    expect(parseMarks('2 \\* 3 = \\{six\\} \\\\')).toEqual({
      ok: true,
      value: [{ kind: 'text', text: '2 * 3 = {six} \\' }],
    });
  });

  it.each([
    ['a * alone', /without its partner at character 3/],
    ['*not {closed}', /without its partner at character 1/],
    ['{Upper}', /names no value at character 1/],
    ['open }', /names no value at character 6/],
    ['back\\slash', /takes the meaning of nothing/],
  ])('tell where %j cannot be read', (text, message) => {
    expect(parseMarks(text)).toEqual({
      ok: false,
      error: expect.stringMatching(message) as string,
    });
  });

  it('name values in order', () => {
    expect(namesIn('{b} *{a}* {a}')).toEqual([]);
    expect(namesIn('{b} and {a}, {b}')).toEqual(['b', 'a', 'b']);
  });

  it('bring back any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const spans = parseMarks(escapeMarks(text));
        expect(spans.ok && spans.value.map((span) => 'text' in span && span.text).join('')).toBe(
          text,
        );
      }),
    );
  });

  it('are read in any text without throwing', () => {
    const marks = fc.string({ unit: fc.constantFrom('*', '{', '}', '\\', 'a', 'B', ' ', '\n') });
    fc.assert(
      fc.property(marks, (text) => {
        const spans = parseMarks(text);
        expect(spans.ok || spans.error.length > 0).toBe(true);
      }),
    );
  });
});
