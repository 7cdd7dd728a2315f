import { groupDigits } from '../../base/digits.ts';
import type { Part } from '../../base/vocabulary.ts';
import { PARTS } from '../../base/vocabulary.ts';
import { METHOD_NOUNS, percentText, redundancyNoun, sentence } from '../sweep/words.ts';
import type { PlacementRow } from './study.ts';

const PART_WORDS: Readonly<Record<Part, string>> = {
  compute: 'user code',
  trap: 'the trap',
  signalIn: 'signalling in',
  wait: 'waiting for the others',
  queue: 'queueing',
  compare: 'comparing',
  handle: 'handling',
  signalOut: 'signalling out',
  resume: 'resuming',
  recover: 'recovery',
  device: 'waiting for the device',
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
  if (most === null) return 'What an event costs with the replicas on the socket of the Res core.';
  if (groupDigits(most.extraPerEvent) === '0') return 'The other socket costs an event nothing.';
  const name = `${redundancyNoun(most.replicas)} by ${METHOD_NOUNS[most.method]}`;
  const share = percentText(most.extraPerEvent / (most.cyclesPerEvent - most.extraPerEvent));
  return `The other socket hurts ${name} most: an event costs ${groupDigits(most.extraPerEvent)} cycles more, ${share}.`;
}

function extraSentence(row: PlacementRow): string {
  const { method, replicas, extraPerEvent, cyclesPerEvent, extraByPart } = row;
  const name = sentence(`${redundancyNoun(replicas)} by ${METHOD_NOUNS[method]}`);
  const where =
    row.remote === replicas
      ? 'with all replicas on another socket than the Res core'
      : `with ${row.remote} of ${replicas} replicas on another socket than the Res core`;
  const amount = groupDigits(Math.abs(extraPerEvent));
  if (amount === '0') return `${name}: ${where} an event costs the same.`;
  const most = PARTS.reduce((a, b) =>
    Math.abs(extraByPart[b]) > Math.abs(extraByPart[a]) ? b : a,
  );
  const more = extraPerEvent > 0 ? 'more' : 'less';
  const share = percentText(Math.abs(extraPerEvent) / (cyclesPerEvent - extraPerEvent));
  return `${name}: ${where} an event costs ${amount} cycles ${more} than with all beside it (${share}); ${PART_WORDS[most]} changes most.`;
}

function sharedSentence(row: PlacementRow, ofSerial: number): string {
  const { method, replicas, extraPerEvent, extraByPart } = row;
  const name = sentence(`${redundancyNoun(replicas)} by ${METHOD_NOUNS[method]}`);
  const queue = `${groupDigits(extraByPart.queue)} of ${groupDigits(extraPerEvent)} extra cycles per event`;
  return `${name}: two applications on the same ${replicas} cores take ${percentText(ofSerial)} of the time of one after the other; ${queue} are queueing for their turns.`;
}

/** Which method distance hurts most and least. */
function mostSentence(rows: readonly PlacementRow[]): string | null {
  const far = rows
    .filter(({ rule }) => rule === 'other-socket')
    .toSorted((a, b) => a.extraPerEvent - b.extraPerEvent);
  const least = far[0];
  const most = far.at(-1);
  if (least === undefined || most === undefined || least === most) return null;
  return `${redundancyNoun(least.replicas)}: the other socket hurts ${hurt(most)} most and ${hurt(least)} least.`;
}

function hurt({ method, extraPerEvent }: PlacementRow): string {
  return `${METHOD_NOUNS[method]} (${groupDigits(extraPerEvent)} cycles per event)`;
}
