import type { Result } from '../base/result.ts';

/** What a command sees of the world; tests give their own. */
export interface Io {
  /** Writes to standard output as it is. */
  readonly out: (text: string) => void;
  /** Writes to standard error as it is. */
  readonly error: (text: string) => void;
  /** Replaces the line that shows progress, or clears it with ''; absent when nobody watches. */
  readonly progress?: (text: string) => void;
  readonly files: Files;
}

/** Files; errors are sentence parts such as `cannot read "a.json": no such file`. */
export interface Files {
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => Result<string, string>;
  /** Reads line by line, without line ends, never the whole text at once. */
  readonly readLines: (path: string) => Result<Iterable<string>, string>;
  /** Reads bytes piece by piece, each gone when the next comes; `-` is standard input. */
  readonly readBytes: (path: string) => Result<Iterable<Uint8Array>, string>;
  /** Writes line by line, never the whole text at once; gives the number of lines. */
  readonly writeLines: (path: string, lines: Iterable<string>) => Result<number, string>;
  /** Writes piece by piece, never the whole at once; gives the number of bytes. */
  readonly writeBytes: (path: string, pieces: Iterable<Uint8Array>) => Result<number, string>;
  /** Writes a piece to standard output as it is. */
  readonly printBytes: (piece: Uint8Array) => void;
  /** Ids of the shipped workload profiles, sorted. */
  readonly workloadIds: () => Result<readonly string[], string>;
  /** Text of a file in the folder of shipped workloads. */
  readonly readWorkload: (name: string) => Result<string, string>;
}

/** Exit status of a command that could do its work: 0, or 1 when a check failed. */
export type ExitStatus = 0 | 1;

/** A command's end; the error is one line for standard error and means exit status 2. */
export type Outcome = Result<ExitStatus, string>;
