import { describe, expect, it } from 'vitest';

import { err, ok } from '../base/result.ts';
import { answersIn, lessonAnswers, lessonFindings } from '../lessons/answers.ts';
import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { createAskFindings, createAskLesson } from './lesson-client.ts';
import type { LessonWorker } from './lesson-client.ts';
import { answerLesson } from './lessons.ts';
import type { WorkerPost } from './protocol.ts';

const REQUEST = { kind: 'lesson', lesson: SMALL_LESSON } as const;

describe('the answers of a lesson from a worker', () => {
  it('are those of the kernel', async () => {
    const { findings } = await answerLesson(REQUEST, () => Promise.resolve(ok(new Map())));
    expect(findings).toEqual(ok(lessonFindings(SMALL_LESSON, null, new Map())));
    const answers = findings.ok && answersIn(SMALL_LESSON, findings.value);
    expect(answers).toEqual(lessonAnswers(SMALL_LESSON, null, new Map()));
    expect(answers).toMatchObject({ ok: true });
  });

  it('are a problem where a program cannot be had', async () => {
    const problems = [{ path: 'apps[0].workload', message: 'no answer from the server.' }];
    const { findings } = await answerLesson(REQUEST, () => Promise.resolve(err(problems)));
    expect(findings).toEqual({ ok: false, error: problems });
  });
});

/** A worker that does what is told once it is asked. */
function workerThat(act: (tell: { post: (data: WorkerPost) => void; fail: () => void }) => void) {
  const heard: ((event: { readonly data: WorkerPost }) => void)[] = [];
  const failed: (() => void)[] = [];
  const log: string[] = [];
  const worker: LessonWorker = {
    postMessage({ kind }) {
      log.push(kind);
      if (kind !== 'lesson') return;
      act({
        post: (data) => {
          for (const listener of heard) listener({ data });
        },
        fail: () => {
          for (const listener of failed) listener();
        },
      });
    },
    addEventListener(type: 'message' | 'error', listener: never) {
      (type === 'message' ? heard : failed).push(listener);
    },
    terminate: () => void log.push('ended'),
  };
  return { worker, log };
}

describe('whoever asks for them', () => {
  it('has an answer, and the worker ends', async () => {
    const findings = ok(lessonFindings(SMALL_LESSON, null, new Map()));
    const { worker, log } = workerThat(({ post }) => post({ kind: 'lesson-answered', findings }));
    const answers = await createAskLesson(() => worker, '/')(SMALL_LESSON);
    expect(answers).toEqual(lessonAnswers(SMALL_LESSON, null, new Map()));
    expect(log).toEqual(['open', 'lesson', 'ended']);
  });

  it('who waits no longer ends the worker', async () => {
    const { worker, log } = workerThat(() => {});
    const stop = new AbortController();
    const answer = createAskFindings(() => worker, '/')(SMALL_LESSON, stop.signal);
    stop.abort();
    expect((await answer).ok).toBe(false);
    expect(log).toEqual(['open', 'lesson', 'ended']);
  });

  it('is told when the worker does not start', async () => {
    const { worker } = workerThat(({ fail }) => fail());
    const answers = await createAskLesson(() => worker, '/')(SMALL_LESSON);
    expect(answers.ok).toBe(false);
  });
});
