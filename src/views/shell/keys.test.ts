import { describe, expect, it } from 'vitest';

import { commandOf, pageTakes } from './keys.ts';
import type { Focus, Stroke } from './keys.ts';

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a key', () => {
  it.each([
    [' ', {}, 'toggle-play'],
    ['K', {}, 'toggle-play'],
    ['ArrowRight', {}, 'next-event'],
    [',', {}, 'previous-event'],
    ['ArrowLeft', { shiftKey: true }, 'previous-rendezvous'],
    ['l', {}, 'next-rendezvous'],
    ['x', {}, 'inject'],
    ['g', {}, 'next-incident'],
    ['G', { shiftKey: true }, 'previous-incident'],
    ['End', {}, 'end'],
    ['?', { shiftKey: true }, 'help'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { metaKey: true, shiftKey: true }, 'redo'],
  ] as const)('%s with %o means %s', (key, held, command) => {
    expect(commandOf(stroke(key, held))).toBe(command);
  });

  it.each([
    ['ArrowLeft', { altKey: true }],
    ['l', { ctrlKey: true }],
    ['x', { ctrlKey: true }],
    ['q', {}],
    ['constructor', {}],
  ] as const)('%s with %o is left to the browser', (key, held) => {
    expect(commandOf(stroke(key, held))).toBeUndefined();
  });
});

describe('a focused element', () => {
  it.each<[Focus, string, boolean]>([
    ['text', 'k', false],
    ['text', ' ', false],
    ['list', 't', false],
    ['control', 'ArrowLeft', false],
    ['control', 'k', true],
    ['button', ' ', false],
    ['button', 'k', true],
    ['button', 'ArrowLeft', true],
    ['other', ' ', true],
  ])('%s: the page takes "%s": %s', (focus, key, takes) => {
    const pressed = stroke(key);
    const command = commandOf(pressed);
    expect(command !== undefined && pageTakes(command, pressed, focus)).toBe(takes);
  });

  it('leaves undo to text fields but not to radios', () => {
    const pressed = stroke('z', { ctrlKey: true });
    expect(pageTakes('undo', pressed, 'text')).toBe(false);
    expect(pageTakes('undo', pressed, 'control')).toBe(true);
    expect(pageTakes('undo', pressed, 'list')).toBe(true);
  });
});
