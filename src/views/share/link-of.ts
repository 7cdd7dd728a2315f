import { assertUnreachable } from '../../base/assert.ts';
import { t } from '../../base/language.ts';
import { ownIdsOf } from '../../scenario/own-ids.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { AppStore } from '../../store/app-store.ts';
import { lessonAddress, parseLessonAddress } from '../../store/lessons-address.ts';
import { linkContent } from '../../store/link-to.ts';
import { startWorker } from '../../worker/client.ts';
import { makeShortLink } from '../../worker/short-link-client.ts';
import { carriedWords, namedWords, whyNotCarried } from '../import/link-words.ts';
import { sharedAddress } from '../shell/shared-address.ts';

/** What a link leads to. */
export type Target = 'scenario' | 'moment' | 'lesson';

/** A link that is ready to be shared. */
export interface ReadyLink {
  /** The whole address. */
  readonly address: string;
  /** What becomes of programs of the person's own; empty = there are none. */
  readonly remark: string;
}

/** The link to `target`; `null` without a run, or without a lesson. */
export async function linkOf(app: AppStore, target: Target): Promise<ReadyLink | null> {
  if (target === 'lesson') return lessonLink(app);
  const content = linkContent(app, target);
  if (content === null) return null;
  const own = ownNamesOf(content.scenario);
  if (own.length === 0) {
    return { address: sharedAddress(await app.codec.encode(content)), remark: '' };
  }
  // A moment of the whole program means nothing in a short form of it.
  if (target === 'scenario') {
    const short = await makeShortLink(content, startWorker, pageAddress());
    if (short.ok && short.value.fits && short.value.near) {
      const { fragment, programs } = short.value;
      return { address: sharedAddress(fragment), remark: carriedWords(programs) };
    }
    if (short.ok) {
      const remark = `${whyNotCarried(short.value)} ${namedWords(own)}`;
      return { address: sharedAddress(await app.codec.encode(content)), remark };
    }
  }
  return { address: sharedAddress(await app.codec.encode(content)), remark: namedWords(own) };
}

/** The step of the lesson that is played; a lesson that only this browser knows goes into the link. */
async function lessonLink(app: AppStore): Promise<ReadyLink | null> {
  const { lesson } = app.store.getState();
  const named = lesson === null ? null : parseLessonAddress(lesson);
  if (lesson === null || named === null) return null;
  const { lessonsOf } = await import('../learn/load-lessons.ts');
  const { lesson: played, step, all, shipped } = (await lessonsOf(app)).store.getState();
  const own = played !== null && all.slice(shipped).includes(played);
  if (!own || named.source.kind === 'link') return { address: sharedAddress(lesson), remark: '' };
  const { encodeLesson } = await import('../../lessons/link.ts');
  const source = { kind: 'link', text: encodeLesson(played).fragment } as const;
  return { address: sharedAddress(lessonAddress({ source, step })), remark: '' };
}

function ownNamesOf(scenario: Scenario): readonly string[] {
  const ids = new Set(ownIdsOf(scenario));
  return scenario.apps.flatMap(({ workload, name }) =>
    workload.kind === 'profile' && ids.has(workload.id) ? [name] : [],
  );
}

function pageAddress(): string {
  return new URL(import.meta.env.BASE_URL, document.baseURI).href;
}

/** Is the page a file on a disk, which nobody else can open by its address? */
export function isOnDisk(): boolean {
  return window.location.protocol === 'file:';
}

/** What `target` holds, and what it does not. */
export function wordsOf(target: Target): readonly [holds: string, lacks: string] {
  switch (target) {
    case 'scenario':
      return [
        t(
          'It holds the scenario: programs, redundancy, signalling, placement, costs, faults, seed and the notes of this branch. It opens as a new run does.',
        ),
        t(
          'Not in it: the instant, what is selected, other branches, steps to undo, breakpoints, settings.',
        ),
      ];
    case 'moment':
      return [
        t(
          'It holds the scenario with its notes, and what you see: the instant, the stretch of the timeline, what is selected, the screen, and the run that it is compared with.',
        ),
        t('Not in it: other branches, steps to undo, breakpoints, settings.'),
      ];
    case 'lesson':
      return [
        t('It opens the lesson at this step.'),
        t('Not in it: your answers, counted hands, and what you changed in the Lab.'),
      ];
    default:
      return assertUnreachable(target);
  }
}
