import { t } from '../base/language.ts';
import { err } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { answersIn } from '../lessons/answers.ts';
import type { LessonAnswers, LessonFindings } from '../lessons/answers.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LessonProblem } from '../lessons/problem.ts';
import type { LessonReply, LessonRequest } from './lessons.ts';
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

/** What the kernel finds in a lesson that need not be right yet; nobody need wait for the answer. */
export type AskFindings = (
  lesson: Lesson,
  signal: AbortSignal,
) => Promise<Result<LessonFindings, readonly LessonProblem[]>>;

/** Asks a worker of its own, which ends with its answer, or when nobody wants it any more. */
export function createAskFindings(start: () => LessonWorker, baseUrl: string): AskFindings {
  return (lesson, signal) =>
    new Promise((resolve) => {
      const worker = start();
      const end = (findings: LessonReply['findings']): void => {
        worker.terminate();
        resolve(findings);
      };
      const fail = (message: string): void => end(err([{ path: '', message }]));
      signal.addEventListener('abort', () => fail(t('nobody waits for it')), { once: true });
      worker.addEventListener('error', () =>
        fail(t('the worker that plays lessons did not start')),
      );
      worker.addEventListener('message', ({ data }) => {
        if (data.kind === 'lesson-answered') end(data.findings);
      });
      worker.postMessage({ kind: 'open', baseUrl });
      worker.postMessage({ kind: 'lesson', lesson });
    });
}

/** Asks what is right in a valid lesson. */
export function createAskLesson(start: () => LessonWorker, baseUrl: string): AskLesson {
  const ask = createAskFindings(start, baseUrl);
  return async (lesson) => {
    const findings = await ask(lesson, new AbortController().signal);
    return findings.ok ? answersIn(lesson, findings.value) : findings;
  };
}
