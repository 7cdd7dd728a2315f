import { expect, it } from 'vitest';

import { createMemory } from '../../store/memory.ts';
import type { Memory } from '../../store/memory.ts';
import {
  parsePercent,
  PUBLISHED_KEY,
  readPublished,
  withPublished,
  writePublished,
} from './published.ts';

function memoryWith(text: string | null): Memory {
  const memory = createMemory();
  if (text !== null) memory.write(PUBLISHED_KEY, text);
  return memory;
}

it('gives back what it kept', () => {
  const memory = memoryWith(null);
  const values = withPublished({}, { workload: 'susan', slot: 'ipc-3' }, 23.5);
  expect(writePublished(memory, values)).toBe(true);
  expect(readPublished(memory)).toEqual({ susan: { 'ipc-3': 23.5 } });
});

it('says that nothing was kept where nothing can be', () => {
  const memory = createMemory(0);
  expect(writePublished(memory, { susan: { 'ipc-3': 1 } })).toBe(false);
  expect(readPublished(memory)).toEqual({});
});

it('takes damaged or foreign text for nothing', () => {
  for (const text of ['{', 'null', '[]', '7', '{"susan":{"ipc-3":"x"}}', '{"susan":null}'])
    expect(readPublished(memoryWith(text))).toEqual({});
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
