import { describe, expect, it } from 'vitest';

import { QUIET_EMBED } from '../../store/embed.ts';
import { embedAddress, heightOf, snippetOf } from './snippet.ts';

const LINK = 'https://example.org/watchmen/#w3.abc';
const CONTROLLED = { ...QUIET_EMBED, controls: true };
const ANY_SIZE = { width: null, height: null };

describe('the snippet of a frame', () => {
  it('puts the query before the fragment', () => {
    expect(embedAddress(LINK, CONTROLLED)).toBe(
      'https://example.org/watchmen/?embed=1&controls=1#w3.abc',
    );
    expect(embedAddress('https://example.org/?lang=de#w3.abc', QUIET_EMBED)).toBe(
      'https://example.org/?embed=1#w3.abc',
    );
    expect(embedAddress('https://example.org/', QUIET_EMBED)).toBe('https://example.org/?embed=1');
  });

  it('escapes what would end an attribute', () => {
    const title = 'CRC32 & "TMR" <3';
    const snippet = snippetOf(LINK, { size: ANY_SIZE, title, options: CONTROLLED });
    expect(snippet).toContain('title="CRC32 &amp; &quot;TMR&quot; &lt;3"');
    expect(snippet).toContain('?embed=1&amp;controls=1#w3.abc"');
  });

  it('is as wide as there is room and as high as its part needs, unless it says otherwise', () => {
    const title = 'x';
    expect(snippetOf(LINK, { size: ANY_SIZE, title, options: QUIET_EMBED })).toContain(
      'width="100%" height="640"',
    );
    const size = { width: 800, height: 500 };
    expect(snippetOf(LINK, { size, title, options: QUIET_EMBED })).toContain(
      'width="800" height="500"',
    );
  });

  it('is higher with controls, and lower for one part', () => {
    const machine = { ...QUIET_EMBED, panel: 'machine' } as const;
    const heights = [machine, { ...machine, controls: true }, CONTROLLED].map((options) =>
      heightOf({ size: ANY_SIZE, options }),
    );
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });
});
