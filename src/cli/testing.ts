import { err, ok } from '../base/result.ts';
import { runCommandLine } from './command-line.ts';
import { NODE_IO } from './node-io.ts';

/** What a command line left behind. */
export interface Typed {
  readonly status: number;
  readonly out: string;
  /** What standard output got that is no text. */
  readonly outBytes: Uint8Array;
  readonly error: string;
  /** Files written, line by line. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Files written, byte by byte. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Runs `argv` in this process with `files` as the only files beside the shipped workloads. */
export function type(argv: readonly string[], files: Readonly<Record<string, string>> = {}): Typed {
  const written = new Map<string, string[]>();
  const bytes = new Map<string, Uint8Array>();
  let out = '';
  let outBytes = Buffer.of();
  let error = '';
  const status = runCommandLine(argv, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    files: {
      ...NODE_IO.files,
      exists: (path) => Object.hasOwn(files, path),
      read: (path) => {
        const text = files[path];
        return text === undefined ? err(`cannot read "${path}": there is no such file`) : ok(text);
      },
      readLines: (path) => {
        const text = files[path];
        if (text === undefined) return err(`cannot read "${path}": there is no such file`);
        return ok(text === '' ? [] : text.replace(/\n$/, '').split('\n'));
      },
      readBytes: (path) => {
        const text = files[path];
        if (text === undefined) return err(`cannot read "${path}": there is no such file`);
        return ok([Buffer.from(text)]);
      },
      writeLines: (path, lines) => {
        const kept = [...lines];
        written.set(path, kept);
        return ok(kept.length);
      },
      printBytes: (piece) => {
        outBytes = Buffer.concat([outBytes, piece]);
      },
      writeBytes: (path, pieces) => {
        const kept = Uint8Array.from(Buffer.concat([...pieces]));
        bytes.set(path, kept);
        return ok(kept.length);
      },
    },
  });
  return { status, out, outBytes: Uint8Array.from(outBytes), error, written, bytes };
}

/** A scenario file small enough to run in a moment. */
export const SMALL = JSON.stringify({
  title: 'small',
  apps: [{ workload: { kind: 'periodic', events: 20, instructions: 10_000, trap: 'syscall' } }],
});
