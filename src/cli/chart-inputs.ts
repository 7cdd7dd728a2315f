import { extraParts, overheadAtEvent } from '../analysis/overhead.ts';
import type { MatrixRow } from '../analysis/matrix.ts';
import type { GrowthInput } from '../draw/chart/growth-lines.ts';
import type { LiveBarInput } from '../draw/chart/live-bars.ts';
import { endWords } from '../draw/words.ts';

/** The order of the chart's bars. */
const METHODS = ['polling', 'ipc', 'migration', 'local'] as const;

/** What the overhead chart shows of whole runs: in percent of the native run of the whole program, as on the page. */
export function chartInputs(rows: readonly MatrixRow[]): {
  readonly bars: readonly LiveBarInput[];
  readonly growth: readonly GrowthInput[];
} {
  const inOrder = rows.toSorted(
    (a, b) => METHODS.indexOf(a.signalling) - METHODS.indexOf(b.signalling),
  );
  return {
    bars: inOrder.map(barOf),
    growth: inOrder.filter(({ signalling }) => signalling !== 'local').map(growthOf),
  };
}

function barOf(row: MatrixRow): LiveBarInput {
  const { redundancy, signalling, series, nativeCycles, completedEvents } = row;
  const share = nativeCycles === 0 ? 0 : 100 / nativeCycles;
  const at = overheadAtEvent(series, completedEvents);
  const percent = (at.time - at.native) * share;
  const parts = extraParts(at).map(({ cycles }) => cycles * share);
  return { redundancy, signalling, percent, parts, finalPercent: percent, stopped: endWords(row) };
}

function growthOf(row: MatrixRow): GrowthInput {
  const { redundancy, signalling, series, nativeCycles } = row;
  const share = nativeCycles === 0 ? 0 : 100 / nativeCycles;
  const percent = Array.from(series.time, (time, i) => (time - series.native[i]) * share);
  return { redundancy, signalling, x: series.event, percent, stopped: endWords(row) !== null };
}
