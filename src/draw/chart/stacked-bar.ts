import { t } from '../../base/language.ts';
import type { Part } from '../../base/vocabulary.ts';
import { spreadLabels } from '../spread.ts';
import { estimateTextWidth } from '../text-width.ts';
import { PART_INFO, stackParts } from './parts.ts';
import type { PartStyle } from './parts.ts';

export interface StackedBarOptions {
  /** CSS px of bar and labels. */
  readonly width: number;
  readonly barHeight: number;
  /** Value at the right end; the bar ends where its sum is. At least the sum, else the sum is used. */
  readonly axisMax?: number;
  /** Digits as the page prints them, for label widths and text. */
  readonly format: (value: number) => string;
}

export interface StackedSegment {
  readonly part: Part;
  readonly style: PartStyle;
  readonly x: number;
  readonly width: number;
  readonly value: number;
}

/** Two centred lines of text under the bar, joined to its segment by a line from (anchorX, top) to (x, bottom). */
export interface StackedLabel {
  readonly part: Part;
  readonly x: number;
  readonly anchorX: number;
  readonly name: string;
  readonly number: string;
}

export interface StackedBarGeometry {
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
  readonly total: number;
  readonly segments: readonly StackedSegment[];
  readonly labels: readonly StackedLabel[];
}

const LABEL_FONT = 11;
const LABEL_GAP = 6;
const LEADER = 12;
const LABEL_LINES = 28;

/**
 * "Where the cycles per event go": `values` has one entry per `PARTS` (cycles). Labels are dropped,
 * smallest part first, until the rest fit side by side; they never shrink or overlap.
 */
export function stackedBar(
  values: readonly number[],
  options: StackedBarOptions,
): StackedBarGeometry {
  const stack = stackParts(values);
  const total = stack.at(-1)?.end ?? 0;
  const perPixel = Math.max(options.axisMax ?? 0, total, 1e-9) / options.width;
  const segments = stack.map((one) => ({
    part: one.part,
    style: PART_INFO[one.part].style,
    x: one.start / perPixel,
    width: (one.end - one.start) / perPixel,
    value: one.end - one.start,
  }));
  return {
    width: options.width,
    height: options.barHeight + LEADER + LABEL_LINES,
    barHeight: options.barHeight,
    total,
    segments,
    labels: labelSegments(segments, options),
  };
}

function labelSegments(
  segments: readonly StackedSegment[],
  options: StackedBarOptions,
): readonly StackedLabel[] {
  const labels = segments.map((segment) => {
    const name = t(PART_INFO[segment.part].label);
    const number = options.format(segment.value);
    const width = Math.max(
      estimateTextWidth(name, LABEL_FONT),
      estimateTextWidth(number, LABEL_FONT, 'mono'),
    );
    const anchorX = segment.x + segment.width / 2;
    return {
      part: segment.part,
      value: segment.value,
      name,
      number,
      anchorX,
      size: width + LABEL_GAP,
    };
  });
  while (labels.length > 0 && labels.reduce((sum, one) => sum + one.size, 0) > options.width) {
    const smallest = labels.reduce((a, b) => (b.value < a.value ? b : a));
    labels.splice(labels.indexOf(smallest), 1);
  }
  const wanted = labels.map((one) => ({ wanted: one.anchorX, size: one.size }));
  const centres = spreadLabels(wanted, 0, options.width);
  return labels.map(({ part, name, number, anchorX }, i) => ({
    part,
    name,
    number,
    anchorX,
    x: centres[i],
  }));
}
