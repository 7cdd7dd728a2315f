import { expect, it } from 'vitest';
import {
  parsePercent,
  PUBLISHED_KEY,
  readPublished,
  withPublished,
  writePublished,
} from './published.ts';

function storeWith(text: string | null) {
  const kept = new Map(text === null ? [] : [[PUBLISHED_KEY, text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

it('gives back what it kept', () => {
  const store = storeWith(null);
  const values = withPublished({}, { workload: 'susan', slot: 'ipc-3' }, 23.5);
  expect(writePublished(store, values)).toBe(true);
  expect(readPublished(store)).toEqual({ susan: { 'ipc-3': 23.5 } });
});

it('takes damaged or foreign text for nothing', () => {
  for (const text of ['{', 'null', '[]', '7', '{"susan":{"ipc-3":"x"}}', '{"susan":null}'])
    expect(readPublished(storeWith(text))).toEqual({});
});

it('reads percentages with comma, sign and spaces, and refuses other text', () => {
  expect(parsePercent(' 23,5 % ')).toBe(23.5);
  expect(parsePercent('')).toBeNull();
  expect(parsePercent('about 20')).toBeUndefined();
  expect(parsePercent('-3')).toBeUndefined();
  expect(parsePercent('1e999')).toBeUndefined();
});

it('clears one slot and leaves the others', () => {
  const values = { susan: { 'ipc-3': 1, 'ipc-2': 2 } };
  expect(withPublished(values, { workload: 'susan', slot: 'ipc-3' }, null)).toEqual({
    susan: { 'ipc-2': 2 },
  });
});
