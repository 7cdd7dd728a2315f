import { describe, expect, it } from 'vitest';

import { commandAt, commandOf, pageTakes, withKeys } from './bindings.ts';
import type { Focus } from './bindings.ts';
import { chordsOf } from './chord.ts';
import { commandTitle } from './command.ts';
import { DEFAULT_KEYS } from './default-keys.ts';
import { activeKeys, keysOf } from './keys-in-force.ts';
import { COMMANDS } from './table.ts';
import { stroke } from './testing.ts';

const AS_IT_COMES = { keys: {}, singleKeys: true };

describe('the table of commands', () => {
  it('names every command once, in words', () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const titles = COMMANDS.map((command) => commandTitle(command));
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z][^.!]+$/u);
  });

  it('gives its keys to commands that exist', () => {
    const ids: readonly string[] = COMMANDS.map(({ id }) => id);
    for (const id of Object.keys(DEFAULT_KEYS)) expect(ids).toContain(id);
  });

  it('gives no key to two commands', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a key', () => {
  it.each([
    [' ', {}, 'play'],
    ['K', {}, 'play'],
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
    ['P', { ctrlKey: true, shiftKey: true }, 'palette'],
    ['1', { code: 'Digit1' }, 'bookmark-1'],
    ['!', { code: 'Digit1', shiftKey: true }, 'set-bookmark-1'],
    ['z', { code: 'KeyW' }, 'zoom-in'],
  ] as const)('%s with %o means %s', (key, held, id) => {
    expect(commandOf(stroke(key, held), AS_IT_COMES)?.command.id).toBe(id);
  });

  it.each([
    ['ArrowDown', { ctrlKey: true }],
    ['l', { ctrlKey: true }],
    ['x', { ctrlKey: true }],
    ['q', {}],
    ['constructor', {}],
  ] as const)('%s with %o is left to the browser', (key, held) => {
    expect(commandOf(stroke(key, held), AS_IT_COMES)).toBeUndefined();
  });

  it('that types a character is off when a person says so', () => {
    const off = { keys: {}, singleKeys: false };
    expect(commandOf(stroke('k'), off)).toBeUndefined();
    expect(commandOf(stroke(' '), off)).toBeUndefined();
    expect(commandOf(stroke('ArrowRight'), off)?.command.id).toBe('next-event');
    expect(commandOf(stroke('z', { ctrlKey: true }), off)?.command.id).toBe('undo');
    expect(activeKeys('next-event', off)).toEqual(['ArrowRight']);
  });
});

describe('keys of a person', () => {
  it('replace those that a command comes with', () => {
    const keys = withKeys({}, { id: 'inject', keys: ['Q'] });
    expect(commandOf(stroke('q'), { keys, singleKeys: true })?.command.id).toBe('inject');
    expect(commandOf(stroke('x'), { keys, singleKeys: true })).toBeUndefined();
  });

  it('take a key from the command that had it, which keeps its others', () => {
    const keys = withKeys({}, { id: 'inject', keys: ['L'] });
    expect(commandAt('L', keys)?.id).toBe('inject');
    expect(commandAt('Shift+ArrowRight', keys)?.id).toBe('next-rendezvous');
    const again = withKeys(withKeys({}, { id: 'note', keys: ['X'] }), {
      id: 'inject',
      keys: undefined,
    });
    expect(commandAt('X', again)?.id).toBe('inject');
    expect(again['note']).toBeNull();
  });

  it('take a key from the command that had it by its place', () => {
    const taken = chordsOf(stroke('w', { code: 'KeyW' }));
    const keys = withKeys({}, { id: 'inject', keys: ['W'], taken });
    expect(commandOf(stroke('w', { code: 'KeyW' }), { keys, singleKeys: true })?.command.id).toBe(
      'inject',
    );
    expect(keys['zoom-in']).toBeNull();
  });

  it('leave a command without any, and come back as they were', () => {
    const cleared = withKeys({}, { id: 'theme', keys: [] });
    expect(cleared).toEqual({ theme: null });
    expect(commandOf(stroke('t'), { keys: cleared, singleKeys: true })).toBeUndefined();
    expect(withKeys(cleared, { id: 'theme', keys: undefined })).toEqual({});
  });

  it('never leave one key with two commands', () => {
    let keys = {};
    for (const [index, { id }] of COMMANDS.entries()) {
      keys = withKeys(keys, { id, keys: COMMANDS[(index + 7) % COMMANDS.length]?.keys });
      const all = COMMANDS.flatMap((command) => keysOf(command, keys));
      expect(new Set(all).size, id).toBe(all.length);
    }
  });
});

describe('a focused element', () => {
  it.each<[Focus, string, boolean]>([
    ['text', 'k', false],
    ['text', ' ', false],
    ['list', 't', false],
    ['list', 'ArrowRight', false],
    ['control', 'ArrowLeft', false],
    ['control', 'k', true],
    ['control', '1', true],
    ['button', ' ', false],
    ['button', 'k', true],
    ['button', 'ArrowLeft', true],
    ['other', ' ', true],
  ])('%s: the page takes "%s": %s', (focus, key, takes) => {
    const asked = commandOf(stroke(key, { code: key === '1' ? 'Digit1' : '' }), AS_IT_COMES);
    expect(asked !== undefined && pageTakes(asked, focus)).toBe(takes);
  });

  it('leaves undo to text fields but not to radios, and the palette to none', () => {
    const undo = commandOf(stroke('z', { ctrlKey: true }), AS_IT_COMES);
    const palette = commandOf(stroke('P', { ctrlKey: true, shiftKey: true }), AS_IT_COMES);
    if (undo === undefined || palette === undefined) throw new Error('both have keys');
    expect(pageTakes(undo, 'text')).toBe(false);
    expect(pageTakes(undo, 'control')).toBe(true);
    expect(pageTakes(undo, 'list')).toBe(true);
    expect(pageTakes(palette, 'text')).toBe(true);
  });
});
