import { msg } from '../../../base/language.ts';
import type { CoreMode, Part, SignallingMethod } from '../../../base/vocabulary.ts';
import type { Highlight, PANELS, STAGES } from '../../../lessons/highlight.ts';
import type { Moment, StopSpec } from '../../../lessons/lesson.ts';
import type { Measure, ValueUnit } from '../../../lessons/measure.ts';

/** What is measured, as one asks for it. */
export const MEASURE_NAMES: Readonly<Record<Measure['of'], string>> = {
  overhead: msg('Overhead'),
  'run-time': msg('Cycles of the whole run'),
  'run-microseconds': msg('Microseconds of the whole run'),
  'native-time': msg('Cycles without replication'),
  events: msg('Events of the program'),
  'page-faults': msg('Page faults'),
  'system-calls': msg('System calls'),
  'completed-events': msg('Events that are completed'),
  'event-cost': msg('Cost of an event'),
  'event-distance': msg('Computing between two events'),
  'event-microseconds': msg('Microseconds of an event'),
  ipis: msg('Inter-processor interrupts'),
  'ipis-per-event': msg('Inter-processor interrupts per event'),
  messages: msg('Messages'),
  'messages-per-event': msg('Messages per event'),
  polls: msg('Polls of slots'),
  'polls-per-event': msg('Polls per event'),
  'kernel-steps': msg('Kernel steps'),
  'copied-kibibytes': msg('KiB copied for recovery'),
  'res-busy': msg('Share of time for which the Res core works'),
  'res-polling': msg('Share of time for which the Res core polls'),
  'polling-per-event': msg('Cycles of polling per event'),
  'busy-per-event': msg('Cycles of busy cores per event'),
  unprotected: msg('Share of the RCB’s work on NonRes cores'),
  'leader-rule': msg('Who leads'),
  outcome: msg('How the run ends'),
  stop: msg('Why the run stops'),
  'gave-away': msg('Does a wrong value get out?'),
  noticed: msg('Is the fault noticed?'),
  'detection-cycles': msg('Cycles until the fault is noticed'),
  'detection-events': msg('Events until the fault is noticed'),
  recoveries: msg('Recoveries'),
  'device-writes': msg('Writes to the device'),
  'device-writes-due': msg('Writes to the device that are due'),
  'writes-per-due': msg('Writes to the device for each that is due'),
  'wrong-inputs': msg('Wrong inputs from the device'),
  'empty-reads': msg('Reads that find nothing'),
  interrupts: msg('Interrupts of the device'),
  'interrupt-latency': msg('Cycles from interrupt to driver'),
  leader: msg('Which replica leads'),
  first: msg('Which replica arrives first'),
  last: msg('Which replica arrives last'),
  'waits-longest': msg('Which replica waits longest'),
  'next-step': msg('Which kernel step comes next'),
  'next-core': msg('On which core something happens next'),
  'core-mode': msg('What a core does'),
  'core-activity': msg('What a core works on'),
  'replica-part': msg('What a replica does'),
  'messages-in-flight': msg('Messages in flight'),
  arrived: msg('Replicas that have arrived'),
  'polled-slot': msg('Which slot is polled'),
  event: msg('Number of the event'),
  part: msg('Cycles of a part of an event'),
  mode: msg('Share of time of a core in a mode'),
  between: msg('Cycles between two moments of an event'),
  campaign: msg('Share of runs with a drawn fault that end so'),
  locks: msg('A figure of a lock puzzle'),
  published: msg('A published figure'),
  quotient: msg('One figure divided by another'),
  difference: msg('One figure less another'),
};

/** What a figure is counted in, beside a field; empty = nothing that needs saying. */
export const UNIT_NAMES: Readonly<Record<ValueUnit, string>> = {
  percent: '%',
  cycles: msg('cycles'),
  microseconds: 'µs',
  kibibytes: 'KiB',
  gigahertz: 'GHz',
  bytes: msg('bytes'),
  ratio: '',
  count: '',
  event: '',
  replica: '',
  core: '',
  year: '',
  word: '',
};

export const MOMENT_NAMES: Readonly<Record<Moment, string>> = {
  computing: msg('while all compute before it'),
  trapped: msg('at the first trap'),
  arrived: msg('when the first has arrived'),
  met: msg('when all have met'),
  compared: msg('when they are compared'),
  handled: msg('when it is handled'),
  completed: msg('when all go on'),
};

export const STOP_NAMES: Readonly<Record<StopSpec['kind'], string>> = {
  start: msg('at the start of the run'),
  end: msg('at the end of the run'),
  event: msg('in an event'),
  until: msg('where something first happens'),
  instant: msg('at an instant of the Lab'),
};

export const PART_NAMES: Readonly<Record<Part, string>> = {
  compute: msg('Computing'),
  trap: msg('Trap'),
  signalIn: msg('Signal in'),
  wait: msg('Wait'),
  queue: msg('Queue'),
  compare: msg('Compare'),
  handle: msg('Handle'),
  signalOut: msg('Signal out'),
  resume: msg('Resume'),
  recover: msg('Recover'),
  device: msg('Device'),
};

export const MODE_NAMES: Readonly<Record<CoreMode, string>> = {
  user: msg('user code'),
  kernel: msg('kernel code'),
  manager: msg('Romain'),
  polling: msg('polling'),
  halted: msg('halted'),
};

export const METHOD_NAMES: Readonly<Record<SignallingMethod, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('synchronous IPC'),
  polling: msg('shared memory polling'),
};

export const PANEL_NAMES: Readonly<Record<(typeof PANELS)[number], string>> = {
  machine: msg('Machine'),
  timeline: msg('Timeline'),
  overhead: msg('Overhead'),
  growth: msg('Growth of the overhead'),
  why: msg('Why?'),
  log: msg('Event log'),
  stack: msg('Software stack'),
  scenario: msg('Scenario'),
  transport: msg('Transport'),
  locks: msg('Lock puzzle'),
};

export const STAGE_NAMES: Readonly<Record<(typeof STAGES)[number], string>> = {
  slots: msg('Slots'),
  compare: msg('Compare'),
  'system-call-proxy': msg('System call proxy'),
  'memory-manager': msg('Memory manager'),
  device: msg('Device'),
  recovery: msg('Recovery'),
  resume: msg('Resume'),
};

export const HIGHLIGHT_GROUPS: Readonly<Record<Highlight['kind'], string>> = {
  panel: msg('Panels'),
  stage: msg('Parts of Romain'),
  core: msg('Cores'),
  replica: msg('Replicas'),
  slot: msg('Slots'),
  lane: msg('Lanes of the timeline'),
  span: msg('Kinds of time'),
  part: msg('Parts of an event'),
  message: msg('Messages'),
  bar: msg('Bars of the overhead'),
  term: msg('Terms that are explained'),
};
