import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '../base/language.ts';
import { EMBED_PANELS, LOCKS, QUIET_EMBED, readEmbed, writeEmbed } from './embed.ts';
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
    });
    fc.assert(
      fc.property(options, (one) => {
        expect(read(writeEmbed(one))).toEqual(one);
      }),
    );
  });
});
