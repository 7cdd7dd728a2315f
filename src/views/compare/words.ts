import { msg, t } from '../../base/language.ts';
import type { Difference } from '../../analysis/compare/difference.ts';
import { cyclesBetween, partsBetween } from '../../analysis/compare/difference.ts';
import type { MainCause } from '../../analysis/compare/difference.ts';
import type { Figure, FigureId, FigureUnit } from '../../analysis/compare/figures.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';
import { PART_INFO } from '../../draw/chart/parts.ts';
import { groupDigits } from '../../draw/format.ts';

const PART_PHRASES: Readonly<Record<Part, string>> = {
  compute: msg('computing'),
  trap: msg('trapping'),
  signalIn: msg('signalling in'),
  wait: msg('waiting'),
  queue: msg('queueing'),
  compare: msg('comparing'),
  handle: msg('handling'),
  signalOut: msg('signalling out'),
  resume: msg('resuming'),
  recover: msg('recovering'),
  device: msg('waiting for the device'),
};

const FIGURE_NAMES: Readonly<Record<Exclude<FigureId, Part>, string>> = {
  run: msg('run time'),
  native: msg('native run'),
  overhead: msg('overhead'),
  events: msg('events completed'),
  ipis: msg('IPIs'),
  messages: msg('messages'),
  polls: msg('polls'),
  bytesCopied: msg('bytes copied'),
};

/** Is this figure one of the parts of the run time? */
export function isPart(id: FigureId): id is Part {
  return PARTS.some((part) => part === id);
}

/** How a line of the table is called. */
export function figureName(id: FigureId): string {
  return t(isPart(id) ? PART_INFO[id].label : FIGURE_NAMES[id]);
}

/** A value of the table as it is printed. */
export function figureText(value: number, unit: FigureUnit): string {
  return unit === 'percent' ? `${groupDigits(value, 2)} %` : groupDigits(value);
}

/** A difference with its sign; nothing is printed as a minus zero. */
export function differenceText(value: number, unit: FigureUnit): string {
  const text = unit === 'percent' ? groupDigits(value, 2) : groupDigits(value);
  const sign = value > 0 && !/^[0.]+$/.test(text) ? '+' : '';
  return `${sign}${text}${unit === 'percent' ? ' pp' : ''}`;
}

/** What a verdict is made from. */
export interface Verdict {
  /** The lines `run` and `events` of the table. */
  readonly run: Pick<Figure, 'a' | 'b' | 'difference'>;
  readonly events: Pick<Figure, 'a' | 'b'>;
  readonly cause: MainCause | null;
  /** Cycles by which the events differ that both have completed; `null` while they are counted. */
  readonly common: number | null;
}

/** `B takes 18 402 110 cycles less than A (−12.3 %), 61 % of it waiting.` The letters are those of the badges. */
export function verdictSentence({ run, events, cause, common }: Verdict): string {
  const { difference } = run;
  if (events.a !== events.b) return stoppedSentence({ events, common });
  if (difference === 0) return t('B takes exactly as long as A.');
  const a = run.a === 0 ? 'A' : `A (${percentText(difference / run.a)})`;
  const said = { change: moreOrLess(difference), a };
  if (cause === null) return t('B takes {change} than {a}.', said);
  const doing = t(PART_PHRASES[cause.part]);
  if (cause.share <= 1) {
    const share = groupDigits(cause.share * 100);
    return t('B takes {change} than {a}, {share} % of it {doing}.', { ...said, share, doing });
  }
  const alone = { ...said, doing, cycles: groupDigits(Math.abs(cause.cycles)) };
  return difference < 0
    ? t(
        'B takes {change} than {a}: {doing} alone saves {cycles}, the rest takes part of that back.',
        alone,
      )
    : t(
        'B takes {change} than {a}: {doing} alone adds {cycles}, the rest saves part of that again.',
        alone,
      );
}

/** Two runs that did not do the same work: how far each came, and who was faster until there. */
function stoppedSentence({ events, common }: Pick<Verdict, 'events' | 'common'>): string {
  const both = Math.min(events.a, events.b);
  const ends = t('A completes {a} events, B {b}.', {
    a: groupDigits(events.a),
    b: groupDigits(events.b),
  });
  if (common === null || both === 0) return ends;
  const event = groupDigits(both);
  const until =
    common === 0
      ? t('Up to event {event}, B takes exactly as long.', { event })
      : t('Up to event {event}, B takes {change}.', { event, change: moreOrLess(common) });
  return `${ends} ${until}`;
}

/** `1 cycle more`. */
function moreOrLess(difference: number): string {
  const n = Math.abs(difference);
  const cycles = groupDigits(n);
  return difference < 0
    ? t('{n, plural, one {{cycles} cycle} other {{cycles} cycles}} less', { n, cycles })
    : t('{n, plural, one {{cycles} cycle} other {{cycles} cycles}} more', { n, cycles });
}

function percentText(share: number): string {
  const text = groupDigits(share * 100, 1);
  return `${share > 0 ? '+' : ''}${text} %`;
}

/** What a tooltip, or the table, says of some events. */
export interface EventsDifference {
  /** `Event 246`, `Events 12–19`; counted from 1. */
  readonly title: string;
  /** `B takes 3 210 cycles more.` */
  readonly detail: string;
  /** The parts that differ, the largest first. */
  readonly parts: readonly { readonly part: Part; readonly label: string; readonly text: string }[];
}

/** Events `from` <= k < `to` of a comparison, in words. */
export function eventsDifference(
  difference: Difference,
  [from, to]: readonly [number, number],
): EventsDifference {
  const cycles = cyclesBetween(difference, from, to);
  const parts = partsBetween(difference, from, to);
  const largest = PARTS.map((part, p) => ({
    part,
    label: t(PART_INFO[part].label),
    value: parts[p],
  }))
    .filter(({ value }) => Math.round(value) !== 0)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return {
    title:
      to - from === 1
        ? t('Event {event}', { event: groupDigits(to) })
        : t('Events {from}–{to}', { from: groupDigits(from + 1), to: groupDigits(to) }),
    detail:
      cycles === 0
        ? t('Both take the same time.')
        : t('B takes {change}.', { change: moreOrLess(cycles) }),
    parts: largest.map(({ part, label, value }) => ({
      part,
      label,
      text: differenceText(value, 'cycles'),
    })),
  };
}
