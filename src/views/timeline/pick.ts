import { upperBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import type { TimelineHit } from '../../draw/timeline/hit-test.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { STYLE_OF_ACTIVITY, spanAt } from '../../draw/timeline/lod.ts';
import { selectedStretch } from '../../draw/timeline/selection.ts';
import type { TimeScale } from '../../draw/timeline/scale.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanColumns } from '../../run/recording.ts';
import type { Selection } from '../../base/selection.ts';
import type { Direction } from '../../store/held.ts';
import type { DrawnArea } from './gestures.ts';

const HALTED = SPAN_STYLES.indexOf('halted');
const BLOCKED = SPAN_STYLES.indexOf('blocked');

/** What a click at `hit` selects; `null` = there is nothing. */
export function pick(source: TimelineSource, hit: TimelineHit): Selection | null {
  if (hit.region === 'brackets') {
    return hit.event < 0 ? null : { kind: 'event', app: hit.app, event: hit.event };
  }
  if (hit.region !== 'lane' || hit.span < 0) return null;
  // On a core that never does anything there is nothing to select.
  if (source.recording.spans[hit.core].length < 2) return null;
  return waitAt(source, hit) ?? spanSelection(source, hit.core, hit.span);
}

function spanSelection({ recording }: TimelineSource, core: CoreId, span: number): Selection {
  return { kind: 'span', core, start: recording.spans[core].start[span] };
}

/** A replica that has arrived and whose group has not met yet waits for it; later it waits for Romain. */
function waitAt(source: TimelineSource, { core, span, time }: TimelineHit): Selection | null {
  const { recording, lanes } = source;
  const style = STYLE_OF_ACTIVITY[recording.spans[core].activity[span]];
  if (style !== HALTED && style !== BLOCKED) return null;
  for (const { app, replica } of lanes.lanes[core].residents) {
    const wait = replica < 0 ? null : waitOf(source, { app, replica, time });
    if (wait !== null) return wait;
  }
  return null;
}

function waitOf(
  source: TimelineSource,
  { app, replica, time }: { app: AppId; replica: ReplicaId; time: Cycles },
): Selection | null {
  const rows = source.recording.rendezvous[app];
  const event = rows === undefined ? -1 : upperBound(rows.trapped, time, rows.length) - 1;
  if (event < 0 || time >= rows.met[event]) return null;
  const wait = { kind: 'wait', app, replica, event } as const;
  const stretch = selectedStretch(source, wait);
  return stretch !== null && stretch.from <= time && stretch.to > stretch.from ? wait : null;
}

/** The area that was drawn: the lanes that it touches. */
export function areaOf(
  source: TimelineSource,
  scale: TimeScale,
  drawn: DrawnArea,
): Selection | null {
  const end = source.recording.summary.totalCycles;
  const at = (x: number): Cycles => Math.min(Math.max(Math.round(scale.toTime(x)), 0), end);
  const [from, to] = [at(Math.max(drawn.x0, 0)), at(Math.min(drawn.x1, scale.width))];
  const cores = source.lanes.lanes
    .filter(({ top, height }) => top <= drawn.y1 && top + height >= drawn.y0)
    .map(({ core }) => core);
  return to <= from || cores.length === 0 ? null : { kind: 'area', from, to, cores };
}

/** The span beside the selected one on its core, or of a neighbouring core at the same instant. */
export function neighbour(
  source: TimelineSource,
  selection: Selection | null,
  { direction, playhead }: { direction: Direction; playhead: Cycles },
): Selection | null {
  const { recording, lanes } = source;
  const active = lanes.lanes.filter(({ kind }) => kind !== 'idle').map(({ core }) => core);
  const stretch = selection === null ? null : selectedStretch(source, selection);
  const core = stretch?.cores[0] ?? active[0];
  if (core === undefined) return null;
  const time = stretch?.from ?? playhead;
  if (stretch === null) return spanSelection(source, core, spanAt(recording.spans[core], time));
  if (direction === 'up' || direction === 'down') {
    const place = active.indexOf(core) + (direction === 'up' ? -1 : 1);
    const next = active[place];
    return next === undefined
      ? null
      : spanSelection(source, next, spanAt(recording.spans[next], time));
  }
  const spans = recording.spans[core];
  const at = spanAt(spans, time) + (direction === 'left' ? -1 : 1);
  return at < 0 || at >= spans.length ? null : spanSelection(source, core, at);
}

/** The selection as an area, longer by a span of its first core or by a core. */
export function extended(
  source: TimelineSource,
  selection: Selection | null,
  { direction, playhead }: { direction: Direction; playhead: Cycles },
): Selection | null {
  const base = selection ?? neighbour(source, null, { direction, playhead });
  const stretch = base === null ? null : selectedStretch(source, base);
  const [first] = stretch?.cores ?? [];
  if (stretch === null || first === undefined) return null;
  const { recording, lanes } = source;
  const spans = recording.spans[first];
  const last = recording.summary.totalCycles;
  const area = { kind: 'area', from: stretch.from, to: stretch.to, cores: stretch.cores } as const;
  if (direction === 'left') return { ...area, from: spans.start[spanAt(spans, area.from - 1)] };
  if (direction === 'right') return { ...area, to: endAt(spans, area.to, last) };
  const active = lanes.lanes.filter(({ kind }) => kind !== 'idle').map(({ core }) => core);
  const places = area.cores.map((core) => active.indexOf(core));
  const next = active[direction === 'up' ? Math.min(...places) - 1 : Math.max(...places) + 1];
  return next === undefined
    ? area
    : { ...area, cores: [...area.cores, next].toSorted((a, b) => a - b) };
}

function endAt({ start, length }: SpanColumns, time: Cycles, last: Cycles): Cycles {
  const next = upperBound(start, time, length);
  return next < length ? start[next] : last;
}
