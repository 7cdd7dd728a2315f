import { describe, expect, it } from 'vitest';

import { playheadAt } from '../run/instants.ts';
import { lessonAnswers } from '../lessons/answers.ts';
import type { AskLesson } from '../worker/lesson-client.ts';
import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { createLessons } from './lessons.ts';
import { durationOf, instantAfter } from './lessons-show.ts';
import type { Stretch } from './lessons-show.ts';
import { createMemory } from './memory.ts';
import { startedApp } from './testing.ts';

const ask: AskLesson = (lesson) => Promise.resolve(lessonAnswers(lesson, null, new Map()));

/** The small lesson at its first question, with its run. */
function asked(still = false) {
  const made = startedApp();
  const lessons = createLessons(made.app, {
    memory: createMemory(),
    ask,
    prefetch: () => {},
    frames: made.frames,
    reducedMotion: () => still,
  });
  lessons.openText(JSON.stringify(SMALL_LESSON));
  const lesson = lessons.store.getState().all.at(-1);
  if (lesson === undefined) throw new Error('the lesson is not there');
  lessons.open(lesson, 0);
  made.complete();
  const now = () => made.app.store.getState();
  return { ...made, lessons, now };
}

/** All frames that are asked for, so many milliseconds apart. */
function runFrames({ frames }: Pick<ReturnType<typeof asked>, 'frames'>, apart = 50): number {
  let shown = 0;
  for (; frames.requested && shown < 1000; shown++) frames.frame(1000 + shown * apart);
  return shown;
}

describe('while a question waits', () => {
  it('nothing after it is shown, and nobody gets there', () => {
    const { app, now } = asked();
    const { hiddenFrom } = now();
    expect(hiddenFrom).toEqual(now().playhead);
    app.navigation.toEnd();
    expect(now().playhead).toEqual(hiddenFrom);
    expect(now().said).toContain('question waits');
    app.navigation.stepBy(-3);
    app.navigation.stepBy(1);
    expect(now().playhead.step).toBe((hiddenFrom?.step ?? 0) - 2);
    expect(now().hiddenFrom).toEqual(hiddenFrom);
  });

  it('what is made of its scene is shown whole', () => {
    const { app, complete, now } = asked();
    app.edits.load({ ...now().scenario, seed: now().scenario.seed + 1 });
    complete();
    expect(now().hiddenFrom).toBeNull();
  });

  it('leaving the lesson shows everything', () => {
    const { lessons, complete, now } = asked();
    lessons.leave();
    complete();
    expect(now().hiddenFrom).toBeNull();
  });
});

describe('what was predicted', () => {
  it('is played to its outcome, in which the future stays hidden', () => {
    const made = asked();
    const { lessons, now, frames } = made;
    const { playhead } = now();
    lessons.say(0);
    expect(lessons.store.getState().showing).toBe(true);
    const seen = [playhead.step];
    const ahead: number[] = [];
    for (let frame = 0; frames.requested && frame < 1000; frame++) {
      frames.frame(1000 + frame * 50);
      const { hiddenFrom, playhead: at } = now();
      if (hiddenFrom !== null) ahead.push(hiddenFrom.step - at.step);
      seen.push(at.step);
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(ahead)).toEqual(new Set([0]));
    expect(new Set(seen).size).toBeGreaterThan(3);
    expect(lessons.store.getState().showing).toBe(false);
    expect(now().hiddenFrom).toBeNull();
    expect(lessons.isInPlace()).toBe(true);
    expect(now().playhead.step).toBeGreaterThan(playhead.step);
  });

  it('is seen at once by who skips, prefers no motion, or goes on', () => {
    const skipped = asked();
    skipped.lessons.say(0);
    skipped.lessons.skip();
    const still = asked(true);
    still.lessons.say(0);
    expect(still.frames.requested).toBe(false);
    expect(skipped.now().playhead).toEqual(still.now().playhead);
    const hasty = asked();
    hasty.lessons.say(0);
    hasty.lessons.go(1);
    expect(hasty.lessons.store.getState()).toMatchObject({ showing: false, step: 1 });
    expect(runFrames(hasty)).toBe(0);
    expect(hasty.lessons.isInPlace()).toBe(true);
  });

  it('ends where somebody else takes the playhead', () => {
    const made = asked();
    made.lessons.say(0);
    made.frames.frame(0);
    made.app.navigation.toStart();
    runFrames(made);
    expect(made.now().playhead).toEqual({ time: 0, step: 0 });
    expect(made.lessons.store.getState().showing).toBe(false);
  });

  it('is hidden again when it is taken back', () => {
    const { lessons, now } = asked(true);
    const { playhead } = now();
    lessons.say(0);
    lessons.say(null);
    expect(now()).toMatchObject({ playhead, hiddenFrom: playhead });
  });
});

describe('a stretch of a run', () => {
  const { app } = startedApp();
  const { run } = app.held;
  if (run === null) throw new Error('there is no run');
  const end = run.recording.summary.totalCycles;
  const whole: Stretch = { run, from: playheadAt(run, 0), to: playheadAt(run, end) };

  it('never goes back, begins where it begins and ends where it ends', () => {
    const shares = Array.from({ length: 101 }, (_, i) => i / 100);
    const steps = shares.map((share) => instantAfter(whole, share).step);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(instantAfter(whole, 0).time).toBe(0);
    expect(instantAfter(whole, 1)).toEqual(whole.to);
  });

  it('lasts a few seconds at most, however much happens', () => {
    expect(durationOf(whole)).toBeLessThanOrEqual(6000);
    expect(durationOf({ ...whole, to: playheadAt(run, 1) })).toBeGreaterThanOrEqual(1000);
  });
});
