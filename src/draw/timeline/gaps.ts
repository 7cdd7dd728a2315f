import type { Cycles } from '../../base/units.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { Recording, RendezvousColumns } from '../../run/recording.ts';
import { STYLE_OF_ACTIVITY, spanAt } from './lod.ts';

/** The stretches of a run in which every replica only computes, each longer than 1 µs; ascending, apart. */
export interface Gaps {
  readonly length: number;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Binary tree of the longest gap below each node; node 1 is the root, leaf i is node `leaves + i`. */
  readonly longest: Float64Array;
  readonly leaves: number;
}

type Stretch = readonly [Cycles, Cycles];

const HALTED = SPAN_STYLES.indexOf('halted');
const BLOCKED = SPAN_STYLES.indexOf('blocked');
const POLLING = SPAN_STYLES.indexOf('polling');
/** Spans of a Res core that are looked at after an event, until it has nothing more to do. */
const SEARCH = 64;

/** Finds the gaps of a run: what lies between the events of every app at once, and no Romain still at work. */
export function gapsOf(plan: MachinePlan, recording: Recording): Gaps {
  const least = plan.clockGHz * 1000;
  const end = recording.summary.totalCycles;
  let common: readonly Stretch[] = [[0, end]];
  for (const app of plan.apps) common = intersect(common, betweenEvents(app, recording));
  return indexGaps(common.filter(([from, to]) => to - from > least));
}

/** [from, to) while no event of `app` is under way; after its end there is none. */
function betweenEvents(app: AppPlan, recording: Recording): readonly Stretch[] {
  const { summary, rendezvous } = recording;
  const rows = rendezvous[app.id];
  const over = summary.apps[app.id]?.totalCycles ?? summary.totalCycles;
  const free: Stretch[] = [];
  let from = atRest(recording, app, 0, rows?.trapped[0] ?? over);
  for (let k = 0; k < (rows?.length ?? 0); k++) {
    if (rows.trapped[k] > from) free.push([from, rows.trapped[k]]);
    from = Math.max(from, doneWith(recording, app, { rows, k, over }));
  }
  if (summary.totalCycles > from) free.push([from, summary.totalCycles]);
  return free;
}

function doneWith(
  recording: Recording,
  app: AppPlan,
  { rows, k, over }: { rows: RendezvousColumns; k: number; over: Cycles },
): Cycles {
  const completed = Math.min(rows.completed[k], over);
  return atRest(recording, app, completed, k + 1 < rows.length ? rows.trapped[k + 1] : over);
}

/** When Romain has nothing more to do after `from`, at most `until`. */
function atRest(recording: Recording, app: AppPlan, from: Cycles, until: Cycles): Cycles {
  const spans = recording.spans[app.resCore];
  // Its only replica computes on this very core.
  if (spans === undefined || spans.length === 0 || app.cores.includes(app.resCore)) return from;
  const first = spanAt(spans, from);
  for (let i = first; i < Math.min(first + SEARCH, spans.length); i++) {
    const style = STYLE_OF_ACTIVITY[spans.activity[i]];
    const rests = style === HALTED || style === BLOCKED || style === POLLING;
    if (rests || spans.start[i] >= until) return Math.min(Math.max(spans.start[i], from), until);
  }
  return until;
}

/** What lies in both lists; each ascending and without overlap. */
function intersect(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  const both: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i][0], b[j][0]);
    const to = Math.min(a[i][1], b[j][1]);
    if (to > from) both.push([from, to]);
    if (a[i][1] < b[j][1]) i += 1;
    else j += 1;
  }
  return both;
}

function indexGaps(stretches: readonly Stretch[]): Gaps {
  let leaves = 1;
  while (leaves < stretches.length) leaves *= 2;
  const longest = new Float64Array(2 * leaves);
  stretches.forEach(([from, to], i) => {
    longest[leaves + i] = to - from;
  });
  for (let node = leaves - 1; node > 0; node--) {
    longest[node] = Math.max(longest[2 * node], longest[2 * node + 1]);
  }
  return {
    length: stretches.length,
    start: Float64Array.from(stretches, ([from]) => from),
    end: Float64Array.from(stretches, ([, to]) => to),
    longest,
    leaves,
  };
}

/** The first gap from number `from` on that is longer than `length`, or `gaps.length`; O(log n). */
export function nextLonger(
  { longest, leaves, length: count }: Gaps,
  from: number,
  length: Cycles,
): number {
  if (from >= count) return count;
  let node = leaves + from;
  if (longest[node] > length) return from;
  // Up until there is a longer one to the right, then down to the first of those.
  while (node > 1 && (node % 2 === 1 || longest[node + 1] <= length)) node = Math.floor(node / 2);
  if (node <= 1) return count;
  node += 1;
  while (node < leaves) node = longest[2 * node] > length ? 2 * node : 2 * node + 1;
  return node - leaves;
}

/** The last gap up to number `from` that is longer than `length`, or -1; O(log n). */
export function lastLonger(
  { longest, leaves, length: count }: Gaps,
  from: number,
  length: Cycles,
): number {
  if (from < 0 || count === 0) return -1;
  let node = leaves + Math.min(from, count - 1);
  if (longest[node] > length) return node - leaves;
  while (node > 1 && (node % 2 === 0 || longest[node - 1] <= length)) node = Math.floor(node / 2);
  if (node <= 1) return -1;
  node -= 1;
  while (node < leaves) node = longest[2 * node + 1] > length ? 2 * node + 1 : 2 * node;
  return node - leaves;
}
