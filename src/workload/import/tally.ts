import { decodeText } from './bytes.ts';
import type { LineClass, LineSample } from './report.ts';
import { LINE_CLASSES, MAX_SAMPLES, SAMPLE_BYTES } from './report.ts';

const INDEX = Object.fromEntries(LINE_CLASSES.map((name, i) => [name, i])) as Readonly<
  Record<LineClass, number>
>;

/** Most lines that a preview may ask for. */
const MAX_PREVIEW = 10_000;

/** Counts lines by class and keeps samples; every line is entered exactly once. */
export interface Tally {
  enter(bytes: Uint8Array, from: number, to: number, what: LineClass): void;
  beginFile(): void;
  readonly count: (what: LineClass) => number;
  readonly lines: () => number;
  readonly doubtful: readonly LineSample[];
  readonly doubtfulTotal: () => number;
  readonly preview: readonly LineSample[];
  /** Place in the preview of the line that is entered next; -1 = it is not shown. */
  readonly nextShown: () => number;
}

/** A tally that shows the first `previewLines` lines. */
export function createTally(previewLines: number): Tally {
  const counts = new Float64Array(LINE_CLASSES.length);
  const doubtful: LineSample[] = [];
  const preview: LineSample[] = [];
  const shown = Math.min(previewLines, MAX_PREVIEW);
  let file = -1;
  let line = 0;
  let lines = 0;
  let doubts = 0;

  function sample(bytes: Uint8Array, from: number, to: number, what: LineClass): LineSample {
    const text = decodeText(bytes, from, Math.min(to, from + SAMPLE_BYTES));
    return { file: Math.max(0, file), line, class: what, text };
  }

  return {
    enter(bytes, from, to, what) {
      line += 1;
      lines += 1;
      counts[INDEX[what]] += 1;
      if (preview.length < shown) preview.push(sample(bytes, from, to, what));
      if (what !== 'unknown' && what !== 'output' && what !== 'cut') return;
      doubts += 1;
      if (doubtful.length < MAX_SAMPLES) doubtful.push(sample(bytes, from, to, what));
    },
    beginFile() {
      file += 1;
      line = 0;
    },
    count: (what) => counts[INDEX[what]],
    lines: () => lines,
    doubtful,
    doubtfulTotal: () => doubts,
    preview,
    nextShown: () => (preview.length < shown ? preview.length : -1),
  };
}
