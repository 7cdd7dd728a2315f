import { describe, expect, it } from 'vitest';

import { err, ok } from '../base/result.ts';
import { lessonAnswers } from '../lessons/answers.ts';
import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { createAskLesson } from './lesson-client.ts';
import type { LessonWorker } from './lesson-client.ts';
import { answerLesson } from './lessons.ts';
import type { WorkerPost } from './protocol.ts';

const REQUEST = { kind: 'lesson', lesson: SMALL_LESSON } as const;

describe('the answers of a lesson from a worker', () => {
  it('are those of the kernel', async () => {
    const { answers } = await answerLesson(REQUEST, () => Promise.resolve(ok(new Map())));
    expect(answers).toEqual(lessonAnswers(SMALL_LESSON, null, new Map()));
    expect(answers.ok).toBe(true);
  });

  it('are a problem where a program cannot be had', async () => {
    const problems = [{ path: 'apps[0].workload', message: 'no answer from the server.' }];
    const { answers } = await answerLesson(REQUEST, () => Promise.resolve(err(problems)));
    expect(answers).toEqual({ ok: false, error: problems });
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
    const answers = ok({ values: {}, steps: [] });
    const { worker, log } = workerThat(({ post }) => post({ kind: 'lesson-answered', answers }));
    expect(await createAskLesson(() => worker, '/')(SMALL_LESSON)).toEqual(answers);
    expect(log).toEqual(['open', 'lesson', 'ended']);
  });

  it('is told when the worker does not start', async () => {
    const { worker } = workerThat(({ fail }) => fail());
    const answers = await createAskLesson(() => worker, '/')(SMALL_LESSON);
    expect(answers.ok).toBe(false);
  });
});
