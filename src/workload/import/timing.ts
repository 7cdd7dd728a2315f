import { msg } from '../../base/language.ts';
import type { Sentence, SentenceValue } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';
import type { LogFormat } from './report.ts';
import type { TrapRows } from './rows.ts';
import { ROW_FLAGS } from './rows.ts';

/**
 * How the time between two traps becomes computing. `measured`: from the stamps; `spread`: what the
 * stamps say in sum, evenly (stamps of whole seconds); `even`: an assumed gap (no stamps).
 */
export const TIMING_RULES = ['measured', 'spread', 'even'] as const;

export type TimingRule = (typeof TIMING_RULES)[number];

/** What timing needs to know beside the rows. */
export interface TimingFacts {
  readonly format: LogFormat;
  /** Seconds, or `null` without stamps. */
  readonly resolution: number | null;
}

/** What a person may choose; what is absent is worked out. */
export interface TimingChoices {
  readonly timing?: TimingRule;
  /** Nanoseconds that the tracer adds to each gap; 0 = subtract nothing. */
  readonly floor?: number;
  /** Nanoseconds of an assumed gap. */
  readonly evenGap?: number;
}

/** How gaps were turned into computing; times in nanoseconds. */
export interface Timing {
  readonly rule: TimingRule;
  /** Why this rule holds. */
  readonly reason: Sentence;
  /** Subtracted from gaps between an end and a start. */
  readonly floor: number;
  /** Subtracted from gaps between two starts (no durations in the log). */
  readonly floorFromStart: number;
  /** The one of both that most gaps are treated with. */
  readonly subtracted: number;
  readonly floorReason: Sentence;
  /** Gaps that the estimate of the floor looked at. */
  readonly floorGaps: number;
  /** Sum of the gaps as logged, and of what is left as computing. */
  readonly before: number;
  readonly after: number;
  /** Gaps shorter than the floor, which became 0. */
  readonly clamped: number;
  /** Gaps not known, for which the median of the others stands. */
  readonly filled: number;
  /** The computing before each trap, by row. */
  readonly gapOf: (gap: number, flags: number) => number;
}

/** Without stamps: about what CRC32 computes between two reads of 4 KiB. */
export const DEFAULT_EVEN_GAP = 10_000;
/** The share of gaps, from the shortest up, whose longest is taken for the tracer's part. */
const LOWEST_SHARE = 0.03;
/** Gaps below which an estimate is worth little. */
const FEW_GAPS = 20;

/**
 * What a tracer adds to a gap on a present machine: more than `most` is never taken for it; `usual` is
 * assumed when the shortest gaps of a log are longer. Measured: strace 17 to 30 us, perf trace 10 to 17.
 */
const TRACERS: Readonly<Record<LogFormat, { readonly usual: number; readonly most: number }>> = {
  strace: { usual: 20_000, most: 60_000 },
  'perf-trace': { usual: 12_000, most: 40_000 },
  // Whatever wrote these files is unknown.
  chrome: { usual: 0, most: 0 },
  csv: { usual: 0, most: 0 },
};

/** How the gaps in `rows` become computing. */
export function timeGaps(rows: TrapRows, facts: TimingFacts, choices: TimingChoices): Timing {
  const gaps = collect(rows);
  const rule = choices.timing ?? usualRule(gaps, facts);
  if (rule === 'even') return evenTiming(rows, facts, choices);
  if (rule === 'spread') return spreadTiming(rows, gaps, facts);
  return measuredTiming(rows, gaps, facts, choices);
}

interface Gaps {
  /** Ascending. */
  readonly fromEnd: Float64Array;
  readonly fromStart: Float64Array;
  readonly sum: number;
}

function collect(rows: TrapRows): Gaps {
  const fromEnd = new Float64Array(rows.length());
  const fromStart = new Float64Array(rows.length());
  let ends = 0;
  let starts = 0;
  let sum = 0;
  rows.each(({ gap, flags }) => {
    if (Number.isNaN(gap) || (flags & ROW_FLAGS.first) !== 0) return;
    sum += gap;
    if ((flags & ROW_FLAGS.fromStart) === 0) fromEnd[ends++] = gap;
    else if ((flags & ROW_FLAGS.afterWait) === 0) fromStart[starts++] = gap;
  });
  return {
    fromEnd: fromEnd.subarray(0, ends).toSorted(),
    fromStart: fromStart.subarray(0, starts).toSorted(),
    sum,
  };
}

function usualRule({ fromEnd, fromStart, sum }: Gaps, { resolution }: TimingFacts): TimingRule {
  if (resolution === null || fromEnd.length + fromStart.length === 0) return 'even';
  if (resolution < 1) return 'measured';
  return sum > 0 ? 'spread' : 'even';
}

const NO_FLOOR = {
  floor: 0,
  floorFromStart: 0,
  subtracted: 0,
  floorReason: sentence(msg('no floor was subtracted')),
  floorGaps: 0,
};

function evenTiming(rows: TrapRows, { resolution }: TimingFacts, choices: TimingChoices): Timing {
  const gap = choices.evenGap ?? DEFAULT_EVEN_GAP;
  const why = choices.timing === 'even' ? 'asked' : resolution === null ? 'order' : 'alike';
  const reason = msg(
    '{why, select, asked {as asked} order {the log has no time stamps, so only the order is known} other {the time stamps do not tell the gaps apart}}; {gap} us of computing stand before each trap{assumed, select, yes {, an assumption: say what it is} other {}}',
  );
  const assumed = choices.evenGap === undefined ? 'yes' : 'no';
  return {
    ...NO_FLOOR,
    rule: 'even',
    reason: sentence(reason, { why, gap: gap / 1000, assumed }),
    before: 0,
    after: gap * Math.max(0, rows.length() - 1),
    clamped: 0,
    filled: 0,
    gapOf: (_, flags) => ((flags & ROW_FLAGS.first) === 0 ? gap : 0),
  };
}

function spreadTiming(rows: TrapRows, { sum }: Gaps, { resolution }: TimingFacts): Timing {
  const each = sum / Math.max(1, rows.length() - 1);
  return {
    ...NO_FLOOR,
    rule: 'spread',
    reason: sentence(
      msg(
        'the time stamps are {step} s apart at best, so the {sum} s between the traps are spread evenly',
      ),
      { step: resolution ?? 1, sum: { value: sum / 1e9, decimals: 3 } },
    ),
    before: sum,
    after: sum,
    clamped: 0,
    filled: 0,
    gapOf: (_, flags) => ((flags & ROW_FLAGS.first) === 0 ? each : 0),
  };
}

function measuredTiming(
  rows: TrapRows,
  gaps: Gaps,
  facts: TimingFacts,
  choices: TimingChoices,
): Timing {
  const floors = floorsOf(gaps, facts, choices);
  const { floor, floorFromStart } = floors;
  const main = gaps.fromEnd.length >= gaps.fromStart.length;
  const sorted = main ? gaps.fromEnd : gaps.fromStart;
  const middle = sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
  const median = Math.max(0, middle - (main ? floor : floorFromStart));
  const unknown = ROW_FLAGS.fromStart | ROW_FLAGS.afterWait;

  function gapOf(gap: number, flags: number): number {
    if ((flags & ROW_FLAGS.first) !== 0) return 0;
    if (Number.isNaN(gap) || (flags & unknown) === unknown) return median;
    return Math.max(0, gap - ((flags & ROW_FLAGS.fromStart) === 0 ? floor : floorFromStart));
  }

  let after = 0;
  let clamped = 0;
  let filled = 0;
  rows.each(({ gap, flags }) => {
    const left = gapOf(gap, flags);
    after += left;
    if ((flags & ROW_FLAGS.first) !== 0) return;
    if (Number.isNaN(gap) || (flags & unknown) === unknown) filled += 1;
    else if (left === 0 && floor + floorFromStart > 0) clamped += 1;
  });
  const reason = sentence(
    main
      ? msg('from the end of a call to the start of the next one of the same process')
      : msg(
          'from the start of a call to the start of the next one, as the log has no durations (-T): the calls themselves count as computing',
        ),
  );
  return { ...floors, rule: 'measured', reason, before: gaps.sum, after, clamped, filled, gapOf };
}

function floorsOf(
  { fromEnd, fromStart }: Gaps,
  { format, resolution }: TimingFacts,
  { floor }: TimingChoices,
): Pick<Timing, 'floor' | 'floorFromStart' | 'subtracted' | 'floorReason' | 'floorGaps'> {
  if (floor !== undefined) {
    return {
      floor,
      floorFromStart: floor,
      subtracted: floor,
      floorReason: sentence(msg('as asked')),
      floorGaps: 0,
    };
  }
  const floorGaps = fromEnd.length + fromStart.length;
  const { usual, most } = TRACERS[format];
  if (most === 0) {
    return {
      ...NO_FLOOR,
      floorReason: sentence(msg('none: what recorded the file, and at what cost, is unknown')),
    };
  }
  if (resolution !== null && resolution > 1e-5) {
    return {
      ...NO_FLOOR,
      floorReason: sentence(msg('none: the time stamps are too coarse to show it')),
    };
  }
  const lowest = lowestOf(fromEnd);
  const lowestFromStart = lowestOf(fromStart);
  const least = fromEnd.length > 0 ? lowest : lowestFromStart;
  if (least > most) {
    const floorReason = sentence(
      msg(
        "even the shortest gaps ({least} us) are too long to be the tracer's, so its usual {usual} us is assumed",
      ),
      { least: us(least), usual: us(usual) },
    );
    return { floor: usual, floorFromStart: usual, subtracted: usual, floorReason, floorGaps };
  }
  const floorReason = sentence(
    msg(
      "the shortest {share} % of {count} gaps{few, select, yes {, of which there are few} other {}} are taken for the tracer's own time",
    ),
    { share: LOWEST_SHARE * 100, count: floorGaps, few: floorGaps < FEW_GAPS ? 'yes' : 'no' },
  );
  const floorFromStart = Math.min(lowestFromStart, most);
  const subtracted = fromEnd.length >= fromStart.length ? lowest : floorFromStart;
  return { floor: lowest, floorFromStart, subtracted, floorReason, floorGaps };
}

/** The longest of the shortest gaps; 0 without gaps. */
function lowestOf(sorted: Float64Array): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * LOWEST_SHARE))];
}

function us(nanoseconds: number): SentenceValue {
  return { value: nanoseconds / 1000, decimals: 1 };
}
