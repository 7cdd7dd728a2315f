import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Files, Io } from './io.ts';

const WORKLOADS = fileURLToPath(new URL('../../public/workloads/', import.meta.url));
/** Characters that are gathered before they are written. */
const CHUNK = 1 << 16;

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

function workloadIds(): string[] {
  return readdirSync(WORKLOADS)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}

const files: Files = {
  exists: existsSync,
  read: (path) => attempt('read', path, () => readFileSync(path, 'utf8')),
  writeLines: (path, lines) => attempt('write', path, () => writeLines(path, lines)),
  workloadIds: () => attempt('read', WORKLOADS, workloadIds),
  readWorkload: (name) => attempt('read', name, () => readFileSync(WORKLOADS + name, 'utf8')),
};

/** Standard streams and the file system. */
export const NODE_IO: Io = {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  files,
};
