import { assert } from '../../base/assert.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import type { Lesson } from '../lesson.ts';
import { parseLesson } from '../schema.ts';
import cast from './00-cast.json' with { type: 'json' };
import splitting from './01-splitting.json' with { type: 'json' };
import resCores from './02-res-cores.json' with { type: 'json' };
import service from './03-service.json' with { type: 'json' };
import romain from './04-romain.json' with { type: 'json' };
import migration from './05-migration.json' with { type: 'json' };
import ipc from './06-ipc.json' with { type: 'json' };
import polling from './07-polling.json' with { type: 'json' };
import evaluation from './08-evaluation.json' with { type: 'json' };
import errors from './09-errors.json' with { type: 'json' };
import watchmen from './10-watchmen.json' with { type: 'json' };
import openProblems from './11-open-problems.json' with { type: 'json' };
import keyPoints from './12-key-points.json' with { type: 'json' };

/** The files, in the order of the talk. */
const FILES: readonly { readonly id: string; readonly json: unknown }[] = [
  cast,
  splitting,
  resCores,
  service,
  romain,
  migration,
  ipc,
  polling,
  evaluation,
  errors,
  watchmen,
  openProblems,
  keyPoints,
].map((json) => ({ id: json.id, json }));

/** Ids of the shipped lessons, in the order of the talk. */
export const LESSON_IDS: readonly string[] = FILES.map(({ id }) => id);

/** The shipped lesson `id`; the error names near ones. */
export function findLesson(id: string): Result<Lesson, string> {
  const file = FILES.find((candidate) => candidate.id === id);
  if (file === undefined) {
    return err(`there is no lesson "${id}"${didYouMean(id, LESSON_IDS) || '; see: lessons list'}`);
  }
  const lesson = parseLesson(file.json);
  assert(lesson.ok, `the shipped lesson "${id}" is not valid`);
  return ok(lesson.value);
}
