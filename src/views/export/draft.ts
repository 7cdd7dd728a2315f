import type { SliceDetail } from '../../export/chrome/source.ts';
import { wholeRun } from '../../export/range.ts';
import type { ExportRange } from '../../export/range.ts';
import type { TableName } from '../../export/tables/tables.ts';
import type { HeldRun } from '../../store/held.ts';
import type { AppState } from '../../store/state.ts';

/** What a run can become. */
export const KINDS = ['trace', 'table', 'picture', 'animation'] as const;
export type Kind = (typeof KINDS)[number];

/** The stretch that is exported. */
export const STRETCHES = ['run', 'window', 'area'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** Pictures there are: the timeline and the chart are drawn anew, the others as they stand on the page. */
export const PICTURES = ['timeline', 'overhead', 'machine', 'side'] as const;
export type PictureName = (typeof PICTURES)[number];

/** What a person has chosen in the dialog. */
export interface Draft {
  readonly kind: Kind;
  readonly stretch: Stretch;
  readonly detail: SliceDetail;
  readonly packed: boolean;
  readonly table: TableName;
  readonly tableFormat: 'csv' | 'jsonl';
  readonly picture: PictureName;
  readonly pictureFormat: 'svg' | 'png';
  readonly movieFormat: 'gif' | 'webm';
  readonly fps: number;
  readonly seconds: number;
}

/** What the dialog opens with: what usually is wanted, of what is shown. */
export function initialDraft({ selection }: Pick<AppState, 'selection'>): Draft {
  return {
    kind: 'trace',
    stretch: selection?.kind === 'area' ? 'area' : 'window',
    detail: 'cycles',
    packed: false,
    table: 'events',
    tableFormat: 'csv',
    picture: 'timeline',
    pictureFormat: 'svg',
    movieFormat: 'gif',
    fps: 12,
    seconds: 4,
  };
}

/** The stretch in cycles, whole and within the run. */
export function rangeOf(
  stretch: Stretch,
  run: HeldRun,
  { window, selection }: Pick<AppState, 'window' | 'selection'>,
): ExportRange {
  const whole = wholeRun(run.recording);
  if (stretch === 'run') return whole;
  const [from, to] =
    stretch === 'area' && selection?.kind === 'area' ? [selection.from, selection.to] : window;
  const first = Math.max(Math.floor(from), whole.from);
  return { from: first, to: Math.max(Math.min(Math.ceil(to), whole.to), first + 1) };
}
