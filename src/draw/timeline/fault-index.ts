import { t } from '../../base/language.ts';
import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import { FAULT_TARGETS } from '../../base/vocabulary.ts';
import { STOP_REASONS } from '../../kernel/faults/incidents.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { FaultPlan } from '../../kernel/faults/fault-plan.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { STALL_WORDS, STOP_WORDS } from '../words.ts';
import type { LaneLayout } from './lanes.ts';
import { mismatchesOf } from './mismatches.ts';
import type { Mismatch } from './mismatches.ts';
import type { TimeScale } from './scale.ts';

/** An injected fault, on the lane where it shows. */
export interface Flip {
  readonly time: Cycles;
  readonly core: CoreId;
  /** Row of `recording.incidents`. */
  readonly incident: number;
}

/** A stretch in which something holds; `to` is its end or that of the run. */
export interface Stretch {
  readonly from: Cycles;
  readonly to: Cycles;
  readonly app: AppId;
  readonly replica: ReplicaId;
}

/** Where an app or a core is over before its program is. */
export interface Ending {
  readonly time: Cycles;
  readonly cores: readonly CoreId[];
  /** The lane that carries the words. */
  readonly core: CoreId;
  readonly words: string;
  readonly incident: number;
}

/** What faults did in a run, ready to be looked up by window. Lists ascend in time. */
export interface FaultIndex {
  /** One list per core. */
  readonly flips: readonly (readonly Flip[])[];
  /** Per core, while its replica holds a wrong value; stretches of one core do not overlap. */
  readonly latent: readonly (readonly Stretch[])[];
  /** Per core, while its replica loops and does not trap. */
  readonly loops: readonly (readonly Stretch[])[];
  readonly mismatches: readonly Mismatch[];
  readonly endings: readonly Ending[];
  /** Rows of the messages that a fault hit. */
  readonly messages: readonly number[];
}

/** What faults are laid out from. */
export interface FaultContext {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly layout: LaneLayout;
  readonly scale: TimeScale;
  readonly faults: FaultIndex;
}

/** Makes the index in one pass over what the run recorded; without faults it is empty. */
export function indexFaults(plan: MachinePlan, recording: Recording): FaultIndex {
  const { incidents } = recording;
  if (incidents.length === 0) return emptyIndex(plan.coreCount);
  return {
    flips: flipsOf(plan, incidents),
    latent: latentOf(plan, recording),
    loops: loopsOf(plan, recording),
    mismatches: mismatchesOf(plan, recording),
    endings: endingsOf(plan, incidents),
    messages: messagesHit(recording),
  };
}

/** A run has a million messages, of which faults hit a few. */
function messagesHit({ messages: { fault, length } }: Recording): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (fault[row] !== 0) rows.push(row);
  return rows;
}

function emptyIndex(cores: number): FaultIndex {
  const none = perCore<never>(cores);
  return { flips: none, latent: none, loops: none, mismatches: [], endings: [], messages: [] };
}

function perCore<T>(cores: number): T[][] {
  return Array.from({ length: cores }, () => []);
}

function flipsOf(plan: MachinePlan, incidents: readonly Incident[]): Flip[][] {
  const planned = new Map(
    [...plan.faults.atCycle, ...plan.faults.atEvent].map((fault) => [fault.index, fault]),
  );
  const flips = perCore<Flip>(plan.coreCount);
  incidents.forEach(({ kind, time, app, replica, fault }, incident) => {
    if (kind !== 'injected') return;
    const core = coreOfFlip(plan, { app, replica, fault: planned.get(fault) });
    flips[core]?.push({ time, core, incident });
  });
  return flips;
}

function coreOfFlip(
  plan: MachinePlan,
  { app, replica, fault }: { app: AppId; replica: ReplicaId; fault: FaultPlan | undefined },
): CoreId {
  const { cores, resCore } = plan.apps[app];
  const home = cores[replica] ?? resCore;
  const target = FAULT_TARGETS[fault?.target ?? -1];
  if (target === 'romain') return resCore;
  const named = target === 'core' || target === 'kernel';
  return named && fault !== undefined && fault.core >= 0 ? fault.core : home;
}

/** Collects stretches that begin and end in order of time, one at a time per replica. */
class Stretches {
  readonly perCore: Stretch[][];
  private readonly open = new Map<CoreId, Cycles>();
  private readonly plan: MachinePlan;

  constructor(plan: MachinePlan) {
    this.plan = plan;
    this.perCore = perCore(plan.coreCount);
  }

  begin(app: AppId, replica: ReplicaId, time: Cycles): void {
    const core = this.plan.apps[app].cores[replica];
    if (!this.open.has(core)) this.open.set(core, time);
  }

  end(app: AppId, replica: ReplicaId, to: Cycles): void {
    const core = this.plan.apps[app].cores[replica];
    const from = this.open.get(core);
    if (from === undefined) return;
    this.open.delete(core);
    if (to > from) this.perCore[core]?.push({ from, to, app, replica });
  }

  /** Ends what is still open where its app, or else the run, ends. */
  finish({ summary }: Recording): Stretch[][] {
    for (const { id, cores } of this.plan.apps) {
      const end = summary.apps[id]?.totalCycles ?? summary.totalCycles;
      cores.forEach((_, replica) => this.end(id, replica, end));
    }
    return this.perCore;
  }
}

function latentOf(plan: MachinePlan, recording: Recording): Stretch[][] {
  const stretches = new Stretches(plan);
  for (const { time, app, replica, count } of recording.divergence) {
    if (count === 0) stretches.end(app, replica, time);
    else stretches.begin(app, replica, time);
  }
  return stretches.finish(recording);
}

function loopsOf(plan: MachinePlan, recording: Recording): Stretch[][] {
  const stretches = new Stretches(plan);
  for (const { kind, time, app, replica } of recording.incidents) {
    if (kind === 'hung') stretches.begin(app, replica, time);
    if (kind === 'watchdog') stretches.end(app, replica, time);
  }
  return stretches.finish(recording);
}

function endingsOf(plan: MachinePlan, incidents: readonly Incident[]): Ending[] {
  const endings: Ending[] = [];
  incidents.forEach((one, incident) => {
    const { kind, time } = one;
    if (kind === 'core-stopped') {
      const words = t('C{core} has stopped for good', { core: one.at });
      endings.push({ time, cores: [one.at], core: one.at, words, incident });
    }
    if (kind !== 'stopped' && kind !== 'stalled') return;
    const { cores, resCore, signalling, redundancy, name } = plan.apps[one.app];
    const alone = signalling === 'local' || redundancy === 'native';
    const reason = STOP_REASONS[one.other] ?? 'none';
    const words = t(kind === 'stalled' ? STALL_WORDS : STOP_WORDS[reason]);
    const own = alone ? cores : [resCore, ...cores];
    endings.push({
      time,
      cores: kind === 'stopped' && HALTS_ALL.has(reason) ? [...own, ...unusedCores(plan)] : own,
      core: alone ? cores[0] : resCore,
      words: plan.apps.length > 1 ? `${name}: ${words}` : words,
      incident,
    });
  });
  // Who halted the machine speaks before those that it took along.
  const taken = ({ incident }: Ending): number =>
    incidents[incident].other === MACHINE_HALTED ? 1 : 0;
  return endings.toSorted((a, b) => a.time - b.time || taken(a) - taken(b));
}

/** Why not only an app but the whole machine stops. */
const HALTS_ALL: ReadonlySet<string> = new Set(['debugger', 'rcb']);

/** Cores on which no app has anything, so that none of their endings is theirs. */
function unusedCores({ apps, coreCount }: MachinePlan): CoreId[] {
  const used = new Set(apps.flatMap(({ cores, resCore }) => [resCore, ...cores]));
  return Array.from({ length: coreCount }, (_, core) => core).filter((core) => !used.has(core));
}

const MACHINE_HALTED = STOP_REASONS.indexOf('machine-halted');
