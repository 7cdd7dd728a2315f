import type { Io, Outcome } from './io.ts';
import type { Arguments, OptionName } from './options.ts';

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What follows the name, for the help text. */
  readonly usage: string;
  /** One line of help. */
  readonly summary: string;
  readonly options: readonly OptionName[];
  /** Most words beside options; may be `Infinity`. */
  readonly operands: number;
  readonly run: (args: Arguments, io: Io) => Outcome;
}

/** Writes `value` as the one JSON document of standard output. */
export function writeJson(io: Pick<Io, 'out'>, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}
