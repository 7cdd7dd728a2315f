import { t } from '../../base/language.ts';
import type { AppId, Cycles } from '../../base/units.ts';
import { STOP_REASONS } from '../../kernel/faults/incidents.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { DivergenceRow, Recording } from '../../run/recording.ts';

/** A vote that found the states of a group to differ. */
export interface Mismatch {
  readonly time: Cycles;
  readonly app: AppId;
  /** How the group is divided: `2:1`; empty where the run does not say. */
  readonly ratio: string;
  /** Row of `recording.incidents`. */
  readonly incident: number;
}

/** All mismatches of a run, with their ratios as far as what followed tells them. */
export function mismatchesOf(plan: MachinePlan, recording: Recording): Mismatch[] {
  const { incidents } = recording;
  const wrong = new WrongCounter(recording.divergence);
  return incidents.flatMap(({ kind, time, app }, incident) => {
    if (kind !== 'mismatch') return [];
    const size = plan.apps[app].cores.length;
    const ratio = ratioOf(size, verdictAfter(incidents, incident), wrong.replicasAt(app, time));
    return [{ time, app, ratio, incident }];
  });
}

interface VerdictSeen {
  readonly outvoted: number;
  readonly overlooked: number;
  readonly noMajority: boolean;
}

/** What Romain made of a mismatch is told at once, in the same step. */
function verdictAfter(incidents: readonly Incident[], row: number): VerdictSeen {
  const { app, step } = incidents[row];
  let [outvoted, overlooked, noMajority] = [0, 0, false];
  for (let i = row + 1; i < incidents.length && incidents[i].step === step; i++) {
    const { kind, app: owner } = incidents[i];
    if (owner !== app || kind === 'mismatch') continue;
    if (kind === 'outvoted') outvoted += 1;
    if (kind === 'overlooked') overlooked += 1;
    // A stop right after a vote of three says that no two agree; the debugger asks nobody.
    if (kind === 'stopped' && STOP_REASONS[incidents[i].other] === 'no-majority') noMajority = true;
  }
  return { outvoted, overlooked, noMajority };
}

function ratioOf(size: number, seen: VerdictSeen, wrong: number): string {
  if (size === 2) return '1:1';
  const differ = seen.overlooked > 0 || seen.noMajority;
  if (size === 3 && differ) return '1:1:1';
  if (seen.outvoted > 0) {
    return seen.outvoted === 1
      ? `${size - 1}:1`
      : t('{n} of {size}', { n: size - seen.outvoted, size });
  }
  return wrong === 1 ? `${size - 1}:1` : '';
}

/** Follows how many replicas hold wrong values; asked in order of time. */
class WrongCounter {
  private readonly rows: readonly DivergenceRow[];
  private readonly counts = new Map<string, number>();
  private next = 0;

  constructor(rows: readonly DivergenceRow[]) {
    this.rows = rows;
  }

  replicasAt(app: AppId, time: Cycles): number {
    for (; this.next < this.rows.length && this.rows[this.next].time <= time; this.next++) {
      const row = this.rows[this.next];
      this.counts.set(`${row.app}/${row.replica}`, row.count);
    }
    let replicas = 0;
    for (const [key, count] of this.counts) {
      if (count > 0 && key.startsWith(`${app}/`)) replicas += 1;
    }
    return replicas;
  }
}
