import { msg } from '../../base/language.ts';
import type { SourceMark } from '../costs.ts';
import { FLOW_NAMES } from './flow-names.ts';
import type { Flow, FlowName } from './flow-names.ts';

export { FLOW_NAMES } from './flow-names.ts';
export type { Flow, FlowName } from './flow-names.ts';

/**
 * Where a wrong value goes: every probability of the fault model, per replica and stretch of user
 * code between two traps unless the title says otherwise.
 *
 * A wrong value sits in a place of one of the classes data (ax bx cx dx si di), pointer (bp sp), ip,
 * flags, utcb, page. Until the replica's next trap it has one fate; what the parameters of a class
 * leave to 1 is that it stays where it is. No injection experiment with Romain was ever published in
 * numbers, so nearly all are inferred; each row says on what it rests, and users can change it.
 */

export interface FlowParameter {
  /** One sentence part that names what the probability is of; like the basis a message. */
  readonly title: string;
  /** 0..1. */
  readonly value: number;
  /** Plausible range, inclusive; values outside are allowed but marked. */
  readonly range: readonly [number, number];
  readonly basis: string;
  readonly source: SourceMark;
}

const inferred = (
  title: string,
  value: number,
  range: readonly [number, number],
  basis: string,
): FlowParameter => ({ title, value, range, basis, source: 'inferred' });

const MASKING = msg(
  'between 30 % (Arlat 2002, injections that change nothing) and 85 % (Saggese 2005)',
);
const SMALL = msg(
  'few values are live at any instant; rest of the class after masking and crashes',
);
const POINTERS = msg('used by nearly every instruction; a wrong address is seldom mapped');
const RARE = msg('loop bounds and lock words are few among live values');

/** The table: name to value, plausible range, basis and source mark. */
export const FLOW_PARAMETERS = {
  data_dies: inferred(msg('wrong data register is overwritten unread'), 0.6, [0.3, 0.85], MASKING),
  data_spreads: inferred(msg('its value goes on to another register'), 0.08, [0.02, 0.2], SMALL),
  data_stores: inferred(msg('its value is stored to memory'), 0.1, [0.02, 0.25], SMALL),
  data_argument: inferred(
    msg('its value is an argument of the next call'),
    0.05,
    [0.01, 0.15],
    SMALL,
  ),
  data_trap: inferred(msg('a wrong branch leads to another trap'), 0.02, [0, 0.1], RARE),
  data_crash: inferred(msg('it is used as an address and faults'), 0.06, [0.02, 0.3], POINTERS),
  data_hang: inferred(msg('the program loops for ever'), 0.005, [0, 0.05], RARE),
  pointer_dies: inferred(msg('wrong bp or sp is overwritten unread'), 0.1, [0.02, 0.3], POINTERS),
  pointer_spreads: inferred(msg('a wrong value is loaded through it'), 0.08, [0.02, 0.2], POINTERS),
  pointer_stores: inferred(msg('a value is stored through it'), 0.07, [0.02, 0.2], POINTERS),
  pointer_trap: inferred(msg('the program returns to other code'), 0.05, [0.01, 0.2], POINTERS),
  pointer_crash: inferred(msg('an access through it faults'), 0.6, [0.3, 0.9], POINTERS),
  pointer_hang: inferred(msg('the program returns into a loop'), 0.02, [0, 0.1], POINTERS),
  ip_dies: inferred(
    msg('wrong ip reaches the same state'),
    0.1,
    [0, 0.4],
    msg('up to 40 % of forced wrong branches change no result (Wang 2003)'),
  ),
  ip_spreads: inferred(msg('instructions are left out or added'), 0.1, [0.02, 0.3], POINTERS),
  ip_trap: inferred(msg('wrong code raises another trap'), 0.15, [0.05, 0.3], POINTERS),
  ip_crash: inferred(msg('wrong code faults'), 0.6, [0.3, 0.9], POINTERS),
  ip_hang: inferred(msg('wrong code loops for ever'), 0.02, [0, 0.1], POINTERS),
  flags_dies: inferred(
    msg('wrong flag is set anew before a branch reads it'),
    0.9,
    [0.7, 0.98],
    msg('nearly every arithmetic instruction writes the flags'),
  ),
  flags_spreads: inferred(
    msg('a wrong branch changes a register'),
    0.04,
    [0.01, 0.15],
    msg('up to 40 % of forced wrong branches change no result (Wang 2003)'),
  ),
  flags_stores: inferred(msg('a wrong branch changes memory'), 0.02, [0, 0.1], SMALL),
  flags_trap: inferred(msg('a wrong branch leads to another trap'), 0.01, [0, 0.05], RARE),
  flags_crash: inferred(msg('a wrong branch leads to a fault'), 0.01, [0, 0.05], RARE),
  flags_hang: inferred(msg('a wrong branch never ends'), 0.005, [0, 0.05], RARE),
  utcb_dies: inferred(
    msg('wrong UTCB word is overwritten'),
    0.5,
    [0.2, 0.8],
    msg('every call writes its message registers anew; between calls the UTCB is left alone'),
  ),
  page_dies: inferred(
    msg('wrong memory is overwritten unread'),
    0.03,
    [0.005, 0.2],
    msg('one page of many; buffers are reused, code and tables are not'),
  ),
  page_spreads: inferred(msg('it is read into a register'), 0.04, [0.005, 0.2], SMALL),
  page_stores: inferred(msg('it is copied to another page'), 0.01, [0, 0.1], SMALL),
  page_argument: inferred(msg('it is handed to the next call'), 0.01, [0.001, 0.1], SMALL),
  page_trap: inferred(
    msg('it decides a branch that leads to another trap'),
    0.002,
    [0, 0.02],
    RARE,
  ),
  page_crash: inferred(msg('it is used as an address and faults'), 0.004, [0, 0.05], RARE),
  page_hang: inferred(msg('it decides a loop that never ends'), 0.0005, [0, 0.01], RARE),
  instr_dies: inferred(
    msg('a flipped instruction has the same effect (per fault)'),
    0.3,
    [0.1, 0.5],
    msg('about 30 % of injections change nothing (Arlat 2002)'),
  ),
  instr_stores: inferred(msg('it stores a wrong value (per fault)'), 0.12, [0.05, 0.3], SMALL),
  instr_trap: inferred(msg('it raises another trap (per fault)'), 0.03, [0, 0.1], RARE),
  instr_crash: inferred(
    msg('it faults (per fault)'),
    0.2,
    [0.05, 0.5],
    msg('undefined encodings, wrong addresses'),
  ),
  instr_hang: inferred(msg('it starts an endless loop (per fault)'), 0.005, [0, 0.05], RARE),
  rat_register: {
    title: msg('a renaming fault reads another register, else a random value (per fault)'),
    value: 0.1,
    range: [0, 1],
    basis: msg('the injector of the 2012 source: 10 % another register, 90 % a random value'),
    source: msg('source code'),
  },
  kernel_dies: inferred(
    msg('a flip in kernel state changes nothing (per fault)'),
    0.3,
    [0.2, 0.5],
    msg('about 30 % of injections change nothing (Arlat 2002, microkernels)'),
  ),
  kernel_state: inferred(
    msg("it changes the saved registers of the core's replica (per fault)"),
    0.25,
    [0.1, 0.5],
    msg('the trap path holds little else than the state that it saves'),
  ),
  kernel_wild: inferred(
    msg('it makes the kernel write into foreign memory (per fault)'),
    0.15,
    [0.05, 0.65],
    msg('65 % of permanent faults corrupt OS state before the crash (Li 2008): upper end'),
  ),
  romain_dies: inferred(
    msg('a flip in Romain changes nothing (per fault)'),
    0.3,
    [0.2, 0.85],
    msg('about 30 % of injections change nothing (Arlat 2002)'),
  ),
  romain_crash: inferred(
    msg('it makes Romain fault (per fault)'),
    0.4,
    [0.2, 0.7],
    msg(
      'errors in kernels and servers mostly end in exceptions (Li 2008); the rest computes wrongly',
    ),
  ),
  wild_unmapped: inferred(
    msg('a corrupted pointer in a message or slot is not mapped (per fault)'),
    0.9,
    [0.5, 0.99],
    msg("a few megabytes of Romain's 32-bit address space are mapped"),
  ),
} as const satisfies Readonly<Record<FlowName, FlowParameter>>;

/** Names that must sum to at most 1: the fates of one class, the rest being that the value stays or flows on as a register. */
export const FLOW_CLASSES = [
  'data',
  'pointer',
  'ip',
  'flags',
  'utcb',
  'page',
  'instr',
  'kernel',
  'romain',
] as const;

/** The names of the probabilities of a class. */
export function flowNamesOf(flowClass: (typeof FLOW_CLASSES)[number]): FlowName[] {
  return FLOW_NAMES.filter((name) => name.startsWith(`${flowClass}_`));
}

/** The table's defaults, changed by `overrides`. */
export function resolveFlow(overrides: Partial<Flow> = {}): Flow {
  const values = {} as Record<FlowName, number>;
  for (const name of FLOW_NAMES) values[name] = FLOW_PARAMETERS[name].value;
  return { ...values, ...overrides };
}
