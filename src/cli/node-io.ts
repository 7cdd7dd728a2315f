import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { fileURLToPath } from 'node:url';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Files, Io } from './io.ts';

const WORKLOADS = fileURLToPath(new URL('../../public/workloads/', import.meta.url));
/** Characters that are gathered before they are written. */
const CHUNK = 1 << 16;
/** Bytes that are read at once. */
const PIECE = 1 << 20;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  ERR_STRING_TOO_LONG: 'it is too large',
};

function attempt<T>(what: string, path: string, action: () => T): Result<T, string> {
  try {
    return ok(action());
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return err(`cannot ${what} "${path}": ${REASONS[code] ?? code}`);
  }
}

function writeLines(path: string, lines: Iterable<string>): number {
  const file = openSync(path, 'w');
  let count = 0;
  let chunk = '';
  try {
    for (const line of lines) {
      chunk += `${line}\n`;
      count++;
      if (chunk.length < CHUNK) continue;
      writeFileSync(file, chunk);
      chunk = '';
    }
    writeFileSync(file, chunk);
  } finally {
    closeSync(file);
  }
  return count;
}

function writeBytes(path: string, pieces: Iterable<Uint8Array>): number {
  const file = openSync(path, 'w');
  let count = 0;
  try {
    for (const piece of pieces) {
      writeFileSync(file, piece);
      count += piece.length;
    }
  } finally {
    closeSync(file);
  }
  return count;
}

/** The lines of a file that is open already, so that a path that cannot be read is told at once. */
function* linesOf(file: number, first: Uint8Array): Generator<string> {
  const decoder = new StringDecoder('utf8');
  const buffer = new Uint8Array(CHUNK);
  let rest = '';
  try {
    for (let bytes = first; bytes.length > 0; bytes = fill(file, buffer)) {
      const lines = (rest + decoder.write(bytes)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}

function fill(file: number, buffer: Uint8Array): Uint8Array {
  return buffer.subarray(0, readSync(file, buffer));
}

function readLines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  return linesOf(file, fill(file, new Uint8Array(CHUNK)));
}

/** Pieces of a file that is open already; the same buffer each time. */
function* piecesOf(file: number, first: Uint8Array, buffer: Uint8Array): Generator<Uint8Array> {
  try {
    for (let bytes = first; bytes.length > 0; bytes = waitAndFill(file, buffer)) yield bytes;
  } finally {
    if (file !== 0) closeSync(file);
  }
}

/** Standard input may have nothing yet (`EAGAIN`), or be closed on Windows (`EOF`). */
function waitAndFill(file: number, buffer: Uint8Array): Uint8Array {
  for (;;) {
    try {
      return fill(file, buffer);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return new Uint8Array(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function readBytes(path: string): Generator<Uint8Array> {
  const file = path === '-' ? 0 : openSync(path, 'r');
  const buffer = new Uint8Array(PIECE);
  return piecesOf(file, waitAndFill(file, buffer), buffer);
}

function workloadIds(): string[] {
  return readdirSync(WORKLOADS)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}

const files: Files = {
  exists: existsSync,
  read: (path) => attempt('read', path, () => readFileSync(path, 'utf8')),
  readLines: (path) => attempt('read', path, () => readLines(path)),
  readBytes: (path) => attempt('read', path, () => readBytes(path)),
  writeLines: (path, lines) => attempt('write', path, () => writeLines(path, lines)),
  writeBytes: (path, pieces) => attempt('write', path, () => writeBytes(path, pieces)),
  printBytes: (piece) => void process.stdout.write(piece),
  workloadIds: () => attempt('read', WORKLOADS, workloadIds),
  readWorkload: (name) => attempt('read', name, () => readFileSync(WORKLOADS + name, 'utf8')),
};

/** Back to the line's start; what is left of a longer text is erased. */
const progress = (text: string): void => void process.stderr.write(`\r${text}\u001B[K`);

/** Standard streams and the file system. */
export const NODE_IO: Io = {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  ...(process.stderr.isTTY ? { progress } : {}),
  files,
};
