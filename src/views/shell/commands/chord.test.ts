import { describe, expect, it } from 'vitest';

import { ariaChord, chordLabel, chordsOf, isMovement, isSingleKey, whyNot } from './chord.ts';
import { stroke } from './testing.ts';

describe('a stroke', () => {
  it.each([
    ['k', { code: 'KeyK' }, 'K'],
    ['G', { code: 'KeyG', shiftKey: true }, 'Shift+G'],
    [' ', { code: 'Space' }, 'Space'],
    ['ArrowLeft', { code: 'ArrowLeft', shiftKey: true }, 'Shift+ArrowLeft'],
    ['z', { code: 'KeyZ', ctrlKey: true }, 'Mod+Z'],
    ['Z', { code: 'KeyZ', metaKey: true, shiftKey: true }, 'Mod+Shift+Z'],
    ['ArrowDown', { code: 'ArrowDown', altKey: true }, 'Alt+ArrowDown'],
  ])('%s with %o means %s first', (key, held, chord) => {
    expect(chordsOf(stroke(key, held))[0]).toBe(chord);
  });

  it('that types a sign means the sign on every layout', () => {
    expect(chordsOf(stroke('?', { code: 'Slash', shiftKey: true }))[0]).toBe('?');
    // German: Shift and ß, Shift and 7, AltGr (which Windows reports as Ctrl and Alt) and 8.
    expect(chordsOf(stroke('?', { code: 'Minus', shiftKey: true }))[0]).toBe('?');
    expect(chordsOf(stroke('/', { code: 'Digit7', shiftKey: true }))[0]).toBe('/');
    const altGr = { ctrlKey: true, altKey: true, altGraph: true };
    expect(chordsOf(stroke('[', { code: 'Digit8', ...altGr }))[0]).toBe('[');
  });

  it('on a digit means the digit, whatever it types there', () => {
    expect(chordsOf(stroke('!', { code: 'Digit1', shiftKey: true }))).toContain('Shift+1');
    // French: digits need Shift.
    expect(chordsOf(stroke('&', { code: 'Digit1' }))).toContain('1');
    expect(chordsOf(stroke('1', { code: 'Digit1', shiftKey: true }))[0]).toBe('Shift+1');
    expect(chordsOf(stroke('3', { code: 'Numpad3' }))).toContain('3');
  });

  it('means the letter at its place where no Latin letter is printed', () => {
    expect(chordsOf(stroke('л', { code: 'KeyK' }))).toContain('K');
    // French: A is printed where W A S D has its Q.
    expect(chordsOf(stroke('a', { code: 'KeyQ' }))).toEqual(['A', 'KeyQ']);
  });

  it('of a key that is only held means nothing', () => {
    expect(chordsOf(stroke('Shift', { code: 'ShiftLeft', shiftKey: true }))).toEqual([]);
    expect(chordsOf(stroke('Dead', { code: 'BracketLeft' }))).toEqual([]);
  });
});

describe('a chord', () => {
  it.each([
    ['Shift+ArrowLeft', false, 'Shift ←', 'Shift+ArrowLeft'],
    ['Mod+Shift+P', false, 'Ctrl Shift P', 'Control+Shift+P'],
    ['Mod+Z', true, 'Cmd Z', 'Meta+Z'],
    ['KeyW', false, 'W', 'W'],
    ['+', false, '+', '+'],
    ['Mod++', false, 'Ctrl +', 'Control++'],
  ])('%s (on a Mac: %s) is written %s and %s', (chord, mac, label, aria) => {
    expect(chordLabel(chord, mac)).toBe(label);
    expect(ariaChord(chord, mac)).toBe(aria);
  });

  it.each([
    ['K', true],
    ['Shift+G', true],
    ['?', true],
    ['Space', true],
    ['KeyW', true],
    ['Mod+Z', false],
    ['Alt+K', false],
    ['ArrowLeft', false],
    ['Escape', false],
    ['F2', false],
  ])('%s types a character: %s', (chord, single) => {
    expect(isSingleKey(chord)).toBe(single);
  });

  it.each([
    ['Shift+ArrowLeft', true],
    ['PageDown', true],
    ['End', true],
    ['L', false],
  ])('%s moves within lists and sliders: %s', (chord, moves) => {
    expect(isMovement(chord)).toBe(moves);
  });

  it('that the page or the browser needs is refused with a reason', () => {
    expect(whyNot('Tab')).toContain('belong to the page');
    expect(whyNot('Mod+Shift+T')).toContain('browser');
    expect(whyNot('Mod+K')).toBeNull();
    expect(whyNot('Shift+Escape')).toBeNull();
  });
});
