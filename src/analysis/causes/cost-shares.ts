import type { CoreId, Cycles } from '../../base/units.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { CostName, Costs } from '../../kernel/costs.ts';
import type { MessageKind } from '../../kernel/events.ts';
import { planAt } from '../../kernel/phases.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { CostShare } from './chain.ts';
import type { RawLink } from './walk.ts';

/*
 * The kernel adds cost parameters up when work begins; here the sum is taken apart again. Each rule
 * says which parameters follow each other within one activity and how often; where the kernel adds
 * one only sometimes, it stands last, and the length of the work decides. The tests hold the rules
 * against the lengths of real runs, to the cycle.
 */

/** The parameters that [from, to) of `link` is made of. */
export function costSharesOf(
  plan: MachinePlan,
  link: RawLink,
  [from, to]: readonly [Cycles, Cycles],
): CostShare[] {
  const start = link.offset + (from - link.from);
  const end = link.offset + (to - link.from);
  const shares: CostShare[] = [];
  let before = 0;
  for (const { name, cycles } of pricedSequence(plan, link)) {
    const part = Math.min(before + cycles, end) - Math.max(before, start);
    before += cycles;
    if (part > 0) shares.push({ name, cycles: part });
  }
  return shares;
}

/**
 * The sequence at the costs in force when the work was ordered. That is when it began, unless its
 * thread had to queue for the core and the costs changed meanwhile: then the length tells.
 */
function pricedSequence(plan: MachinePlan, link: RawLink): readonly CostShare[] {
  const { begun } = link;
  const now = sequenceOf(planAt(plan, begun), link);
  if (plan.phases.length === 0 || isLength(now, link.total)) return now;
  const earlier = [0, ...plan.phases.map(({ from }) => from)].filter((from) => from <= begun);
  for (const from of earlier.toReversed()) {
    const then = sequenceOf(planAt(plan, from), link);
    if (isLength(then, link.total)) return then;
  }
  return now;
}

/** Do the first parts of `sequence` make `total`? */
function isLength(sequence: readonly CostShare[], total: Cycles): boolean {
  let sum = 0;
  return total === 0 || sequence.some(({ cycles }) => (sum += cycles) === total);
}

/** The whole work, flight or wait of `link`, parameter by parameter, in order. */
function sequenceOf(plan: MachinePlan, link: RawLink): readonly CostShare[] {
  switch (link.kind) {
    case 'flight':
      return link.event === 'post-visible' || link.event === 'release-visible'
        ? lineCost(plan, link.fromCore, link.core)
        : flightCost(plan, link.fromCore, link.core);
    case 'poll': {
      // A store is seen by the first poll after it has flown.
      const flight = link.event === 'release-seen' ? lineCost(plan, link.core, link.fromCore) : [];
      const flown = flight.reduce((sum, { cycles }) => sum + cycles, 0);
      return [...flight, { name: 'poll_period', cycles: Math.max(0, link.total - flown) }];
    }
    case 'slice':
      return [{ name: 'time_slice', cycles: link.total }];
    default:
      return workCost(plan, link);
  }
}

function isRemote({ coresPerSocket }: MachinePlan, a: CoreId, b: CoreId): boolean {
  return Math.floor(a / coresPerSocket) !== Math.floor(b / coresPerSocket);
}

function flightCost(plan: MachinePlan, from: CoreId, to: CoreId): CostShare[] {
  if (from === to) return [];
  const { ipi_latency, ipi_remote } = plan.costs;
  const near = { name: 'ipi_latency', cycles: ipi_latency } as const;
  return isRemote(plan, from, to) ? [near, { name: 'ipi_remote', cycles: ipi_remote }] : [near];
}

/** One line fetched from another core, `times` over. */
function lineCost(plan: MachinePlan, to: CoreId, from: CoreId, times = 1): CostShare[] {
  if (to === from) return [];
  const name = isRemote(plan, to, from) ? 'line_remote' : 'line_local';
  return [{ name, cycles: times * plan.costs[name] }];
}

/** A store to a slot that the other core holds: across sockets, one hop more. */
function storeCost(plan: MachinePlan, from: CoreId, to: CoreId): CostShare[] {
  const { store, line_local, line_remote } = plan.costs;
  const hop = isRemote(plan, from, to) ? line_remote - line_local : 0;
  return [
    { name: 'store', cycles: store + Math.min(0, hop) },
    { name: 'line_remote', cycles: Math.max(0, hop) },
  ];
}

interface Work {
  readonly plan: MachinePlan;
  readonly costs: Costs;
  readonly link: RawLink;
}

type Rule = (work: Work) => readonly CostShare[];

const once =
  (...names: readonly CostName[]): Rule =>
  ({ costs }) =>
    names.map((name) => ({ name, cycles: costs[name] }));

const group = ({ plan, link }: Work): number => plan.apps[link.app]?.cores.length ?? 1;
const homeOf = ({ plan, link }: Work): CoreId => plan.apps[link.app]?.cores[link.replica] ?? -1;
const methodOf = ({ plan, link }: Work) => plan.apps[link.app]?.signalling;

/** migration: the states' lines, as far as they come from further than the next core. */
function distance({ plan, costs }: Work, home: CoreId, resCore: CoreId): CostShare[] {
  const fetch = plan.lineFetch[resCore * plan.coreCount + home] ?? 0;
  const cycles = Math.round(costs.state_lines * Math.max(0, fetch - costs.line_local));
  return [{ name: 'line_remote', cycles }];
}

const coldShare = (costs: Costs, share: number): CostShare => ({
  name: 'cold_cache',
  cycles: Math.round(costs.cold_cache / share),
});

const resCoreOf = ({ plan, link }: Work): CoreId => plan.apps[link.app]?.resCore ?? -1;

const HANDLERS: Readonly<Record<MessageKind, readonly CostName[]>> = {
  MIGRATE: ['ipi_handler'],
  ANSWER: ['ipi_handler'],
  WAKE: ['ipi_handler', 'drq'],
  CALL: ['ipi_handler', 'drq', 'ipi_send'],
  HANDSHAKE: ['ipi_handler', 'drq', 'ipi_send'],
  NOTIFY: ['ipi_handler', 'drq', 'ipi_send'],
  POST: [],
  RELEASE: [],
};

/** Where an activity is not simply the sum of the costs that it lists. */
const RULES: Partial<Record<ActivityId, Rule>> = {
  interrupt: (work) => once(...HANDLERS[work.link.message ?? 'POST'], 'idle_wake')(work),
  nativeTrap: (work) =>
    once(work.link.total === work.costs.native_pf ? 'native_pf' : 'native_sys')(work),
  enterCold: (work) => [
    coldShare(work.costs, group(work)),
    ...distance(work, homeOf(work), resCoreOf(work)),
    ...once('mutex')(work),
  ],
  openWaitEntry: once('ipc_entry', 'ctx_switch'),
  gdtForReplica: once('gdt_set', 'ctx_switch'),
  post: (work) => storeCost(work.plan, work.link.core, resCoreOf(work)),
  release: (work) => storeCost(work.plan, work.link.core, homeOf(work)),
  warmUp: (work) => [coldShare(work.costs, 2)],
  checksum: (work) => [
    ...once('csum')(work),
    // Under migration the states are in the Res core's cache when they are summed.
    ...(methodOf(work) === 'migration'
      ? []
      : lineCost(work.plan, work.link.core, homeOf(work), work.costs.state_lines)),
  ],
  proxyCall: (work) => [
    ...once('observer_dispatch')(work),
    { name: 'utcb_copy', cycles: 4 * work.costs.utcb_copy },
    ...once('ipc_entry', 'server_time')(work),
  ],
  returnHome: (work) => [
    ...once('mig_dst')(work),
    coldShare(work.costs, 2),
    ...distance(work, work.link.core, resCoreOf(work)),
  ],
  recover: (work) => [
    ...once('put', 'get')(work),
    {
      name: 'memcpy_bw',
      cycles: Math.round(
        (work.plan.apps[work.link.app]?.writableBytes ?? 0) / work.costs.memcpy_bw,
      ),
    },
  ],
};

function workCost(plan: MachinePlan, link: RawLink): readonly CostShare[] {
  const work = { plan, costs: plan.costs, link };
  // A handler may begin a little after its interrupt: the core wakes up first.
  const activity =
    link.event === 'ipi-handled' && link.message !== null ? 'interrupt' : link.activity;
  const rule = RULES[activity] ?? once(...ACTIVITY[activity].costs);
  return rule(work);
}
