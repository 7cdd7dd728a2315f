import { describe, expect, it } from 'vitest';

import { actOf, handOf, isTaken, PRESENTER_ACTS, PRESENTER_KEYS } from './presenter-keys.ts';
import type { PresenterStroke } from './presenter-keys.ts';

function stroke(key: string, held: Partial<PresenterStroke> = {}): PresenterStroke {
  return { key, code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held };
}

/** What a key of the list is when it is pressed. */
function pressed(printed: string): PresenterStroke {
  const names: Readonly<Record<string, string>> = {
    Space: ' ',
    Esc: 'Escape',
    '→': 'ArrowRight',
    '←': 'ArrowLeft',
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
  };
  const shiftKey = printed.startsWith('Shift+');
  const key = printed.replace('Shift+', '');
  return stroke(names[key] ?? (key.length === 1 ? key.toLowerCase() : key), { shiftKey });
}

describe('keys of the presenter', () => {
  it.each(PRESENTER_KEYS.flatMap(({ act, keys }) => keys.map((key) => [key, act] as const)))(
    '%s does %s, as the list says',
    (key, act) => {
      expect(actOf(pressed(key), true)).toBe(act);
    },
  );

  it('has every act in its list, once', () => {
    expect(PRESENTER_KEYS.map(({ act }) => act).toSorted()).toEqual([...PRESENTER_ACTS].toSorted());
  });

  it('leaves a remote and arrows to who has turned single keys off', () => {
    const act = (key: string) => actOf(stroke(key), false);
    expect([act('PageDown'), act('PageUp'), act('ArrowRight'), act('Escape')]).toEqual([
      'next',
      'previous',
      'next',
      'leave',
    ]);
    expect([act('b'), act('.'), act(' '), act('p')]).toEqual([null, null, null, null]);
    expect(handOf(stroke('1', { code: 'Digit1' }), false)).toBeNull();
  });

  it('takes nothing that is held with Ctrl, Alt or Cmd, but undoing', () => {
    expect(actOf(stroke('b', { ctrlKey: true }), true)).toBeNull();
    expect(actOf(stroke('ArrowLeft', { altKey: true }), true)).toBeNull();
    expect(actOf(stroke('q', { metaKey: true }), true)).toBeNull();
    expect(actOf(stroke('z', { ctrlKey: true }), true)).toBe('undo');
  });

  it('knows nothing of names that all objects have', () => {
    expect(actOf(stroke('constructor'), true)).toBeNull();
    expect(actOf(stroke('toString'), true)).toBeNull();
  });

  it('counts hands with digits of both rows, whatever Shift makes of them', () => {
    expect(handOf(stroke('1', { code: 'Digit1' }), true)).toEqual({ option: 0, by: 1 });
    expect(handOf(stroke('"', { code: 'Digit2', shiftKey: true }), true)).toEqual({
      option: 1,
      by: -1,
    });
    expect(handOf(stroke('9', { code: 'Numpad9' }), true)).toEqual({ option: 8, by: 1 });
    expect(handOf(stroke('0', { code: 'Digit0' }), true)).toBeNull();
    expect(handOf(stroke('1', { code: 'Digit1', ctrlKey: true }), true)).toBeNull();
  });

  it('hears a remote whatever has the focus, and leaves the rest to what needs it', () => {
    expect(isTaken(stroke('PageDown'), 'text')).toBe(false);
    expect(isTaken(stroke('b'), 'text')).toBe(true);
    expect(isTaken(stroke('ArrowLeft'), 'control')).toBe(true);
    expect(isTaken(stroke('b'), 'control')).toBe(false);
    expect(isTaken(stroke(' '), 'button')).toBe(true);
    expect(isTaken(stroke('ArrowLeft'), 'button')).toBe(false);
    expect(isTaken(stroke(' '), 'other')).toBe(false);
  });
});
