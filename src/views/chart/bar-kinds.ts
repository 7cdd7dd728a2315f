import { PARTS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { LiveBar } from '../../draw/chart/live-bars.ts';
import { PART_INFO } from '../../draw/chart/parts.ts';
import type { PartStyle } from '../../draw/chart/parts.ts';
import type { Box } from '../glyphs/StateShape.tsx';
import { toHalf } from './to-half.ts';

/** All segments that look alike, over several bars. */
export interface BarKind {
  readonly key: string;
  readonly style: PartStyle;
  /** That of the bars; it tells in signalling only. */
  readonly signalling: SignallingMethod;
  readonly boxes: readonly Box[];
}

/**
 * The segments of `bars` by their looks, always in the same order and with a kind for every part
 * that any bar may have, so that a drawing keeps its elements while the bars grow.
 */
export function barKinds(bars: readonly LiveBar[]): readonly BarKind[] {
  const methods = [...new Set(bars.map(({ signalling }) => signalling))];
  return PARTS.flatMap((part): BarKind[] => {
    const { style } = PART_INFO[part];
    const boxesOf = (of: readonly LiveBar[]): Box[] =>
      of.flatMap(({ segments, y, height }) =>
        segments
          .filter((segment) => segment.part === part)
          .map(({ x, width }) => ({
            x: toHalf(x),
            y,
            width: toHalf(x + width) - toHalf(x),
            height,
          })),
      );
    if (style !== 'signalIn' && style !== 'signalOut') {
      return [{ key: part, style, signalling: methods[0] ?? 'ipc', boxes: boxesOf(bars) }];
    }
    return methods.map((signalling) => ({
      key: `${part} ${signalling}`,
      style,
      signalling,
      boxes: boxesOf(bars.filter((bar) => bar.signalling === signalling)),
    }));
  });
}
