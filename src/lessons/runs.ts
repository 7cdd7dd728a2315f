import { t } from '../base/language.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { startRecording } from '../run/record.ts';
import type { RecordingJob } from '../run/record.ts';
import type { Recording, RunSummary } from '../run/recording.ts';
import type { Seeker } from '../run/seek.ts';
import { createSeeker } from '../run/seek.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Profile } from '../workload/profile.ts';
import { MAX_LESSON_STEPS, MAX_RUN_STEPS, MAX_SCENE_EVENTS } from './limits.ts';

/** Thrown where a measure or a stop cannot be had; what asked for it turns it into a problem. */
export class MeasureError extends Error {
  override readonly name = 'MeasureError';
}

/** A run in figures. */
export interface MeasuredRun {
  readonly plan: MachinePlan;
  readonly summary: RunSummary;
}

/** A run whole. */
export interface RecordedRun {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly seeker: Seeker;
}

/** Runs scenarios, each once, within the limits of a lesson. Both throw `MeasureError`. */
export interface LessonRuns {
  readonly plan: (scenario: Scenario) => MachinePlan;
  readonly measure: (scenario: Scenario) => MeasuredRun;
  readonly record: (scenario: Scenario) => RecordedRun;
}

/** Kernel steps between two looks at the limits. */
const SLICE = 1 << 16;

/** Runs for one lesson. `profiles` must hold those that its scenes need. */
export function createRuns(profiles: ReadonlyMap<string, Profile>): LessonRuns {
  const plans = new Map<string, MachinePlan>();
  const recorded = new Map<string, RecordedRun>();
  const measured = new Map<string, MeasuredRun>();
  /** A run that was refused is so at once the next time: to find out takes the longest of all. */
  const refused = new Map<string, MeasureError>();
  let left = MAX_LESSON_STEPS;

  const once = <T>(kept: Map<string, T>, scenario: Scenario, make: () => T): T =>
    remembered(kept, refused, keyOf(scenario), make);
  const planOf = (scenario: Scenario): MachinePlan =>
    once(plans, scenario, () => compiled(scenario, profiles));
  const run = (job: RecordingJob): void => {
    let before = 0;
    for (let ended = false; !ended;) {
      ended = job.advance(SLICE);
      const { steps } = job.progress();
      left -= steps - before;
      before = steps;
      if (steps > MAX_RUN_STEPS)
        throw new MeasureError(
          t('this run would take more than {most} kernel steps; choose a shorter program', {
            most: MAX_RUN_STEPS,
          }),
        );
      if (left < 0)
        throw new MeasureError(
          t(
            'all runs of the lesson would take more than {most} kernel steps; choose a shorter program',
            { most: MAX_LESSON_STEPS },
          ),
        );
    }
  };
  const record = (scenario: Scenario): RecordedRun =>
    once(recorded, scenario, () => {
      const plan = planOf(scenario);
      const job = startRecording(plan);
      run(job);
      const recording = job.finish();
      return { plan, recording, seeker: createSeeker(plan, recording) };
    });
  const measure = (scenario: Scenario): MeasuredRun => {
    const whole = recorded.get(keyOf(scenario));
    if (whole !== undefined) return { plan: whole.plan, summary: whole.recording.summary };
    return once(measured, scenario, () => {
      const plan = planOf(scenario);
      const job = startRecording(plan, 'summary');
      run(job);
      return { plan, summary: job.finishSummary().summary };
    });
  };
  return { plan: planOf, measure, record };
}

function compiled(scenario: Scenario, profiles: ReadonlyMap<string, Profile>): MachinePlan {
  const plan = compilePlan(scenario, profiles);
  if (!plan.ok) {
    const [{ path, message }] = plan.error;
    throw new MeasureError(t('the scene cannot run: {path}: {message}', { path, message }));
  }
  const events = plan.value.apps.reduce((sum, app) => sum + app.program.length, 0);
  if (events <= MAX_SCENE_EVENTS) return plan.value;
  throw new MeasureError(
    t('the scene has {events} externalization events, more than the {most} of a lesson', {
      events,
      most: MAX_SCENE_EVENTS,
    }),
  );
}

/** Titles change nothing in a run. */
function keyOf(scenario: Scenario): string {
  return JSON.stringify({ ...scenario, title: '' });
}

/** What `make` gives or refuses for `key`, which it is asked for once. */
function remembered<T>(
  kept: Map<string, T>,
  refused: Map<string, MeasureError>,
  key: string,
  make: () => T,
): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const refusal = refused.get(key);
  if (refusal !== undefined) throw refusal;
  try {
    const made = make();
    kept.set(key, made);
    return made;
  } catch (error) {
    if (error instanceof MeasureError) refused.set(key, error);
    throw error;
  }
}
