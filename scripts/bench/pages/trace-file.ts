import { ACTIVITY_IDS, ACTIVITY_INDEX } from '../../../src/kernel/activities.ts';
import type { ActivityId } from '../../../src/kernel/activities.ts';
import type { MachinePlan } from '../../../src/kernel/plan.ts';
import { record } from '../../../src/run/record.ts';
import type { Recording, SpanColumns } from '../../../src/run/recording.ts';
import { planOf } from './run.ts';

/** The part of speedscope's own file format that a run without nesting needs. */
export interface TraceFile {
  readonly $schema: 'https://www.speedscope.app/file-format-schema.json';
  readonly shared: { readonly frames: readonly { readonly name: string }[] };
  readonly profiles: readonly TraceProfile[];
}

interface TraceProfile {
  readonly type: 'evented';
  readonly name: string;
  readonly unit: 'none';
  readonly startValue: number;
  readonly endValue: number;
  readonly events: readonly TraceEvent[];
}

interface TraceEvent {
  readonly type: 'O' | 'C';
  readonly at: number;
  readonly frame: number;
}

/** The spans of a run, a profile a core: the form that speedscope reads fastest. */
export function traceFileOf(recording: Recording): TraceFile {
  const end = recording.summary.totalCycles;
  const frames = new Map<string, number>();
  const frameOf = (name: string): number => {
    const known = frames.get(name);
    if (known !== undefined) return known;
    frames.set(name, frames.size);
    return frames.size - 1;
  };
  const profiles = recording.spans.map((spans, core): TraceProfile => {
    const events: TraceEvent[] = [];
    for (let i = 0; i < spans.length; i++) {
      const who = `${ACTIVITY_IDS[spans.activity[i]]} ${spans.app[i]} ${spans.replica[i]}`;
      const frame = frameOf(who);
      const stop = i + 1 < spans.length ? spans.start[i + 1] : end;
      events.push({ type: 'O', at: spans.start[i], frame }, { type: 'C', at: stop, frame });
    }
    return {
      type: 'evented',
      name: `C${core}`,
      unit: 'none',
      startValue: 0,
      endValue: end,
      events,
    };
  });
  return {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    shared: { frames: [...frames.keys()].map((name) => ({ name })) },
    profiles,
  };
}

/** The run that `file` tells of, as the timeline takes it. */
export function recordingOf(file: TraceFile): { plan: MachinePlan; recording: Recording } {
  // What the file does not hold, such as costs and messages, comes from a run of one event.
  const plan = planOf(file.profiles.length, 1);
  const rest = record(plan);
  const names = file.shared.frames.map(({ name }) => {
    const [activity, app, replica] = name.split(' ');
    return [ACTIVITY_INDEX[activity as ActivityId], Number(app), Number(replica)] as const;
  });
  const spans = file.profiles.map((profile) => columnsOf(profile, names));
  const totalCycles = Math.max(...file.profiles.map(({ endValue }) => endValue));
  return { plan, recording: { ...rest, spans, summary: { ...rest.summary, totalCycles } } };
}

function columnsOf(
  { events }: TraceProfile,
  names: readonly (readonly [activity: number, app: number, replica: number])[],
): SpanColumns {
  const most = events.length >> 1;
  const start = new Float64Array(most);
  const activity = new Uint8Array(most);
  const app = new Int8Array(most);
  const replica = new Int8Array(most);
  let length = 0;
  for (const event of events) {
    if (event.type !== 'O') continue;
    const who = names[event.frame];
    start[length] = event.at;
    activity[length] = who[0];
    app[length] = who[1];
    replica[length] = who[2];
    length++;
  }
  return { length, start, activity, app, replica };
}
