import type { AlignedRuns } from '../../analysis/compare/align.ts';
import { upperBound } from '../../base/binary-search.ts';
import type { ScalePiece, TimeScale } from '../timeline/scale.ts';

/** Bends nearer to each other than this cannot be seen. CSS px. */
const MIN_PIECE = 2;

/** The scale on which run B stands beside run A, whose scale is `scale`: bent at the anchors that can be told apart. */
export function warpScale(scale: TimeScale, aligned: AlignedRuns): TimeScale {
  const pieces = scale.pieces.flatMap((piece) => warpPiece(piece, aligned));
  return {
    ...scale,
    columns: null,
    window: [aligned.toB(scale.window[0]), aligned.toB(scale.window[1])],
    pieces,
    breaks: scale.breaks.map((one) => ({
      ...one,
      t0: aligned.toB(one.t0),
      t1: aligned.toB(one.t1),
    })),
    toX: (time) => scale.toX(aligned.toA(time)),
    toTime: (x) => aligned.toB(scale.toTime(x)),
  };
}

function warpPiece(piece: ScalePiece, { a, length, toB }: AlignedRuns): ScalePiece[] {
  const perCycle = (piece.x1 - piece.x0) / (piece.t1 - piece.t0);
  const toX = (time: number): number => piece.x0 + (time - piece.t0) * perCycle;
  const pieces: ScalePiece[] = [];
  let from = piece.t0;
  const cut = (to: number): void => {
    pieces.push({ t0: toB(from), t1: toB(to), x0: toX(from), x1: toX(to) });
    from = to;
  };
  const least = MIN_PIECE / perCycle;
  for (;;) {
    // The last of the anchors nearby, which bend nothing that is seen, or else the next one.
    const next = upperBound(a, from, length);
    const near = upperBound(a, from + least, length) - 1;
    const to = a[Math.max(near, next)] ?? Infinity;
    if (next >= length || to >= piece.t1) break;
    cut(to);
  }
  cut(piece.t1);
  return pieces;
}
