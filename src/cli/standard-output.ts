import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Files, Io } from './io.ts';
import type { Arguments } from './options.ts';
import { lastValue } from './options.ts';

/** The path that means standard output. */
const STANDARD = '-';

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 16;

/** What a written file is called in a sentence. */
export function fileName(path: string): string {
  return path === STANDARD ? 'standard output' : path;
}

/**
 * What a command with `args` writes to: with `--out -` the file is standard output, and what the
 * command says of it goes to standard error, so that a program that reads the file gets it alone.
 */
export function outputOf(args: Arguments, io: Io): Result<Io, string> {
  if (lastValue(args, 'out') !== STANDARD) return ok(io);
  const other = (['json', 'csv'] as const).find((flag) => args.flags.has(flag));
  if (other !== undefined) {
    return err(`--out - and --${other} both write to standard output; leave one of them out`);
  }
  const { files, out } = io;
  return ok({
    ...io,
    out: io.error,
    files: {
      ...files,
      writeLines: (path, lines) =>
        path === STANDARD ? ok(printLines(lines, out)) : files.writeLines(path, lines),
      writeBytes: (path, pieces) =>
        path === STANDARD ? ok(printBytes(pieces, files)) : files.writeBytes(path, pieces),
    },
  });
}

function printLines(lines: Iterable<string>, out: Io['out']): number {
  let count = 0;
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    count++;
    if (chunk.length < CHUNK) continue;
    out(chunk);
    chunk = '';
  }
  if (chunk !== '') out(chunk);
  return count;
}

function printBytes(pieces: Iterable<Uint8Array>, files: Files): number {
  let count = 0;
  for (const piece of pieces) {
    files.printBytes(piece);
    count += piece.length;
  }
  return count;
}
