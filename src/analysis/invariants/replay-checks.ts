import { t } from '../../base/language.ts';
import { createDigest, digestHex } from '../../base/hash.ts';
import { createMachine } from '../../kernel/create.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance } from '../../kernel/reducer.ts';
import type { TraceSink } from '../../kernel/trace-sink.ts';
import { mixStep } from '../../run/digest.ts';
import type { Recording } from '../../run/recording.ts';
import { createSeeker } from '../../run/seek.ts';
import type { Finding } from './finding.ts';
import { Violations } from './finding.ts';
import { StateCheck } from './state-check.ts';

/** How many instants are compared with a seek. */
const SAMPLES = 24;

/** Invariants 2 and 6: the run is made once more and compared with what was recorded. */
export function checkReplay(plan: MachinePlan, recording: Recording): readonly [Finding, Finding] {
  const states = new StateCheck(plan);
  const time = new Violations();
  const digest = createDigest();
  const sink: TraceSink = {
    step: (_, event) => mixStep(digest, event, plan.threads[event.thread]),
    span: () => undefined,
    message: () => undefined,
    incident: (incident) => states.incident(incident),
    divergence: () => undefined,
    milestone: (machine, app, _, milestone) => states.milestone(machine, app, milestone),
  };
  const seeker = createSeeker(plan, recording);
  let machine = createMachine(plan, sink);
  for (const step of sampleSteps(recording.events.length)) {
    machine = advance(plan, machine, { steps: step }, sink);
    const sought = seeker.machineAtStep(step);
    time.expect(JSON.stringify(sought) === JSON.stringify(machine), () =>
      t('step {step}: seeking gives another state than running', { step }),
    );
  }
  time.expect(digestHex(digest) === recording.summary.digest, () =>
    t('replay has digest {digest}, the run {recorded}', {
      digest: digestHex(digest),
      recorded: recording.summary.digest,
    }),
  );
  const { events } = recording;
  for (let i = 1; i < events.length; i++) {
    time.expect(events.time[i - 1] <= events.time[i], () =>
      t('step {step} is at {time}, before step {before}', {
        step: i + 1,
        time: events.time[i],
        before: i,
      }),
    );
  }
  return [states.violations.finding(2), time.finding(6)];
}

/** Steps spread over the run, backwards and forwards in distance from checkpoints; the last included. */
function sampleSteps(length: number): number[] {
  const steps: number[] = [];
  for (let i = 1; i < SAMPLES; i++) steps.push(Math.floor((length * i) / SAMPLES));
  return [...new Set([...steps, length])];
}
