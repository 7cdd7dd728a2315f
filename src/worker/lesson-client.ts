import { err } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { LessonAnswers } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LessonProblem } from '../lessons/problem.ts';
import type { LessonRequest } from './lessons.ts';
import type { WorkerPost, WorkerRequest } from './protocol.ts';

/** The part of a `Worker` that the answers of a lesson need. */
export interface LessonWorker {
  postMessage(message: LessonRequest | WorkerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** What the kernel says about a lesson. */
export type AskLesson = (
  lesson: Lesson,
) => Promise<Result<LessonAnswers, readonly LessonProblem[]>>;

/** Asks a worker of its own, which ends with its answer. */
export function createAskLesson(start: () => LessonWorker, baseUrl: string): AskLesson {
  return (lesson) =>
    new Promise((resolve) => {
      const worker = start();
      const end = (answers: Result<LessonAnswers, readonly LessonProblem[]>): void => {
        worker.terminate();
        resolve(answers);
      };
      worker.addEventListener('error', () =>
        end(err([{ path: '', message: 'the worker that plays lessons did not start' }])),
      );
      worker.addEventListener('message', ({ data }) => {
        if (data.kind === 'lesson-answered') end(data.answers);
      });
      worker.postMessage({ kind: 'open', baseUrl });
      worker.postMessage({ kind: 'lesson', lesson });
    });
}
