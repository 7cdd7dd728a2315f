import type { Difference } from '../../analysis/compare/difference.ts';
import { cyclesBetween, partsBetween } from '../../analysis/compare/difference.ts';
import type { MainCause } from '../../analysis/compare/difference.ts';
import type { Figure, FigureId, FigureUnit } from '../../analysis/compare/figures.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';
import { PART_INFO } from '../../draw/chart/parts.ts';
import { groupDigits } from '../../draw/format.ts';

const PART_PHRASES: Readonly<Record<Part, string>> = {
  compute: 'computing',
  trap: 'trapping',
  signalIn: 'signalling in',
  wait: 'waiting',
  queue: 'queueing',
  compare: 'comparing',
  handle: 'handling',
  signalOut: 'signalling out',
  resume: 'resuming',
  recover: 'recovering',
  device: 'waiting for the device',
};

const FIGURE_NAMES: Readonly<Record<Exclude<FigureId, Part>, string>> = {
  run: 'run time',
  native: 'native run',
  overhead: 'overhead',
  events: 'events completed',
  ipis: 'IPIs',
  messages: 'messages',
  polls: 'polls',
  bytesCopied: 'bytes copied',
};

/** Is this figure one of the parts of the run time? */
export function isPart(id: FigureId): id is Part {
  return PARTS.some((part) => part === id);
}

/** How a line of the table is called. */
export function figureName(id: FigureId): string {
  return isPart(id) ? PART_INFO[id].label : FIGURE_NAMES[id];
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
  if (difference === 0) return 'B takes exactly as long as A.';
  const share = run.a === 0 ? '' : ` (${percentText(difference / run.a)})`;
  return `B takes ${moreOrLess(difference)} than A${share}${causeClause(cause, difference)}.`;
}

/** Two runs that did not do the same work: how far each came, and who was faster until there. */
function stoppedSentence({ events, common }: Pick<Verdict, 'events' | 'common'>): string {
  const both = Math.min(events.a, events.b);
  const ends = `A completes ${groupDigits(events.a)} events, B ${groupDigits(events.b)}.`;
  if (common === null || both === 0) return ends;
  const until = `Up to event ${groupDigits(both)}, B takes`;
  return common === 0
    ? `${ends} ${until} exactly as long.`
    : `${ends} ${until} ${moreOrLess(common)}.`;
}

/** `1 cycle more`. */
function moreOrLess(difference: number): string {
  const cycles = Math.abs(difference);
  const noun = cycles === 1 ? 'cycle' : 'cycles';
  return `${groupDigits(cycles)} ${noun} ${difference < 0 ? 'less' : 'more'}`;
}

function causeClause(cause: MainCause | null, difference: number): string {
  if (cause === null) return '';
  const phrase = PART_PHRASES[cause.part];
  if (cause.share <= 1) return `, ${groupDigits(cause.share * 100)} % of it ${phrase}`;
  const way = difference < 0 ? 'saves' : 'adds';
  const counter = difference < 0 ? 'takes part of that back' : 'saves part of that again';
  return `: ${phrase} alone ${way} ${groupDigits(Math.abs(cause.cycles))}, the rest ${counter}`;
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
  const largest = PARTS.map((part, p) => ({ part, label: PART_INFO[part].label, value: parts[p] }))
    .filter(({ value }) => Math.round(value) !== 0)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return {
    title:
      to - from === 1
        ? `Event ${groupDigits(to)}`
        : `Events ${groupDigits(from + 1)}–${groupDigits(to)}`,
    detail: cycles === 0 ? 'Both take the same time.' : `B takes ${moreOrLess(cycles)}.`,
    parts: largest.map(({ part, label, value }) => ({
      part,
      label,
      text: differenceText(value, 'cycles'),
    })),
  };
}
