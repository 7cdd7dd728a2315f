import { upperBound } from '../../base/binary-search.ts';
import type { Cycles } from '../../base/units.ts';
import { ACTIVITIES, SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import type { SpanColumns } from '../../run/recording.ts';

/** Simulated cycles that an activity strip shows, up to the playhead: about 12 us at 2.6 GHz. */
export const STRIP_CYCLES = 31_200;

/** A stretch of equal style; instants in cycles. */
export interface StripPiece {
  readonly start: Cycles;
  readonly end: Cycles;
  readonly style: SpanStyle;
  readonly replica: number;
}

/** Rows [first, last] of `spans` that touch the strip which ends at `time`. */
export function stripRange(spans: SpanColumns, time: Cycles): readonly [number, number] {
  const last = Math.max(0, upperBound(spans.start, time, spans.length) - 1);
  const first = Math.max(0, upperBound(spans.start, time - STRIP_CYCLES, spans.length) - 1);
  return [first, last];
}

/**
 * The pieces of rows [first, last], neighbours of one style joined. The last one ends where its
 * span ends (`end` for the run's last span), so a strip can be clipped at the playhead instead of
 * being rebuilt each frame.
 */
export function stripPieces(
  spans: SpanColumns,
  [first, last]: readonly [number, number],
  end: Cycles,
): StripPiece[] {
  const pieces: StripPiece[] = [];
  for (let row = first; row <= last; row++) {
    const start = spans.start[row] ?? 0;
    const stop = row + 1 < spans.length ? (spans.start[row + 1] ?? end) : end;
    const style = ACTIVITIES[spans.activity[row] ?? 0]?.style ?? 'halted';
    const replica = spans.replica[row] ?? -1;
    const open = pieces.at(-1);
    if (open !== undefined && open.style === style && open.replica === replica)
      pieces[pieces.length - 1] = { ...open, end: stop };
    else pieces.push({ start, end: stop, style, replica });
  }
  return pieces;
}

/** Pieces of one style, of `user` those of one replica, as boxes. */
export interface StripKind<Box> extends Pick<StripPiece, 'style' | 'replica'> {
  readonly key: string;
  readonly boxes: readonly Box[];
}

/** `pieces` by style, always every style in the same order: so drawings of them keep their elements. */
export function byKind<Box>(
  pieces: readonly StripPiece[],
  boxOf: (piece: StripPiece) => Box,
): readonly StripKind<Box>[] {
  return SPAN_STYLES.flatMap((style): StripKind<Box>[] => {
    const own = pieces.filter((piece) => piece.style === style);
    if (style !== 'user') return [{ key: style, style, replica: -1, boxes: own.map(boxOf) }];
    const replicas = [...new Set(own.map(({ replica }) => replica))].toSorted((a, b) => a - b);
    return replicas.map((replica) => ({
      key: `${style} ${replica}`,
      style,
      replica,
      boxes: own.filter((piece) => piece.replica === replica).map(boxOf),
    }));
  });
}
