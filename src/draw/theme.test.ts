import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { FORCED_THEME, ON_RES, THEMES, THEME_NAMES, TOKEN_NAMES, replicaColours } from './theme.ts';
import type { Theme, TokenName } from './theme.ts';
import { tokensCss } from './tokens-css.ts';

/** Ratios against the panel as the visual design prints them: light, dark, projector. */
const AGAINST_PANEL: readonly (readonly [TokenName, number, number, number])[] = [
  ['ink', 16.6, 15.4, 21],
  ['ink-2', 8.7, 10.2, 15.2],
  ['ink-3', 5.4, 6.3, 8.8],
  ['r0', 7.5, 5.4, 9.3],
  ['r1', 3.6, 7.1, 5.1],
  ['r2', 3.5, 9.4, 3.9],
  ['sig', 3.5, 9.4, 4.2],
  ['sig-x', 6.2, 10.4, 7.4],
  ['fault', 7.0, 4.9, 7.7],
  ['fault-x', 7.8, 7.9, 8.8],
  ['kern', 6.1, 4.6, 8.0],
  ['work', 11.8, 9.1, 15.2],
];

/** Digit on the disc, and text on Romain's handling. */
const ON_FILL: readonly (readonly [TokenName, TokenName, number, number, number])[] = [
  ['on-r0', 'r0', 7.7, 6.0, 9.3],
  ['on-r1', 'r1', 5.0, 7.8, 5.1],
  ['on-r2', 'r2', 5.4, 10.4, 5.5],
  ['work-on', 'work', 11.0, 9.8, 15.2],
];

const REPLICAS = [0, 1, 2, 3, 4, 5, 6];

describe('theme', () => {
  it.each(AGAINST_PANEL)('keeps the contrast of %s against the panel', (token, ...ratios) => {
    THEME_NAMES.forEach((name, i) => {
      const theme = THEMES[name];
      const ratio = contrastRatio(theme[token], theme.panel);
      expect(Math.abs(ratio - ratios[i]), `${name} ${ratio}`).toBeLessThan(0.1);
    });
  });

  it.each(ON_FILL)('keeps the contrast of %s on %s', (token, fill, ...ratios) => {
    THEME_NAMES.forEach((name, i) => {
      const ratio = contrastRatio(THEMES[name][token], THEMES[name][fill]);
      expect(Math.abs(ratio - ratios[i]), `${name} ${ratio}`).toBeLessThan(0.1);
    });
  });

  it.each(REPLICAS)('shows replica %i on panel, digit and tint in every theme', (id) => {
    for (const name of THEME_NAMES) {
      const colours = replicaColours(THEMES[name], id);
      expect(contrastRatio(colours.fill, THEMES[name].panel)).toBeGreaterThanOrEqual(3);
      expect(contrastRatio(colours.digit, colours.fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(colours.text, THEMES[name].panel)).toBeGreaterThanOrEqual(5.4);
      // Printed as 5.4: one of them is 5.39.
      expect(contrastRatio(colours.text, colours.tint)).toBeGreaterThanOrEqual(5.35);
    }
  });

  it('keeps every text readable inside the resilient hull of the light theme', () => {
    const theme: Theme = { ...THEMES.light, ...ON_RES };
    const texts: TokenName[] = [
      'res-on',
      'res-2',
      'ink-3',
      'sig-x',
      'fault-x',
      'r0-x',
      'r1-x',
      'r2-x',
      'r3-x',
      'r4-x',
      'r5-x',
      'r6-x',
    ];
    for (const token of texts) {
      expect(contrastRatio(theme[token], theme['res-fill']), token).toBeGreaterThanOrEqual(5.6);
    }
  });

  it('uses only system colours when colours are forced', () => {
    for (const token of TOKEN_NAMES) {
      expect(['Canvas', 'CanvasText', 'Highlight']).toContain(FORCED_THEME[token]);
    }
    expect(FORCED_THEME['r3-t']).toBe('Canvas');
    expect(FORCED_THEME.r3).toBe('CanvasText');
  });

  it('is the same in the style sheet', async () => {
    await expect(tokensCss()).toMatchFileSnapshot('./tokens.css');
  });

  it('reproduces known ratios', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  });
});
