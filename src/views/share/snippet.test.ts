import { describe, expect, it } from 'vitest';

import { QUIET_EMBED } from '../../store/embed.ts';
import { embedAddress, snippetOf } from './snippet.ts';

const LINK = 'https://example.org/watchmen/#w3.abc';

describe('the snippet of a frame', () => {
  it('puts the query before the fragment', () => {
    expect(embedAddress(LINK, { ...QUIET_EMBED, controls: true })).toBe(
      'https://example.org/watchmen/?embed=1&controls=1#w3.abc',
    );
    expect(embedAddress('https://example.org/', QUIET_EMBED)).toBe('https://example.org/?embed=1');
  });

  it('escapes what would end an attribute', () => {
    const frame = {
      size: { kind: 'fixed', width: 800, height: 500 },
      title: 'CRC32 & "TMR" <3',
      options: { ...QUIET_EMBED, controls: true },
    } as const;
    const snippet = snippetOf(LINK, frame);
    expect(snippet).toContain('title="CRC32 &amp; &quot;TMR&quot; &lt;3"');
    expect(snippet).toContain('?embed=1&amp;controls=1#w3.abc"');
    expect(snippet).toContain('width="800" height="500"');
  });

  it('is as wide as there is room when it has no size', () => {
    const frame = { size: { kind: 'responsive' }, title: 'x', options: QUIET_EMBED } as const;
    expect(snippetOf(LINK, frame)).toContain('aspect-ratio: 16 / 10');
  });
});
