import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { record } from '../../run/record.ts';
import type { Recording } from '../../run/recording.ts';
import { createSeeker } from '../../run/seek.ts';
import type { Seeker } from '../../run/seek.ts';
import type { Io } from '../io.ts';
import type { Arguments } from '../options.ts';
import { checkReached, prepare } from '../prepare.ts';
import { wholeOption } from '../whole-option.ts';

/** A whole run in which causes can be looked for. */
export interface RecordedRun {
  readonly title: string;
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly seeker: Seeker;
}

/** Runs the scenario that the arguments name, with everything recorded. */
export function recordScenario(args: Arguments, io: Io): Result<RecordedRun, string> {
  const prepared = prepare(args, io);
  if (!prepared.ok) return prepared;
  const { plan, scenario } = prepared.value;
  const recording = record(plan);
  const reached = checkReached(prepared.value, recording.summary);
  if (!reached.ok) return reached;
  return ok({ title: scenario.title, plan, recording, seeker: createSeeker(plan, recording) });
}

/** The app of `--app` (0 when it is not given) and the event of `--event`, which counts from 1; the result counts from 0. */
export function eventOption(
  args: Arguments,
  { plan, recording }: RecordedRun,
): Result<{ readonly app: number; readonly event: number | null }, string> {
  const app = wholeOption(args, 'app', [0, plan.apps.length - 1]);
  if (!app.ok) return app;
  const id = app.value ?? 0;
  const { length } = recording.rendezvous[id];
  if (length === 0) return err(`app ${id} comes to no externalization event`);
  const event = wholeOption(args, 'event', [1, length]);
  if (!event.ok) return event;
  return ok({ app: id, event: event.value === null ? null : event.value - 1 });
}
