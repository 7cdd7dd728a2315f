import { msg, t } from '../base/language.ts';
import { strFromU8, strToU8 } from 'fflate';

import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { deflateChecked, inflateBounded } from '../scenario/codec/deflate.ts';
import { seal, unseal } from '../scenario/codec/envelope.ts';
import type { Lesson } from './lesson.ts';
import { MAX_LESSON_CHARACTERS } from './limits.ts';
import type { LessonProblem } from './problem.ts';
import { readLesson } from './schema.ts';

/*
 * A lesson as a link: `l<version>.` in the envelope that links of scenarios have, too. The bytes are the
 * lesson's JSON, deflated; the version is that of this packing, the lesson has its own inside.
 */

/** Version of the links made now. */
const LINK_VERSION = 1;
/** Up to here chat programs and mail leave a link alone. */
export const COMFORTABLE_LINK = 1500;

/** The deflate dictionary of version 1, kept for ever: what stands in most lessons. */
const DICTIONARY_V1 = strToU8(
  '"analogy":{"highlights":["panel:"question":{"kind":"choice","prompt":{"decide":{"by":"same",' +
    '"measure":{"of":"overhead","options":[{"text":{"right":{"wrong":{"replica the vote waits for ' +
    'message page fault system call core because before after the first all three Replikat wartet auf ' +
    'die Abstimmung Nachricht Seitenfehler Systemaufruf Kern weil alle nicht "signalling":"polling"' +
    '"migration","redundancy":2,"workload":{"kind":"profile","id":"susan-e-large.l4re-4k"},"faults":' +
    '[{"at":{"event":,"app":0,"replica":1,"target":"gpr","register":"bx","bit":17,"fate":"stays"}],' +
    '"scenario":{"machine":{},"protection":{},"apps":[{"change":{"seed":"preset":"crc32-tmr-ipc"' +
    '"caption":{"en":"},"closing":{"de":"{"watchmen-lesson":1,"id":"lesson-from-notes","title":{"en":"' +
    '"},"scenes":{"run-1":{"preset":"crc32-tmr-ipc"}},"values":{},"locks":{},"steps":[{"scene":"run-1",' +
    '"stop":{"kind":"instant","time":,"step":},"caption":{"en":"',
);

/** A lesson packed for a link. */
export interface LessonLink {
  /** The hash fragment, without `#`. */
  readonly fragment: string;
  readonly characters: number;
  /** Is it longer than many programs let a link be? A file is the better way then. */
  readonly long: boolean;
}

/** The link of a valid lesson. */
export function encodeLesson(lesson: Lesson): LessonLink {
  const code = strToU8(JSON.stringify(lesson));
  const fragment = seal(`l${LINK_VERSION}.`, deflateChecked(code, DICTIONARY_V1));
  return { fragment, characters: fragment.length, long: fragment.length > COMFORTABLE_LINK };
}

/** Why a link is no lesson; `message` is a sentence for a person. */
export interface LessonLinkProblem {
  /** Not a link of a lesson at all, altered or cut, made by a newer version, too large, or of no valid lesson. */
  readonly kind: 'unknown' | 'damaged' | 'newer' | 'too-large' | 'invalid';
  readonly message: string;
  /** Only of an invalid lesson. */
  readonly problems: readonly LessonProblem[];
}

/** UTF-8 takes at most three bytes for a UTF-16 code unit. */
const MAX_BYTES = 3 * MAX_LESSON_CHARACTERS;

/** Is `link` one of a lesson, whole or not? */
export function isLessonLink(link: string): boolean {
  return /^l\d/.test(fragmentOf(link));
}

/** Reads a fragment, or any address that ends in one. Damage is always noticed. */
export function decodeLesson(link: string): Result<Lesson, LessonLinkProblem> {
  const fragment = fragmentOf(link);
  if (!isLessonLink(fragment)) return problem('unknown', t('This is not a link of a lesson.'));
  if (fragment.length > 2 * MAX_BYTES) return problem('too-large', t(TOO_LARGE));
  const [, prefix = '', version = '', body = ''] = /^(l([1-9]\d{0,5})\.)(.*)$/.exec(fragment) ?? [];
  const deflated = unseal(prefix, body);
  if (deflated === null) return problem('damaged', t(DAMAGED));
  if (Number(version) > LINK_VERSION) return problem('newer', t(NEWER));
  const code = inflateBounded(deflated, MAX_BYTES, DICTIONARY_V1);
  if (code === 'too-large') return problem('too-large', t(TOO_LARGE));
  if (code === 'damaged') return problem('damaged', t(DAMAGED));
  const lesson = readLesson(strFromU8(code));
  return lesson.ok ? ok(lesson.value) : invalid(lesson.error);
}

const DAMAGED = msg('This link is damaged: its checksum does not match. Copy it again in full.');
const NEWER = msg(
  'This lesson was made by a newer version of Watchmen. Reload the page or update to open it.',
);
const TOO_LARGE = msg('This link is too large for a lesson. Use a file instead.');

function fragmentOf(link: string): string {
  return link.slice(link.indexOf('#') + 1).trim();
}

function problem(
  kind: Exclude<LessonLinkProblem['kind'], 'invalid'>,
  message: string,
): Result<never, LessonLinkProblem> {
  return err({ kind, message, problems: [] });
}

function invalid(problems: readonly LessonProblem[]): Result<never, LessonLinkProblem> {
  const [first] = problems;
  const message = t('The lesson in this link is not valid: {path} {message}.', {
    path: first?.path ?? '',
    message: first?.message ?? '',
  });
  return err({ kind: 'invalid', message, problems });
}
