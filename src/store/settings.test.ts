import { describe, expect, it, vi } from 'vitest';

import { createMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import {
  createSettings,
  DEFAULT_SETTINGS,
  SETTINGS_KEY,
  UNREADABLE_SETTINGS_KEY,
} from './settings.ts';

/** A memory that holds `text` as its settings. */
function memoryWith(text: string): Memory {
  const memory = createMemory();
  memory.write(SETTINGS_KEY, text);
  return memory;
}

describe('settings', () => {
  it('are those that the page comes with at a first visit, and say nothing', () => {
    const report = vi.fn<(sentence: string) => void>();
    expect(createSettings(createMemory(), report).get()).toEqual(DEFAULT_SETTINGS);
    expect(report).not.toHaveBeenCalled();
  });

  it('outlast the page', () => {
    const memory = createMemory();
    createSettings(memory).set({ keys: { play: ['p'], note: null }, singleKeys: false });
    createSettings(memory).set({ axis: 'event' });
    expect(createSettings(memory).get()).toEqual({
      keys: { play: ['p'], note: null },
      singleKeys: false,
      recent: [],
      axis: 'event',
      closeGaps: false,
      openFolds: [],
      toured: false,
    });
  });

  it('are the same object until they change, and tell who listens', () => {
    const settings = createSettings(createMemory());
    const listener = vi.fn<() => void>();
    const end = settings.subscribe(listener);
    expect(settings.get()).toBe(settings.get());
    settings.set({ closeGaps: true });
    expect(settings.get().closeGaps).toBe(true);
    end();
    settings.set({ closeGaps: false });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('keep what another page has set since', () => {
    const memory = createMemory();
    const here = createSettings(memory);
    createSettings(memory).set({ keys: { play: ['p'] } });
    here.set({ singleKeys: false });
    expect(createSettings(memory).get()).toMatchObject({
      keys: { play: ['p'] },
      singleKeys: false,
    });
  });

  it.each([
    ['no JSON', 'axis=event'],
    ['no object', '[1]'],
    ['without a version', '{"axis":"time"}'],
    ['an unknown axis', '{"version":1,"axis":"space"}'],
    ['keys that are none', '{"version":1,"keys":{"play":[7]}}'],
    ['a switch that is none', '{"version":1,"singleKeys":"no"}'],
  ])('that are %s are put aside, not thrown away, and the page says so', (_, text) => {
    const memory = memoryWith(text);
    const report = vi.fn<(sentence: string) => void>();
    const settings = createSettings(memory, report);
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(report.mock.calls).toEqual([[expect.stringContaining('could not be read')]]);
    settings.set({ axis: 'event' });
    expect(memory.read(UNREADABLE_SETTINGS_KEY)).toBe(text);
    expect(createSettings(memory).get().axis).toBe('event');
  });

  it('of a newer version are left as they are', () => {
    const text = '{"version":2,"axis":"polar"}';
    const memory = memoryWith(text);
    const report = vi.fn<(sentence: string) => void>();
    const settings = createSettings(memory, report);
    settings.set({ axis: 'event' });
    expect(settings.get().axis).toBe('event');
    expect(memory.read(SETTINGS_KEY)).toBe(text);
    expect(report.mock.calls).toEqual([[expect.stringContaining('newer version')]]);
  });

  it('that cannot be kept hold for the visit, and the page says so once', () => {
    const report = vi.fn<(sentence: string) => void>();
    const settings = createSettings(createMemory(10), report);
    settings.set({ axis: 'event' });
    settings.set({ closeGaps: true });
    expect(settings.get()).toEqual({ ...DEFAULT_SETTINGS, axis: 'event', closeGaps: true });
    expect(report.mock.calls).toEqual([[expect.stringContaining('keeps no settings')]]);
  });
});
