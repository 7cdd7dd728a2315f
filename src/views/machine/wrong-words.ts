import { t } from '../../base/language.ts';
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
  if (place === PLACE_UTCB) return t('UTCB word {word}', { word: at });
  if (place === PLACE_PAGE) return t('memory page {page}', { page: Math.floor(at / PAGE) });
  return t('{bits} of {register}', { bits: bitWords(mask), register: registerName(place) });
}

function registerName(place: number): string {
  return REGISTERS[place] ?? t('nothing');
}

/** More wrong registers than this are only counted. */
const MOST_NAMED = 3;

/** The wrong values of a replica as a list in a sentence: `bit 3 of si, UTCB word 2 and two pages`. */
export function wrongList(deviations: readonly Deviation[]): string {
  const named = deviations.filter((one) => one.place < PLACE_UTCB).map(wrongValue);
  const parts =
    named.length > MOST_NAMED
      ? [t('{count} registers', { count: countWord(named.length) })]
      : named;
  const words = deviations.filter((one) => one.place === PLACE_UTCB);
  const pages = new Set(
    deviations.filter((one) => one.place === PLACE_PAGE).map((one) => Math.floor(one.at / PAGE)),
  );
  const [word] = words;
  if (word !== undefined)
    parts.push(
      words.length === 1
        ? t('UTCB word {word}', { word: word.at })
        : t('{count} UTCB words', { count: countWord(words.length) }),
    );
  if (pages.size > 0)
    parts.push(
      t('{n, plural, one {one page} other {{count} pages}}', {
        n: pages.size,
        count: countWord(pages.size),
      }),
    );
  return listOf(parts);
}

/** `a, b and c`. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return t('{first} and {last}', {
    first: names.slice(0, -1).join(', '),
    last: names.at(-1) ?? '',
  });
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
  if (core.broken === 'stopped')
    return { text: t('its core is broken'), short: t('broken', {}, 'core') };
  if (replica.hung) return { text: t('it raises no trap'), short: t('hangs') };
  const { length } = replica.deviations;
  const [first] = replica.deviations;
  if (replica.crashed) return { text: t('raised a fatal exception'), short: t('crashed') };
  if (replica.garbled) return { text: t('its slot points elsewhere'), short: t('wrong slot') };
  if (stuck !== null && length < 2) return { text: stuck, short: t('bit sticks') };
  const short = t('{n} wrong', { n: length });
  if (length > 1) return { text: t('{n} wrong values', { n: length }), short };
  return first === undefined
    ? null
    : { text: t('{what} wrong', { what: wrongValue(first) }), short };
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
  if (fault === undefined) return t('a register bit sticks at 1');
  const register = REGISTERS[fault.register] ?? t('a register');
  return t('bit {bit} of {register} sticks at 1', { bit: fault.bit, register });
}
