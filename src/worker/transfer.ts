import type { Recording } from '../run/recording.ts';

/** The buffers of all columns of `recording`, each once, for `postMessage` to move, not copy. */
export function buffersOf(recording: Recording): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const tables = [
    recording.events,
    recording.messages,
    ...recording.spans,
    ...recording.rendezvous,
    ...recording.series,
  ];
  for (const table of tables) collect(Object.values(table), buffers);
  return [...buffers];
}

function collect(columns: readonly unknown[], into: Set<ArrayBuffer>): void {
  for (const column of columns) {
    if (Array.isArray(column)) collect(column, into);
    else if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer) {
      into.add(column.buffer);
    }
  }
}
