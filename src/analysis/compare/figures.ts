import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';
import type { AppSummary } from '../../run/recording.ts';

const WHOLE = ['run', 'native', 'overhead', 'events'] as const;
const COUNTS = ['ipis', 'messages', 'polls', 'bytesCopied'] as const;

/** A number that both runs have: of the whole, by cause, or a count. */
export type FigureId = (typeof WHOLE)[number] | Part | (typeof COUNTS)[number];

/** `percent` figures differ by percentage points. */
export type FigureUnit = 'cycles' | 'percent' | 'count' | 'bytes';

/** One line of the table of a comparison; `difference` is B minus A. */
export interface Figure {
  readonly id: FigureId;
  readonly unit: FigureUnit;
  readonly a: number;
  readonly b: number;
  readonly difference: number;
}

/** The table of a comparison, the same for page and command line; the parts sum to the run. */
export function compareFigures(a: AppSummary, b: AppSummary): readonly Figure[] {
  const line = (id: FigureId, unit: FigureUnit, of: (app: AppSummary) => number): Figure => ({
    id,
    unit,
    a: of(a),
    b: of(b),
    difference: of(b) - of(a),
  });
  return [
    line('run', 'cycles', (app) => app.totalCycles),
    line('native', 'cycles', (app) => app.nativeCycles),
    line('overhead', 'percent', (app) => app.overheadPercent),
    line('events', 'count', (app) => app.completedEvents),
    ...PARTS.map((part) => line(part, 'cycles', (app) => app.breakdown[part])),
    ...COUNTS.map((id) => line(id, id === 'bytesCopied' ? 'bytes' : 'count', (app) => app[id])),
  ];
}

/** The differences by cause alone, one number per `PARTS`. */
export function partDifferences(figures: readonly Figure[]): number[] {
  return PARTS.map((part) => figures.find(({ id }) => id === part)?.difference ?? 0);
}
