import { groupDigits } from '../../base/digits.ts';
import { msg, t } from '../../base/language.ts';
import type { Part } from '../../base/vocabulary.ts';
import { PARTS } from '../../base/vocabulary.ts';
import { methodNoun, percentText, redundancyNoun, sentence, variantNoun } from '../sweep/words.ts';
import type { PlacementRow } from './study.ts';

const PART_WORDS: Readonly<Record<Part, string>> = {
  compute: msg('user code'),
  trap: msg('the trap'),
  signalIn: msg('signalling in'),
  wait: msg('waiting for the others'),
  queue: msg('queueing'),
  compare: msg('comparing'),
  handle: msg('handling'),
  signalOut: msg('signalling out'),
  resume: msg('resuming'),
  recover: msg('recovery'),
  device: msg('waiting for the device'),
};

/** What a placement study shows, in sentences made from its rows. */
export function placementFindings(rows: readonly PlacementRow[]): string[] {
  const far = rows.filter(({ rule, ofSerial }) => rule !== 'same-socket' && ofSerial === null);
  const found = far.map(extraSentence);
  for (const row of rows) if (row.ofSerial !== null) found.push(sharedSentence(row, row.ofSerial));
  for (const replicas of new Set(rows.map((row) => row.replicas))) {
    const text = mostSentence(rows.filter((row) => row.replicas === replicas));
    if (text !== null) found.push(text);
  }
  return found;
}

/** Whom the other socket hurts most, in one sentence; `rows` holds one at least. */
export function placementTitle(rows: readonly PlacementRow[]): string {
  const far = rows.filter(({ rule }) => rule === 'other-socket');
  const most = far.reduce<PlacementRow | null>(
    (a, b) => (a === null || b.extraPerEvent > a.extraPerEvent ? b : a),
    null,
  );
  if (most === null)
    return t('What an event costs with the replicas on the socket of the Res core.');
  if (groupDigits(most.extraPerEvent) === '0') return t('The other socket costs an event nothing.');
  return t('The other socket hurts {name} most: an event costs {cycles} cycles more, {share}.', {
    name: variantNoun(most.replicas, most.method),
    cycles: groupDigits(most.extraPerEvent),
    share: percentText(most.extraPerEvent / (most.cyclesPerEvent - most.extraPerEvent)),
  });
}

function extraSentence(row: PlacementRow): string {
  const { extraPerEvent, cyclesPerEvent, extraByPart } = row;
  const cycles = groupDigits(Math.abs(extraPerEvent));
  const head = headOf(row);
  if (cycles === '0') return t('{head} an event costs the same.', { head });
  const most = PARTS.reduce((a, b) =>
    Math.abs(extraByPart[b]) > Math.abs(extraByPart[a]) ? b : a,
  );
  const told = {
    head,
    cycles,
    share: percentText(Math.abs(extraPerEvent) / (cyclesPerEvent - extraPerEvent)),
    part: t(PART_WORDS[most]),
  };
  return extraPerEvent > 0
    ? t(
        '{head} an event costs {cycles} cycles more than with all beside it ({share}); {part} changes most.',
        told,
      )
    : t(
        '{head} an event costs {cycles} cycles less than with all beside it ({share}); {part} changes most.',
        told,
      );
}

/** `TMR by IPC: with 2 of 3 replicas on another socket than the Res core`. */
function headOf({ method, replicas, remote }: PlacementRow): string {
  const name = sentence(variantNoun(replicas, method));
  return remote === replicas
    ? t('{name}: with all replicas on another socket than the Res core', { name })
    : t('{name}: with {remote} of {replicas} replicas on another socket than the Res core', {
        name,
        remote,
        replicas,
      });
}

function sharedSentence(row: PlacementRow, ofSerial: number): string {
  const { method, replicas, extraPerEvent, extraByPart } = row;
  return t(
    '{name}: two applications on the same {replicas} cores take {share} of the time of one after the other; {queue} of {extra} extra cycles per event are queueing for their turns.',
    {
      name: sentence(variantNoun(replicas, method)),
      replicas,
      share: percentText(ofSerial),
      queue: groupDigits(extraByPart.queue),
      extra: groupDigits(extraPerEvent),
    },
  );
}

/** Which method distance hurts most and least. */
function mostSentence(rows: readonly PlacementRow[]): string | null {
  const far = rows
    .filter(({ rule }) => rule === 'other-socket')
    .toSorted((a, b) => a.extraPerEvent - b.extraPerEvent);
  const least = far[0];
  const most = far.at(-1);
  if (least === undefined || most === undefined || least === most) return null;
  return t('{redundancy}: the other socket hurts {most} most and {least} least.', {
    redundancy: redundancyNoun(least.replicas),
    most: hurt(most),
    least: hurt(least),
  });
}

function hurt({ method, extraPerEvent }: PlacementRow): string {
  return t('{method} ({cycles} cycles per event)', {
    method: methodNoun(method),
    cycles: groupDigits(extraPerEvent),
  });
}
