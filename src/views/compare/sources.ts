import { busierSpans, withGhosts, withoutIdle } from '../../draw/compare/ghost-lanes.ts';
import type { GhostLanes } from '../../draw/compare/ghost-lanes.ts';
import { indexFaults } from '../../draw/timeline/fault-index.ts';
import { layoutLanes } from '../../draw/timeline/lanes.ts';
import type { Lane, LaneLayout } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { indexLanes } from '../../draw/timeline/lod.ts';
import type { HeldRun } from '../../store/held.ts';
import { endOf } from '../../store/held.ts';

/** What a timeline is drawn from, on cores that do something alone. */
export function sourceOf(run: HeldRun, app: number): TimelineSource {
  const { plan, recording } = run;
  const lanes = layoutLanes(plan, recording.spans);
  return fromLanes(run, app, withoutIdle(lanes));
}

/** The same, on an axis that may reach to `end`, over the end of the run. */
export function sourceUntil(run: HeldRun, app: number, end: number): TimelineSource {
  const source = sourceOf(run, app);
  const { recording } = run;
  const totalCycles = Math.max(Math.ceil(end), endOf(run));
  const summary = { ...recording.summary, totalCycles };
  return { ...source, recording: { ...recording, summary } };
}

/** Run `a` with room for `b` below each lane. */
export function ghostSource(
  a: HeldRun,
  b: HeldRun,
  app: number,
): { readonly source: TimelineSource; readonly ghosts: GhostLanes['ghosts'] } {
  const spans = busierSpans(a.recording.spans, b.recording.spans);
  const { lanes, ghosts } = withGhosts(withoutIdle(layoutLanes(a.plan, spans)));
  const homes = layoutLanes(b.plan, spans).lanes;
  const theirs = ghosts.map((lane) => livedInBy(homes[lane.core] ?? lane, lane));
  return { source: fromLanes(a, app, lanes), ghosts: theirs };
}

function livedInBy({ residents, app }: Lane, lane: Lane): Lane {
  return { ...lane, residents, app };
}

function fromLanes(run: HeldRun, app: number, lanes: LaneLayout): TimelineSource {
  const { plan, recording } = run;
  return {
    plan,
    recording,
    lanes,
    index: indexLanes(recording.spans, endOf(run)),
    faults: indexFaults(plan, recording),
    bracketApp: app,
  };
}
