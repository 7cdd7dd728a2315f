import { assertUnreachable } from '../../base/assert.ts';
import { msg } from '../../base/language.ts';
import type { ProfileTrap } from '../profile.ts';
import { PAGE } from './descriptors.ts';
import type { TrapRow } from './rows.ts';
import { ROW_FLAGS, TRAP_CLASSES } from './rows.ts';

/** How traps of Linux become traps of L4; the names are variants of profiles. */
export const MAPPING_RULES = ['linux', 'l4re-4k', 'l4re-ipc256'] as const;

export type MappingRule = (typeof MAPPING_RULES)[number];

/** What a rule does, what it rests on and where it ends, for people, as messages. */
export const RULE_TEXTS: Readonly<
  Record<MappingRule, { readonly title: string; readonly basis: string; readonly limits: string }>
> = {
  linux: {
    title: msg(
      'traps as seen: every system call and page fault of the log is one trap, in the same order',
    ),
    basis: msg('the log itself'),
    limits: msg(
      'a log without page faults (strace) has none; on L4Re many of these calls would be answered inside the program',
    ),
  },
  'l4re-4k': {
    title: msg(
      'L4Re, pages of 4 KiB: reading a file costs one page fault per page touched first; open = ns.query + ds.info, first read = rm.attach, more heap or anonymous memory = factory.create_ds + rm.attach, standard output = one log.write per 240 bytes, output file = page faults in a tmpfs; calls that need another party = one IPC; the rest is answered inside the program',
    ),
    basis: msg(
      'L4Re attaches the whole file on the first read and copies (l4re_vfs, ro_file_impl.h); the same rule as the shipped l4re-4k profiles',
    ),
    limits: msg(
      'page faults of program text, data, heap and stack are in the log of perf trace -F all, not in that of strace; copying takes 8 bytes a cycle by assumption; start-up of L4Re is not included',
    ),
  },
  'l4re-ipc256': {
    title: msg(
      'L4Re, what if: every 256 bytes of a file are fetched from a file server by one IPC; everything else as in l4re-4k',
    ),
    basis: msg(
      'the buffer of standard input and output in the uClibc of L4Re has 256 bytes; the same rule as the shipped l4re-ipc256 profiles',
    ),
    limits: msg(
      'the computing behind a read is spread evenly over its pieces, as of a program that works while it reads; page faults as in l4re-4k',
    ),
  },
};

/** Takes one trap of a profile with the cycles of computing before it. */
export type TrapTaker = (
  cycles: number,
  kind: ProfileTrap['kind'],
  name: string,
  bytes: { readonly bytesIn: number; readonly bytesOut: number },
) => void;

/** Turns rows into traps of a profile, in order. */
export interface RuleMapper {
  /** One row with the cycles of computing before it; `name` is that of its call. */
  row(row: TrapRow, cycles: number, name: string): void;
  /** Cycles behind the last trap, which no trap of this rule follows. */
  readonly left: () => number;
}

/** Payload of one request of the shipped `l4re-ipc256` profiles. */
const REQUEST_BYTES = 16;
const IPC_BUFFER = 256;
const LOG_BUFFER = 240;
/** Cycles in which a program copies a page: 8 bytes a cycle, an assumption. */
const COPY_CYCLES = PAGE / 8;
const NOTHING = { bytesIn: 0, bytesOut: 0 };

/** A mapper for `rule` that hands traps to `take`. */
export function createMapper(rule: MappingRule, take: TrapTaker): RuleMapper {
  switch (rule) {
    case 'linux':
      return linuxMapper(take);
    case 'l4re-4k':
    case 'l4re-ipc256':
      return l4Mapper(rule, take);
    default:
      return assertUnreachable(rule);
  }
}

function linuxMapper(take: TrapTaker): RuleMapper {
  return {
    row(row, cycles, name) {
      const what = TRAP_CLASSES[row.what];
      const kind = what === 'fault' ? 'pagefault' : what === 'ipc' ? 'ipc' : 'syscall';
      take(cycles, kind, name, { bytesIn: row.bytesIn, bytesOut: row.bytesOut });
    },
    left: () => 0,
  };
}

interface L4State {
  readonly rule: 'l4re-4k' | 'l4re-ipc256';
  readonly take: TrapTaker;
  /** Computing whose trap this rule leaves out: it goes before the next one. */
  carried: number;
  /** Pieces of the last read that are still to be fetched, and their bytes. */
  pieces: number;
  pieceBytes: number;
}

function l4Mapper(rule: L4State['rule'], take: TrapTaker): RuleMapper {
  const state: L4State = { rule, take, carried: 0, pieces: 0, pieceBytes: 0 };
  return {
    row(row, cycles, name) {
      state.carried += fetchRest(state, cycles);
      l4Trap(state, row, name);
    },
    left: () => state.carried,
  };
}

function l4Trap(state: L4State, row: TrapRow, name: string): void {
  const what = TRAP_CLASSES[row.what];
  const { bytesIn, bytesOut } = row;
  switch (what) {
    case 'file-read':
      readFile(state, row);
      return;
    case 'file-write':
      faults(state, row.pages, 'tmpfs');
      return;
    case 'console-write':
      writeLog(state, bytesOut);
      return;
    case 'open':
      ipc(state, 'ns.query', { bytesIn: 0, bytesOut });
      ipc(state, 'ds.info');
      return;
    case 'lookup':
      ipc(state, 'ns.query', { bytesIn: 0, bytesOut });
      return;
    case 'memory':
      ipc(state, 'factory.create_ds');
      ipc(state, 'rm.attach');
      return;
    case 'map':
      ipc(state, 'rm.attach');
      return;
    case 'fault':
      faults(state, 1, name);
      return;
    case 'ipc':
      ipc(state, name, { bytesIn, bytesOut });
      return;
    case 'server':
      ipc(state, `server.${name}`, { bytesIn, bytesOut });
      return;
    case 'exit':
      ipc(state, 'parent.signal', { bytesIn: 0, bytesOut: 8 });
      return;
    case 'local':
      return;
    default:
      assertUnreachable(what);
  }
}

function ipc(state: L4State, name: string, bytes = NOTHING): void {
  state.take(state.carried, 'ipc', name, bytes);
  state.carried = 0;
}

/** Between two pages of one read or write lies the copying of one. */
function faults(state: L4State, count: number, name: string): void {
  for (let i = 0; i < count; i++) {
    state.take(i === 0 ? state.carried : COPY_CYCLES, 'pagefault', name, NOTHING);
    state.carried = 0;
  }
}

function readFile(state: L4State, row: TrapRow): void {
  if (state.rule === 'l4re-ipc256') {
    state.pieces = Math.max(0, Math.ceil(row.bytesIn / IPC_BUFFER) - 1);
    state.pieceBytes = row.bytesIn;
    if (row.bytesIn > 0) fetchPiece(state);
    return;
  }
  if ((row.flags & ROW_FLAGS.firstRead) !== 0) ipc(state, 'rm.attach');
  faults(state, row.pages, 'file');
}

function fetchPiece(state: L4State): void {
  const bytesIn = Math.min(IPC_BUFFER, state.pieceBytes);
  state.pieceBytes -= bytesIn;
  ipc(state, 'file.read', { bytesIn, bytesOut: REQUEST_BYTES });
}

/** Fetches the rest of the last read; gives the part of the computing behind it that is left. */
function fetchRest(state: L4State, cycles: number): number {
  const share = cycles / (state.pieces + 1);
  for (; state.pieces > 0; state.pieces--) {
    state.carried += share;
    fetchPiece(state);
  }
  return share;
}

function writeLog(state: L4State, bytes: number): void {
  for (let left = bytes; left > 0; left -= LOG_BUFFER) {
    ipc(state, 'log.write', { bytesIn: 0, bytesOut: Math.min(left, LOG_BUFFER) });
  }
}
