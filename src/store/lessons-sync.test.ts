import { describe, expect, it } from 'vitest';

import { createLessons } from './lessons.ts';
import { createMemory } from './memory.ts';
import { fakeAddress, testApp } from './testing.ts';
import type { FakeAddress, TestApp } from './testing.ts';
import { createUrlSync } from './url-sync.ts';
import type { UrlSync } from './url-sync.ts';

/** Lets the codec answer. */
const settle = async (): Promise<void> => {
  await import('./show-link.ts');
  await new Promise((resolve) => setTimeout(resolve));
};

interface Page extends TestApp {
  readonly address: FakeAddress;
  readonly url: UrlSync;
}

async function open(fragment: string): Promise<Page> {
  const made = testApp();
  const address = fakeAddress(fragment);
  const url = createUrlSync(made.app, address, { timers: made.timers, onPending: () => {} });
  url.open();
  await settle();
  return { ...made, address, url };
}

describe('the address of lessons', () => {
  it('opens the list', async () => {
    const { app, address, timers, complete } = await open('learn');
    complete();
    expect(app.store.getState().screen).toBe('learn');
    timers.pass();
    await settle();
    expect(address.history).toEqual(['learn']);
  });

  it('stays that of the step until another one is shown, in an entry of its own', async () => {
    const { app, address, timers, complete, simulator } = await open('lesson=polling&step=2');
    expect(simulator.asked).toEqual([]);
    const lessons = createLessons(app, {
      memory: createMemory(),
      ask: () => new Promise(() => {}),
      prefetch: () => {},
    });
    expect(lessons.store.getState()).toMatchObject({ step: 1, lesson: { id: 'polling' } });
    complete();
    app.navigation.toEnd();
    timers.pass();
    await settle();
    expect(address.history.at(-1)).toBe('lesson=polling&step=2');
    lessons.go(2);
    timers.pass();
    await settle();
    expect(address.history.slice(-2)).toEqual(['lesson=polling&step=2', 'lesson=polling&step=3']);
    address.change('lesson=polling&step=2');
    await settle();
    expect(lessons.store.getState().step).toBe(1);
  });

  it('follows a step at once, and steps that are hurried through when they have come to rest', async () => {
    const { app, address, timers, complete, url } = await open('');
    complete();
    timers.pass();
    const show = async (step: number): Promise<void> => {
      app.store.setState({ lesson: `lesson=polling&step=${step}` });
      await settle();
    };
    const shown = show(3);
    // A step goes to its instant in the same moment.
    app.navigation.toEnd();
    expect(url.isPending()).toBe(false);
    expect(address.fragment()).toBe('lesson=polling&step=3');
    await shown;
    await show(4);
    await show(5);
    expect(address.fragment()).toBe('lesson=polling&step=3');
    timers.pass();
    await settle();
    expect(address.fragment()).toBe('lesson=polling&step=5');
    timers.pass();
    await show(6);
    expect(address.fragment()).toBe('lesson=polling&step=6');
  });

  it('of a run ends the lesson', async () => {
    const { app, address, timers, complete } = await open('');
    complete();
    timers.pass();
    await settle();
    const moment = address.fragment();
    app.store.setState({ lesson: 'lesson=polling' });
    address.change(moment);
    await settle();
    expect(app.store.getState().lesson).toBeNull();
  });
});
