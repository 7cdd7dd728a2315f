import { TRAP_WORDS } from './trap-words.ts';
import { TRAP_KINDS } from './vocabulary.ts';

/** What the words of an event depend on; columns have one entry per event. */
interface Told {
  /** What each event is to the device of a driver: 0 = nothing. */
  readonly device: { readonly op: ArrayLike<number> } | null;
  readonly program: {
    /** Index into `TRAP_KINDS`, and into `names`. */
    readonly trap: ArrayLike<number>;
    readonly name: ArrayLike<number>;
    readonly names: readonly string[];
  };
}

/**
 * What externalization event `event` (from 0) of a program is, as people say it: its trap, or what
 * a driver does to its device by it.
 */
export function eventWords({ device, program }: Told, event: number): string {
  const { trap, name, names } = program;
  if (device !== null && device.op[event] !== 0) return names[name[event]];
  return TRAP_WORDS[TRAP_KINDS[trap[event]]];
}
