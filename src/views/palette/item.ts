import type { Result } from '../../base/result.ts';
import type { Chord } from '../shell/commands/chord.ts';

/** One line of the palette. */
export interface PaletteItem {
  /** Names it among all, also at the next visit. */
  readonly id: string;
  /** What is found and shown: `Signalling: polling`. */
  readonly title: string;
  readonly group: string;
  /** Is it there for what was typed alone, so that nobody will choose it again from a list? */
  readonly fleeting?: boolean;
  readonly keys: readonly Chord[];
  /** Does it; an error is a sentence, and the palette stays open. */
  readonly run: () => Result<unknown, string>;
}
