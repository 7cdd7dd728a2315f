import type { CallArguments } from './call-arguments.ts';
import type { CallRole } from './call-roles.ts';
import type { Descriptor } from './descriptors.ts';
import { createDescriptor, PAGE, touchPages } from './descriptors.ts';
import type { Process, Recorder } from './recorder.ts';
import { noteTimes } from './recorder.ts';
import type { TrapClass, TrapRow } from './rows.ts';
import { ROW_FLAGS, trapClassIndex } from './rows.ts';

/** Bytes of a stat buffer on x86-64. */
const STAT_BYTES = 144;

/** A whole call; times in nanoseconds, NaN where unknown. */
export interface WholeCall {
  readonly name: number;
  readonly args: CallArguments;
  readonly result: number;
  readonly failed: boolean;
  readonly start: number;
  readonly end: number;
}

const row: TrapRow = { gap: 0, flags: 0, name: 0, what: 0, bytesIn: 0, bytesOut: 0, pages: 0 };

/**
 * Enters a whole call of `process`: keeps its descriptors and heap up to date and records the trap.
 * The `execve` by which the process begins is its start, not a trap of it.
 */
export function enterCall(recorder: Recorder, process: Process, call: WholeCall): void {
  const role = recorder.roles[call.name];
  const { start, end } = call;
  process.calls += 1;
  if (role === 'exec' && process.traps === 0 && !call.failed) {
    noteTimes(process, { start, end, waits: true });
    return;
  }
  row.gap = Number.NaN;
  row.flags = 0;
  row.name = call.name;
  row.bytesIn = 0;
  row.bytesOut = 0;
  row.pages = 0;
  const what = classify(recorder, process, call);
  row.what = trapClassIndex(what);
  const waits = recorder.waits[call.name] === 1 || (isTransfer(role) && what === 'server');
  recorder.trap(process, row, { start, end, waits });
}

function isTransfer(role: CallRole): boolean {
  return role === 'read' || role === 'write' || role === 'receive' || role === 'send';
}

/** What the call does; sets bytes, pages and flags of the row. */
function classify(recorder: Recorder, process: Process, call: WholeCall): TrapClass {
  const { args, result, failed } = call;
  const role = recorder.roles[call.name];
  switch (role) {
    case 'read':
    case 'pread':
    case 'receive':
      row.bytesIn = Math.max(0, result) || 0;
      return readFrom(process, call, role === 'pread');
    case 'write':
    case 'pwrite':
    case 'send':
      row.bytesOut = Math.max(0, result) || 0;
      return writeTo(process, call, role === 'pwrite');
    case 'open':
    case 'openat':
    case 'create':
      row.bytesOut = args.pathBytes;
      if (failed) return 'lookup';
      process.files.set(result, createDescriptor(args.device ? 'other' : 'file'));
      return 'open';
    case 'path':
    case 'path-at':
      row.bytesOut = args.pathBytes;
      return 'lookup';
    case 'stat':
    case 'stat-at':
      row.bytesOut = args.pathBytes;
      row.bytesIn = failed ? 0 : STAT_BYTES;
      return args.pathBytes > 1 ? 'lookup' : 'local';
    case 'break':
      return growHeap(process, result);
    case 'map':
      return failed ? 'local' : args.marked ? 'memory' : 'map';
    case 'close':
    case 'dup':
    case 'dup-to':
    case 'seek':
      if (!failed) changeDescriptor(process, role, call);
      return 'local';
    case 'fork':
      if (result > 0) inherit(recorder, process, call);
      return 'server';
    case 'exit':
      return 'exit';
    case 'local':
      return 'local';
    case 'exec':
    case 'server':
      return 'server';
    default:
      return role satisfies never;
  }
}

function descriptorOf(process: Process, { fd, leadsTo }: CallArguments): Descriptor | undefined {
  const known = process.files.get(fd);
  const file = leadsTo === 'file';
  if (known !== undefined && (!file || known.kind === 'file')) return known;
  if (!file) return undefined;
  const found = createDescriptor('file');
  process.files.set(fd, found);
  return found;
}

function readFrom(process: Process, { args, result }: WholeCall, placed: boolean): TrapClass {
  const descriptor = descriptorOf(process, args);
  if (descriptor?.kind !== 'file') return 'server';
  const length = Math.max(0, result) || 0;
  row.pages = touch(descriptor, length, placed ? args.last : Number.NaN);
  if (!descriptor.read) row.flags |= ROW_FLAGS.firstRead;
  descriptor.read = true;
  return 'file-read';
}

function writeTo(process: Process, { args, result }: WholeCall, placed: boolean): TrapClass {
  const descriptor = descriptorOf(process, args);
  if (descriptor === undefined || descriptor.kind === 'other') return 'server';
  if (descriptor.kind === 'console') return 'console-write';
  row.pages = touch(descriptor, Math.max(0, result) || 0, placed ? args.last : Number.NaN);
  return 'file-write';
}

function touch(descriptor: Descriptor, length: number, place: number): number {
  const offset = place >= 0 ? place : descriptor.offset;
  if (!(place >= 0)) descriptor.offset += length;
  return touchPages(descriptor, offset, length);
}

function changeDescriptor(
  { files }: Process,
  role: 'close' | 'dup' | 'dup-to' | 'seek',
  { args, result }: WholeCall,
): void {
  if (role === 'close') {
    files.remove(args.fd);
    return;
  }
  const descriptor = files.get(args.fd);
  if (role === 'seek') {
    if (descriptor !== undefined && result >= 0) descriptor.offset = result;
  } else if (descriptor !== undefined && result >= 0) files.set(result, descriptor);
}

function growHeap(process: Process, result: number): TrapClass {
  const before = process.heapEnd;
  process.heapEnd = result;
  if (!(result > before)) return 'local';
  row.pages = Math.ceil((result - before) / PAGE);
  return 'memory';
}

/** A child that has printed already keeps what it has of its own. */
function inherit(recorder: Recorder, process: Process, { args, result }: WholeCall): void {
  const child = recorder.process(result);
  if (child.calls === 0 || args.marked) child.files = process.files.inherit(args.marked);
}
