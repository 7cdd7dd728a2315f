import { t } from '../base/language.ts';
import { assert } from '../base/assert.ts';
import { addBlock, createTally, outcomeShares } from '../analysis/campaign/aggregate.ts';
import { blockCount, campaignOf } from '../analysis/campaign/campaign.ts';
import { createCampaign } from '../analysis/campaign/job.ts';
import { measureExposure, unprotectedShare } from '../analysis/rcb/exposure.ts';
import type { Instant } from '../run/conditions.ts';
import { eventAt } from '../run/navigate.ts';
import type { MachineView, ReplicaView } from '../run/machine-view.ts';
import { viewMachine } from '../run/view.ts';
import { CORE_MODES } from '../base/vocabulary.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Profile } from '../workload/profile.ts';
import type { Lesson, StopSpec, Variation } from './lesson.ts';
import { MAX_SCENE_EVENTS } from './limits.ts';
import { lockFigure } from './lock-order.ts';
import type { EventRole, Measure, PlainMeasure, RunFigure, StopFigure, Value } from './measure.ts';
import { PUBLISHED } from './published.ts';
import { FIGURES } from './run-figures.ts';
import type { LessonRuns, RecordedRun } from './runs.ts';
import { MeasureError } from './runs.ts';
import { scenarioOfScene, variedScenario } from './scene.ts';
import { instantOfEvent, instantOfStop } from './stop.ts';

/** Measures on the runs of one lesson under one seed; every method throws `MeasureError`. */
export interface Evaluator {
  readonly valueOf: (measure: Measure) => Value;
  /** The scenario of a scene, varied, with the seed in force. */
  readonly scenarioOf: (scene: string, variation?: Variation) => Scenario;
  /** Where a run of `scene` stops. */
  readonly stopOf: (scene: string, stop: StopSpec) => Instant;
}

/** What an evaluator works with; `seed` `null` = each scene's own. */
export interface EvaluatorInput {
  readonly lesson: Lesson;
  readonly seed: number | null;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly runs: LessonRuns;
}

/** An evaluator for a valid lesson. */
export function createEvaluator(input: EvaluatorInput): Evaluator {
  const { lesson, seed, runs } = input;
  const scenes = new Map<string, Scenario>();
  for (const [name, scene] of Object.entries(lesson.scenes)) {
    const scenario = scenarioOfScene(scene);
    assert(scenario.ok, `scene "${name}" of a valid lesson is none`);
    scenes.set(name, scenario.value);
  }
  const scenarioOf: Evaluator['scenarioOf'] = (scene, variation = {}) => {
    const scenario = scenes.get(scene);
    assert(scenario !== undefined, `no scene "${scene}" in a valid lesson`);
    return variedScenario(scenario, variation, seed);
  };
  const plain = (measure: PlainMeasure): Value =>
    'scene' in measure
      ? new SceneMeasure(input, scenarioOf(measure.scene, measure)).valueOf(measure)
      : sceneless(lesson, measure);
  return {
    scenarioOf,
    stopOf: (scene, stop) => stopIn(runs.record(scenarioOf(scene)), stop),
    valueOf(measure) {
      if (measure.of !== 'quotient' && measure.of !== 'difference') return plain(measure);
      const left = numberOf(plain(measure.left));
      const right = numberOf(plain(measure.right));
      if (measure.of === 'difference') return left - right;
      if (right === 0) throw new MeasureError(t('divides by a measure that is 0'));
      return left / right;
    },
  };
}

/** The value of a measure that is no word. */
export function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  throw new MeasureError(t('gives the word "{value}" where a number is needed', { value }));
}

function sceneless(
  lesson: Lesson,
  measure: Extract<PlainMeasure, { of: 'locks' | 'published' }>,
): Value {
  if (measure.of === 'published') return PUBLISHED[measure.fact].value;
  return lockFigure(lesson.locks[measure.locks], measure.figure);
}

function stopIn({ recording }: RecordedRun, stop: StopSpec): Instant {
  const at = instantOfStop(recording, stop);
  if (at === null) throw new MeasureError(t('the run never comes to this stop; choose another'));
  return at;
}

/** Most events at which a rule is tried. */
const MOST_LOOKS = 64;

type OfScene = Extract<PlainMeasure, { readonly scene: string }>;

/** Measures on the run of one scenario. */
class SceneMeasure {
  private readonly input: EvaluatorInput;
  private readonly scenario: Scenario;

  constructor(input: EvaluatorInput, scenario: Scenario) {
    this.input = input;
    this.scenario = scenario;
  }

  valueOf(measure: OfScene): Value {
    const app = measure.app ?? 0;
    switch (measure.of) {
      case 'part': {
        const { breakdown, completedEvents } = this.appOf(app);
        if (completedEvents === 0) throw new MeasureError(t('the run completes no event'));
        return breakdown[measure.part] / completedEvents;
      }
      case 'mode': {
        const core = this.summary().cores[measure.core];
        if (core === undefined)
          throw new MeasureError(t('there is no core {core}', { core: measure.core }));
        const all = CORE_MODES.reduce((sum, mode) => sum + core[mode], 0);
        return all === 0 ? 0 : (core[measure.mode] / all) * 100;
      }
      case 'between':
        return (
          this.moment({ ...measure, app, moment: measure.until }).time -
          this.moment({ ...measure, app, moment: measure.from }).time
        );
      case 'leader':
      case 'first':
      case 'last':
      case 'waits-longest':
        return this.who(measure.of, app, measure.event);
      case 'campaign':
        return this.campaign(measure);
      default:
        return 'stop' in measure ? this.atStop(measure, app) : this.figure(measure.of, app);
    }
  }

  private recorded(): RecordedRun {
    return this.input.runs.record(this.scenario);
  }

  private summary(): ReturnType<LessonRuns['measure']>['summary'] {
    return this.input.runs.measure(this.scenario).summary;
  }

  private appOf(app: number): ReturnType<LessonRuns['measure']>['summary']['apps'][number] {
    return this.summary().apps[app];
  }

  private figure(of: RunFigure, app: number): Value {
    if (of === 'unprotected') {
      const fine = { ...this.scenario, faults: [], faultRate: null };
      return unprotectedShare(measureExposure(this.input.runs.plan(fine), app)) * 100;
    }
    if (of === 'leader-rule') return this.leaderRule(app);
    const summary = this.summary();
    const res = summary.cores[this.scenario.apps[app].resCore];
    return FIGURES[of]({ summary, app: summary.apps[app], res });
  }

  private moment(place: Parameters<typeof instantOfEvent>[1]): Instant {
    const at = instantOfEvent(this.recorded().recording, place);
    if (at !== null) return at;
    throw new MeasureError(
      t('the run never comes to "{moment}" of event {event}', {
        moment: place.moment,
        event: place.event,
      }),
    );
  }

  private who(role: EventRole, app: number, event: number): number {
    const { recording } = this.recorded();
    const met = this.moment({ event, moment: 'met', app });
    if (role === 'leader') {
      this.moment({ event, moment: 'handled', app });
      return recording.rendezvous[app].leader[event];
    }
    const arrived = this.viewAt(met).apps[app].replicas.filter(({ arrival }) => arrival >= 0);
    const least = (by: (replica: ReplicaView) => number): number =>
      arrived.reduce((a, b) => (by(b) < by(a) ? b : a)).id;
    if (role === 'last') return least(({ arrival }) => -arrival);
    return least(role === 'first' ? ({ arrival }) => arrival : ({ arrivedAt }) => arrivedAt);
  }

  /** Looked at in events spread evenly over the run; being first or last says more than a number. */
  private leaderRule(app: number): Value {
    const { completedEvents } = this.appOf(app);
    const looks = Math.min(completedEvents, MOST_LOOKS);
    if (looks === 0) throw new MeasureError(t('the run completes no event'));
    const leads = (role: (event: number) => number): boolean => {
      for (let i = 0; i < looks; i++) {
        const event = Math.floor((i * completedEvents) / looks);
        if (this.who('leader', app, event) !== role(event)) return false;
      }
      return true;
    };
    if (leads((event) => this.who('first', app, event))) return 'first';
    if (leads((event) => this.who('last', app, event))) return 'last';
    return leads(() => 0) ? 'replica-0' : 'varies';
  }

  private viewAt(at: Instant): MachineView {
    const { plan, recording, seeker } = this.recorded();
    return viewMachine(plan, recording, seeker.machineAtStep(at.step), at.time);
  }

  private atStop(measure: Extract<OfScene, { of: StopFigure }>, app: number): Value {
    const { recording } = this.recorded();
    const at = stopIn(this.recorded(), measure.stop);
    if (measure.of === 'next-step' || measure.of === 'next-core') {
      if (at.step >= recording.events.length)
        throw new MeasureError(t('nothing follows this stop'));
      const next = eventAt(recording.events, at.step);
      return measure.of === 'next-step' ? next.kind : next.core;
    }
    const view = this.viewAt(at);
    const core = view.cores[measure.core ?? 0];
    const shown = view.apps[app];
    const replica = shown.replicas[measure.replica ?? 0];
    if (core === undefined || replica === undefined) {
      throw new MeasureError(t('the scene has no such core or replica'));
    }
    const values: Readonly<Record<Exclude<StopFigure, 'next-step' | 'next-core'>, Value>> = {
      'core-mode': core.mode,
      'core-activity': core.activity,
      'replica-part': replica.part,
      'messages-in-flight': view.messages.length,
      arrived: shown.arrived,
      'polled-slot': shown.polledSlot,
      event: shown.event,
    };
    return values[measure.of];
  }

  /** Percent of the runs of a campaign that end as asked. */
  private campaign({ runs, targets, outcomes }: Extract<OfScene, { of: 'campaign' }>): number {
    const { scenario } = this;
    const events = this.input.runs
      .plan({ ...scenario, faults: [], faultRate: null })
      .apps.reduce((sum, { program }) => sum + program.length, 0);
    if (events * runs > MAX_SCENE_EVENTS) {
      throw new MeasureError(
        t('{runs} runs of {events} events are too many for a lesson; make it {most} in all', {
          runs,
          events,
          most: MAX_SCENE_EVENTS,
        }),
      );
    }
    const spec = campaignOf(scenario, { runs, seed: scenario.seed, targets });
    const campaign = createCampaign(spec, this.input.profiles);
    if (!campaign.ok) {
      const [{ path, message }] = campaign.error;
      throw new MeasureError(t('the campaign cannot run: {path}: {message}', { path, message }));
    }
    const tally = createTally(spec);
    for (let block = 0; block < blockCount(spec); block++) {
      addBlock(tally, spec, campaign.value.runBlock(block));
    }
    const shares = outcomeShares(tally).filter(({ outcome }) => outcomes.includes(outcome));
    return shares.reduce((sum, { share }) => sum + share, 0) * 100;
  }
}
