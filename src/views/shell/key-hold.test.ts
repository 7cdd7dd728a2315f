import { expect, it } from 'vitest';

import { createKeyHold } from './key-hold.ts';
import type { PressedKey } from './key-hold.ts';

function pressed(key: string, more: Partial<PressedKey> = {}): PressedKey {
  const free = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  return { key, code: '', ...free, repeat: false, timeStamp: 0, ...more };
}

function holdOf() {
  const given: string[] = [];
  return { given, hold: createKeyHold(({ key }) => void given.push(key)) };
}

it('hands on what was typed, once and in order', () => {
  const { given, hold } = holdOf();
  for (const key of ['f', 'u', 'x', 'Backspace', 't', 'Enter'])
    expect(hold.take(pressed(key))).toBe(true);
  expect(given).toEqual([]);
  hold.release();
  hold.release();
  expect(given).toEqual(['f', 'u', 'x', 'Backspace', 't', 'Enter']);
});

it('keeps no orders, no keys that leave a field, and no key that is still held down', () => {
  const { given, hold } = holdOf();
  expect(hold.take(pressed('z', { ctrlKey: true }))).toBe(false);
  expect(hold.take(pressed('Tab'))).toBe(false);
  expect(hold.take(pressed('F5'))).toBe(false);
  expect(hold.take(pressed('/', { repeat: true }))).toBe(true);
  hold.release();
  expect(given).toEqual([]);
});

it('keeps keys that move about the page only where they are asked for', () => {
  const { given, hold } = holdOf();
  expect(hold.take(pressed('ArrowRight'))).toBe(false);
  expect(hold.take(pressed('ArrowRight'), true)).toBe(true);
  expect(hold.take(pressed('End', { ctrlKey: true }), true)).toBe(false);
  expect(hold.take(pressed('Tab'), true)).toBe(false);
  hold.release();
  expect(given).toEqual(['ArrowRight']);
});

it('keeps a sign typed with AltGr', () => {
  const { given, hold } = holdOf();
  expect(hold.take(pressed('@', { ctrlKey: true, altKey: true }))).toBe(true);
  hold.release();
  expect(given).toEqual(['@']);
});

it('lets keys through when the field does not come', () => {
  const { hold } = holdOf();
  expect(hold.take(pressed('a'))).toBe(true);
  expect(hold.take(pressed('b', { timeStamp: 60_000 }))).toBe(false);
  hold.drop();
  expect(hold.take(pressed('c', { timeStamp: 60_000 }))).toBe(true);
});

it('keeps again what is pressed on a field that its own keys have closed', () => {
  const given: string[] = [];
  let closed = false;
  const hold = createKeyHold(({ key }) => {
    if (closed) hold.take(pressed(key));
    else given.push(key);
    closed ||= key === 'Enter';
  });
  for (const key of ['a', 'Enter', 'k']) hold.take(pressed(key));
  hold.release();
  expect(given).toEqual(['a', 'Enter']);
  closed = false;
  hold.release();
  expect(given).toEqual(['a', 'Enter', 'k']);
});
