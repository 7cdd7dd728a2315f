import { REGISTERS } from '../../base/vocabulary.ts';
import type { Deviation } from '../../kernel/faults/deviation.ts';
import { PLACE_PAGE, PLACE_UTCB } from '../../kernel/faults/incidents.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { CoreView, ReplicaView } from '../../run/machine-view.ts';
import { bitWords } from '../faults/place-words.ts';
import { countWord } from './numbers.ts';

/** Bytes of a page, by which wrong words of memory are counted. */
const PAGE = 4096;

/** Is anything wrong with this replica, whether or not somebody has noticed? */
export function isCorrupt(replica: ReplicaView): boolean {
  return replica.deviations.length > 0 || replica.garbled || replica.hung || replica.crashed;
}

/** What is wrong in the place of one value: `bit 17 of bx`, `9 bits of si`, `UTCB word 3`. */
function wrongValue({ place, at, mask }: Deviation): string {
  if (place === PLACE_UTCB) return `UTCB word ${at}`;
  if (place === PLACE_PAGE) return `memory page ${Math.floor(at / PAGE)}`;
  return `${bitWords(mask)} of ${REGISTERS[place] ?? 'nothing'}`;
}

/** More wrong registers than this are only counted. */
const MOST_NAMED = 3;

/** The wrong values of a replica as a list in a sentence: `bit 3 of si, UTCB word 2 and two pages`. */
export function wrongList(deviations: readonly Deviation[]): string {
  const named = deviations.filter((one) => one.place < PLACE_UTCB).map(wrongValue);
  const parts = named.length > MOST_NAMED ? [`${countWord(named.length)} registers`] : named;
  const words = deviations.filter((one) => one.place === PLACE_UTCB);
  const pages = new Set(
    deviations.filter((one) => one.place === PLACE_PAGE).map((one) => Math.floor(one.at / PAGE)),
  );
  const [word] = words;
  if (word !== undefined)
    parts.push(
      words.length === 1 ? `UTCB word ${word.at}` : `${countWord(words.length)} UTCB words`,
    );
  if (pages.size > 0) parts.push(pages.size === 1 ? 'one page' : `${countWord(pages.size)} pages`);
  return listOf(parts);
}

/** `a, b and c`. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** What a tile says of a corrupt replica or a broken core, and the same where room is scarce. */
export interface WrongWords {
  readonly text: string;
  readonly short: string;
}

/** `stuck` says which bit of the core sticks, if one does; `null` = nothing is wrong here. */
export function wrongWords(
  core: Pick<CoreView, 'broken'>,
  replica: ReplicaView,
  stuck: string | null,
): WrongWords | null {
  if (core.broken === 'stopped') return { text: 'its core is broken', short: 'broken' };
  if (replica.hung) return { text: 'it raises no trap', short: 'hangs' };
  const { length } = replica.deviations;
  const [first] = replica.deviations;
  if (replica.crashed) return { text: 'raised a fatal exception', short: 'crashed' };
  if (replica.garbled) return { text: 'its slot points elsewhere', short: 'wrong slot' };
  if (stuck !== null && length < 2) return { text: stuck, short: 'bit sticks' };
  if (length > 1) return { text: `${length} wrong values`, short: `${length} wrong` };
  return first === undefined ? null : { text: `${wrongValue(first)} wrong`, short: '1 wrong' };
}

/** `bit 3 of ax sticks at 1` for a core that has such a fault at `time`, else `null`. */
export function stuckBit(
  plan: MachinePlan,
  incidents: readonly Incident[],
  core: Pick<CoreView, 'id' | 'broken'>,
): string | null {
  if (core.broken !== 'stuck') return null;
  const told = incidents.find((one) => one.kind === 'core-stuck' && one.at === core.id);
  const { atCycle, atEvent } = plan.faults;
  const fault = [...atCycle, ...atEvent].find((one) => one.index === told?.fault);
  if (fault === undefined) return 'a register bit sticks at 1';
  return `bit ${fault.bit} of ${REGISTERS[fault.register] ?? 'a register'} sticks at 1`;
}
