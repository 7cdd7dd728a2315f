import { msg, t } from '../base/language.ts';
import type { CoreMode } from '../base/vocabulary.ts';
import type { CostName } from './costs.ts';

/** How a stretch of a core's time looks, the same in tile, lane, bar and words. */
export const SPAN_STYLES = [
  'halted',
  'blocked',
  'user',
  'kernel',
  'resume',
  'signalIn',
  'signalOut',
  'polling',
  'compare',
  'handle',
  'recover',
] as const;
export type SpanStyle = (typeof SPAN_STYLES)[number];

/** The styles as people say them, to name a sum or a slice of such time; messages. */
export const STYLE_WORDS: Readonly<Record<SpanStyle, string>> = {
  halted: msg('halted'),
  blocked: msg('blocked'),
  user: msg('user'),
  kernel: msg('kernel'),
  resume: msg('resume'),
  signalIn: msg('signal in'),
  signalOut: msg('signal out'),
  polling: msg('polling'),
  compare: msg('compare'),
  handle: msg('handle'),
  recover: msg('recover'),
};

export interface ActivityInfo {
  readonly mode: CoreMode;
  readonly style: SpanStyle;
  /** What the core does, present tense, to follow the name of its occupant; `activityWords` says it. */
  readonly label: string;
  /** The cost parameters whose sum is this stretch's length (distance and payload apart). */
  readonly costs: readonly CostName[];
}

const activity = (
  mode: CoreMode,
  style: SpanStyle,
  label: string,
  ...costs: readonly CostName[]
): ActivityInfo => ({ mode, style, label, costs });

/**
 * Everything a core can be busy with. A span is a stretch with one activity; its index in
 * `ACTIVITIES` is what the trace stores (append only).
 */
export const ACTIVITY = {
  halted: activity('halted', 'halted', msg('halted')),
  openWait: activity('halted', 'halted', msg('in open wait')),
  sleeping: activity('halted', 'halted', msg('sleeps at the barrier')),
  away: activity('halted', 'halted', msg('away on the Res core')),
  blocked: activity('halted', 'blocked', msg('blocked for an answer')),
  calling: activity('halted', 'blocked', msg('blocked in its CALL')),
  user: activity('user', 'user', msg('computes')),
  trap: activity('kernel', 'kernel', 'traps', 'trap_entry'),
  interrupt: activity(
    'kernel',
    'kernel',
    msg('handles an IPI'),
    'idle_wake',
    'ipi_handler',
    'drq',
    'ipi_send',
  ),
  nativeTrap: activity(
    'kernel',
    'kernel',
    msg('has its trap served natively'),
    'native_pf',
    'native_sys',
  ),
  gdtUpdate: activity('kernel', 'resume', msg('updates the GDT'), 'gdt_set'),
  resume: activity('kernel', 'resume', msg('resumes'), 'vcpu_resume'),
  enterBarrier: activity('kernel', 'signalIn', msg('enters the barrier'), 'mutex'),
  migrateIn: activity('kernel', 'signalIn', msg('leaves for the Res core'), 'mig_src', 'ipi_send'),
  switchIn: activity(
    'kernel',
    'signalIn',
    msg('is switched in on the Res core'),
    'mig_dst',
    'ctx_switch',
  ),
  enterCold: activity(
    'kernel',
    'signalIn',
    msg('enters the barrier with a cold cache'),
    'cold_cache',
    'mutex',
  ),
  buildCall: activity('kernel', 'signalIn', msg('builds its CALL'), 'ipc_entry'),
  sendCall: activity('kernel', 'signalIn', msg('sends its CALL'), 'drq', 'ipi_send'),
  takeCall: activity('kernel', 'signalIn', msg('takes a CALL'), 'ctx_switch'),
  openWaitEntry: activity('kernel', 'kernel', msg('enters the open wait'), 'ipc_entry'),
  handshake: activity('kernel', 'signalIn', msg('fetches a queued CALL'), 'ipi_send'),
  post: activity('kernel', 'signalIn', msg('posts its slot'), 'store'),
  poll: activity('polling', 'polling', 'polls', 'poll_period'),
  warmUp: activity('manager', 'compare', msg('refetches the states'), 'cold_cache'),
  checksum: activity('manager', 'compare', msg('sums registers'), 'csum', 'state_lines'),
  mapPage: activity('manager', 'handle', msg('maps a page'), 'observer_dispatch', 'pf_handle'),
  proxyCall: activity(
    'manager',
    'handle',
    msg('proxies the call'),
    'observer_dispatch',
    'utcb_copy',
    'ipc_entry',
    'server_time',
  ),
  observe: activity('manager', 'handle', msg('runs the observers'), 'observer_dispatch'),
  acknowledge: activity(
    'manager',
    'handle',
    msg('acknowledges the interrupt'),
    'observer_dispatch',
    'irq_trigger',
  ),
  put: activity('manager', 'handle', msg('stores its state'), 'put'),
  get: activity('manager', 'handle', msg('takes over the state'), 'get'),
  wakeEnter: activity('kernel', 'handle', msg('wakes a sleeper'), 'irq_trigger', 'ipi_send'),
  reenter: activity('kernel', 'handle', msg('wakes into the barrier'), 'ctx_switch', 'mutex'),
  wakeLeave: activity(
    'kernel',
    'signalOut',
    msg('wakes a sleeper to leave'),
    'irq_trigger',
    'ipi_send',
  ),
  leave: activity('kernel', 'signalOut', msg('leaves the barrier'), 'ctx_switch', 'mutex'),
  gdtForReplica: activity('kernel', 'signalOut', msg('updates the GDT for a replica'), 'gdt_set'),
  migrateOut: activity(
    'kernel',
    'signalOut',
    msg('leaves for its home core'),
    'mig_src',
    'ipi_send',
  ),
  returnHome: activity(
    'kernel',
    'signalOut',
    msg('is switched in at home'),
    'mig_dst',
    'cold_cache',
  ),
  sendNotify: activity('kernel', 'signalOut', msg('sends NOTIFY'), 'ipc_entry', 'ipi_send'),
  wakeUp: activity('kernel', 'signalOut', msg('is switched in'), 'ctx_switch'),
  release: activity('kernel', 'signalOut', msg('releases a slot'), 'store'),
  recover: activity('manager', 'recover', msg('copies a state'), 'put', 'get', 'memcpy_bw'),
  loop: activity('user', 'user', msg('loops for ever')),
  dead: activity('halted', 'halted', msg('has stopped for good')),
  awaitInterrupt: activity('halted', 'halted', msg('waits for its device')),
  takeInterrupt: activity(
    'manager',
    'handle',
    msg('takes a device interrupt'),
    'ipi_handler',
    'observer_dispatch',
    'irq_trigger',
    'idle_wake',
  ),
  accessDevice: activity(
    'manager',
    'handle',
    msg('accesses a register for all'),
    'observer_dispatch',
    'mmio_emulate',
    'mmio',
  ),
  switchTo: activity('kernel', 'kernel', msg('is switched to on its core'), 'core_switch'),
} as const satisfies Record<string, ActivityInfo>;

/** Name of an activity. */
export type ActivityId = keyof typeof ACTIVITY;

/** Names in index order. */
export const ACTIVITY_IDS = Object.keys(ACTIVITY) as readonly ActivityId[];

/** The table in index order. */
export const ACTIVITIES: readonly ActivityInfo[] = ACTIVITY_IDS.map((id) => ACTIVITY[id]);

/** Activity name to index. */
export const ACTIVITY_INDEX = Object.fromEntries(
  ACTIVITY_IDS.map((id, index) => [id, index]),
) as Readonly<Record<ActivityId, number>>;

/** What a core does by an activity, to follow the name of its occupant. */
export function activityWords({ label }: Pick<ActivityInfo, 'label'>): string {
  // There are nouns that look the same.
  if (label === 'traps') return t('traps', {}, 'verb');
  return label === 'polls' ? t('polls', {}, 'verb') : t(label);
}
