import { compileMessage } from '../base/message-format.ts';
import type { CompiledMessage } from '../base/message-format.ts';

/** Names of the placeholders of a message, each once and sorted. Throws where it cannot be read. */
export function placeholdersOf(text: string): string[] {
  const names = new Set<string>();
  const collect = (pieces: CompiledMessage): void => {
    for (const piece of pieces) {
      if (typeof piece === 'string') continue;
      names.add(piece[0]);
      for (const inner of Object.values(piece[2] ?? {})) collect(inner);
    }
  };
  collect(compileMessage(text));
  return [...names].toSorted();
}
