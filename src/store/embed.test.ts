import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '../base/language.ts';
import { EMBED_PANELS, LOCKS, NOBODY, QUIET_EMBED, readEmbed, writeEmbed } from './embed.ts';
import { THEME_CHOICES } from './state.ts';

const read = (query: string) => readEmbed(new URLSearchParams(query));

describe('the query of an embedded page', () => {
  it('is quiet with embed=1 alone, and means nothing without it', () => {
    expect(read('embed=1')).toEqual(QUIET_EMBED);
    expect(read('controls=1&lock=all')).toBeNull();
    expect(read('embed=0')).toBeNull();
  });

  it('leaves out what makes no sense', () => {
    expect(read('embed=1&panel=kitchen&lock=faults,doors&theme=pink&lang=xx&controls=2')).toEqual({
      ...QUIET_EMBED,
      locks: ['faults'],
    });
  });

  it('takes what is no origin for that of nobody', () => {
    expect(read('embed=1&origin=https://example.org/')?.origin).toBe('https://example.org');
    for (const origin of ['javascript:alert(1)', '*', 'null', 'example.org', 'https://a.org/x']) {
      expect(read(`embed=1&origin=${encodeURIComponent(origin)}`)?.origin, origin).toBe(NOBODY);
    }
  });

  it('locks everything with "all"', () => {
    expect(read('embed=1&lock=all')?.locks).toEqual(LOCKS);
    expect(read('embed=1&lock=notes,%20scenario')?.locks).toEqual(['scenario', 'notes']);
  });

  it('reads what it writes', () => {
    const options = fc.record({
      panel: fc.constantFrom(...EMBED_PANELS),
      controls: fc.boolean(),
      locks: fc.subarray([...LOCKS]),
      poster: fc.boolean(),
      theme: fc.constantFrom(null, ...THEME_CHOICES),
      language: fc.constantFrom(null, ...LANGUAGES),
      origin: fc.constantFrom(null, 'https://example.org', 'http://localhost:4173'),
    });
    fc.assert(
      fc.property(options, (one) => {
        expect(read(writeEmbed(one))).toEqual(one);
      }),
    );
  });
});
