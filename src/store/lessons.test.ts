import { describe, expect, it, vi } from 'vitest';

import { lessonAnswers } from '../lessons/answers.ts';
import { scenarioOfStep } from '../lessons/play.ts';
import type { AskLesson } from '../worker/lesson-client.ts';
import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { createLessons } from './lessons.ts';
import type { Lessons } from './lessons.ts';
import { createMemory } from './memory.ts';
import { startedApp } from './testing.ts';
import type { TestApp } from './testing.ts';

const ask: AskLesson = (lesson) => Promise.resolve(lessonAnswers(lesson, null, new Map()));

interface Playing extends TestApp {
  readonly lessons: Lessons;
  /** Opens the small lesson and lets its run come. */
  readonly open: () => void;
}

function playing(memory = createMemory()): Playing {
  const made = startedApp();
  const lessons = createLessons(made.app, { memory, ask, prefetch: () => {} });
  expect(lessons.openText(JSON.stringify(SMALL_LESSON))).toEqual([]);
  const open = (): void => {
    const lesson = lessons.store.getState().all.at(-1);
    if (lesson !== undefined) lessons.open(lesson, null);
    made.complete();
  };
  return { ...made, lessons, open };
}

describe('a lesson', () => {
  it('puts its scene into the Lab and stops where its step does', () => {
    const { app, lessons, open } = playing();
    open();
    const state = app.store.getState();
    expect(state.lesson).toBe('lesson=own-small&step=1');
    expect(state.scenario).toEqual(scenarioOfStep(SMALL_LESSON, 0, null));
    const met = app.held.run?.recording.rendezvous[0]?.met[2];
    expect(state.playhead.time).toBe(met);
    expect(lessons.isInPlace()).toBe(true);
  });

  it('goes from step to step of one scene without another run', () => {
    const { app, lessons, open, simulator } = playing();
    open();
    const runs = simulator.scenarios.length;
    const { time } = app.store.getState().playhead;
    lessons.go(1);
    expect(app.store.getState().playhead.time).not.toBe(time);
    expect(simulator.scenarios).toHaveLength(runs);
    lessons.go(3);
    expect(lessons.store.getState().step).toBe(1);
    lessons.go(2);
    expect(lessons.store.getState()).toMatchObject({
      step: 2,
      kept: { 'own-small': { done: true } },
    });
  });

  it('brings back what was in the Lab when it is left', () => {
    const { app, lessons, open, complete } = playing();
    const before = app.store.getState();
    open();
    lessons.go(1);
    lessons.leave();
    complete();
    const { scenario, playhead, lesson } = app.store.getState();
    expect({ scenario, playhead, lesson }).toEqual({
      scenario: before.scenario,
      playhead: before.playhead,
      lesson: null,
    });
  });

  it('is come back to after something else was looked at', () => {
    const { app, lessons, open } = playing();
    open();
    const { playhead } = app.store.getState();
    app.navigation.toStart();
    expect(lessons.isInPlace()).toBe(false);
    lessons.comeBack();
    expect(app.store.getState().playhead).toEqual(playhead);
  });

  it('shows what the kernel says, and keeps what was predicted', async () => {
    const memory = createMemory();
    const { lessons, open } = playing(memory);
    open();
    await vi.waitFor(() => expect(lessons.store.getState().answers).not.toBeNull());
    expect(lessons.store.getState().answers?.steps[0]?.answer).toMatchObject({ right: 0 });
    lessons.say(1);
    const again = playing(memory);
    expect(again.lessons.store.getState().kept['own-small']?.said).toEqual({ 0: 1 });
    lessons.say(null);
    expect(lessons.store.getState().kept['own-small']?.said).toEqual({});
  });

  it('counts hands, never less than none', () => {
    const { lessons, open } = playing();
    open();
    lessons.countHand(1, 1);
    lessons.countHand(1, 1);
    lessons.countHand(0, -1);
    expect(lessons.store.getState().kept['own-small']?.hands).toEqual({ 0: [0, 2] });
  });

  it('is forgotten with all others, until that is undone', () => {
    const { app, lessons, open } = playing();
    open();
    lessons.say('unknown');
    lessons.reset();
    expect(lessons.store.getState().kept['own-small']?.said).toEqual({});
    app.store.getState().notices.at(-1)?.action?.perform();
    expect(lessons.store.getState().kept['own-small']?.said).toEqual({ 0: 'unknown' });
  });

  it('that is not there leads to the list, with a sentence', () => {
    const { app } = playing();
    app.store.setState({ lesson: 'lesson=nobody' });
    const { lesson, screen, notices } = app.store.getState();
    expect({ lesson, screen }).toEqual({ lesson: null, screen: 'learn' });
    expect(notices.at(-1)?.text).toBe(
      'There is no lesson “nobody” here. A lesson from a file is known only where the file was opened. The list of lessons is shown instead: choose one there, or open its file.',
    );
  });

  it.each(['lesson=Cast', 'lesson=', 'lesson=cast&step=two', `l1.${'x'.repeat(99)}&step=1000`])(
    'is not named by “%s”, which leads to the list and something in the Lab',
    (address) => {
      const { app } = playing();
      app.held.run = null;
      app.store.setState({ screen: 'lab', lesson: address });
      const { lesson, screen, notices } = app.store.getState();
      expect({ lesson, screen }).toEqual({ lesson: null, screen: 'learn' });
      expect(app.held.run).not.toBeNull();
      expect(notices.at(-1)?.text).toContain(`“#${address.slice(0, 20)}`);
      expect(notices.at(-1)?.text).toContain('The list of lessons is shown instead');
      expect(notices.at(-1)?.text.length).toBeLessThan(250);
    },
  );

  it('has no step beyond its end: its beginning is shown, with a sentence', () => {
    const { app, lessons, open } = playing();
    open();
    app.store.setState({ lesson: 'lesson=own-small&step=3' });
    expect(lessons.store.getState().step).toBe(2);
    expect(app.store.getState().notices).toEqual([]);
    app.store.setState({ lesson: 'lesson=own-small&step=99' });
    expect(app.store.getState().lesson).toBe('lesson=own-small&step=1');
    expect(lessons.store.getState().step).toBe(0);
    expect(app.store.getState().notices.at(-1)?.text).toContain(
      'has no step 99: it ends with step 2. Its beginning is shown instead',
    );
  });

  it('in a file that is none says what is wrong', () => {
    const { lessons } = playing();
    expect(lessons.openText('{"watchmen-lesson": 1}').length).toBeGreaterThan(0);
    const { all, shipped } = lessons.store.getState();
    expect(all).toHaveLength(shipped + 1);
  });
});
