import { afterEach, describe, expect, it } from 'vitest';

import { msg, speak } from './language.ts';
import { allInEnglish, inEnglish, said, sentence } from './sentence.ts';

const MESSAGE = msg('{n, plural, one {{n} gap} other {{n} gaps}} of {length} us in {file}');
const GAPS = sentence(MESSAGE, { n: 2, length: { value: 1.5, decimals: 3 }, file: 'a.b' });
const WHOLE = sentence(msg('no log: {why}{place, select, page {} other {, see help}}'), {
  why: GAPS,
});

afterEach(() => speak('en', {}));

describe('a sentence', () => {
  it('is said in the language that is spoken, with its decimal mark and the sentences in it', () => {
    expect(said(WHOLE)).toBe('no log: 2 gaps of 1.500 us in a.b, see help');
    speak('de', {
      [MESSAGE]: '{n, plural, one {{n} Lücke} other {{n} Lücken}} von {length} us in {file}',
      [WHOLE.message]: 'kein Log: {why}{place, select, page {} other {, siehe Hilfe}}',
    });
    expect(said(WHOLE, { place: 'page' })).toBe('kein Log: 2 Lücken von 1,500 us in a.b');
    expect(said(sentence(msg('{gap} us'), { gap: 2.5 }))).toBe('2,5 us');
    expect(said(sentence(msg('{gap} us'), { gap: '2.5' }))).toBe('2.5 us');
  });

  it('is English in what is written, whatever is spoken', () => {
    speak('de', { [MESSAGE]: 'Lücken', [WHOLE.message]: 'kein Log' });
    expect(inEnglish(WHOLE)).toBe('no log: 2 gaps of 1.500 us in a.b, see help');
    const data = { notes: [GAPS], count: 2, none: null, inner: { why: GAPS } };
    const text = '2 gaps of 1.500 us in a.b';
    expect(allInEnglish(data)).toEqual({ ...data, notes: [text], inner: { why: text } });
  });
});
