/** What a trap does, as far as rules that map it to another system need to know. */
export const TRAP_CLASSES = [
  'local',
  'server',
  'file-read',
  'file-write',
  'console-write',
  'open',
  'lookup',
  'memory',
  'map',
  'fault',
  'ipc',
  'exit',
] as const;

export type TrapClass = (typeof TRAP_CLASSES)[number];

/** Bits of `flags` in a row. */
export const ROW_FLAGS = {
  /** The gap runs from the start of the trap before, whose end is unknown. */
  fromStart: 1,
  /** The trap before may have waited for something other than the processor. */
  afterWait: 2,
  /** The first read of an open file. */
  firstRead: 4,
  /** Nothing of the process is known before. */
  first: 8,
} as const;

/** One trap of a process. */
export interface TrapRow {
  /** Nanoseconds of user code before it, with what the tracer added; NaN = unknown. */
  gap: number;
  flags: number;
  /** Index into the names of the import. */
  name: number;
  /** Index into `TRAP_CLASSES`. */
  what: number;
  bytesIn: number;
  bytesOut: number;
  /** 4-KiB pages of a file that this trap touches first, or KiB of new memory. */
  pages: number;
}

/** Rows of one process in the order in which they came; grows without copying. */
export interface TrapRows {
  readonly length: () => number;
  push(row: TrapRow): void;
  /** Calls `take` for each row; the row object is the same each time. */
  each(take: (row: TrapRow, index: number) => void): void;
}

interface Block {
  readonly gap: Float64Array;
  readonly flags: Uint8Array;
  readonly what: Uint8Array;
  readonly name: Uint16Array;
  readonly bytesIn: Uint32Array;
  readonly bytesOut: Uint32Array;
  readonly pages: Uint32Array;
  filled: number;
}

/** Rows of the first block; later blocks double it up to the largest. */
const SMALLEST_BLOCK = 32;
const LARGEST_BLOCK = 1 << 15;
const MOST_UINT32 = 0xffffffff;

/** Empty rows: 27 bytes a row, in blocks. */
export function createTrapRows(): TrapRows {
  const blocks: Block[] = [];
  let length = 0;
  let current = createBlock(0);

  return {
    length: () => length,
    push(row) {
      if (current.filled === current.gap.length) {
        current = createBlock(Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, length)));
        blocks.push(current);
      }
      const i = current.filled++;
      length += 1;
      current.gap[i] = row.gap;
      current.flags[i] = row.flags;
      current.what[i] = row.what;
      current.name[i] = row.name;
      current.bytesIn[i] = Math.min(row.bytesIn, MOST_UINT32);
      current.bytesOut[i] = Math.min(row.bytesOut, MOST_UINT32);
      current.pages[i] = Math.min(row.pages, MOST_UINT32);
    },
    each(take) {
      const row = { gap: 0, flags: 0, name: 0, what: 0, bytesIn: 0, bytesOut: 0, pages: 0 };
      let index = 0;
      for (const block of blocks) {
        for (let i = 0; i < block.filled; i++) {
          row.gap = block.gap[i];
          row.flags = block.flags[i];
          row.what = block.what[i];
          row.name = block.name[i];
          row.bytesIn = block.bytesIn[i];
          row.bytesOut = block.bytesOut[i];
          row.pages = block.pages[i];
          take(row, index + i);
        }
        index += block.filled;
      }
    },
  };
}

function createBlock(rows: number): Block {
  return {
    gap: new Float64Array(rows),
    flags: new Uint8Array(rows),
    what: new Uint8Array(rows),
    name: new Uint16Array(rows),
    bytesIn: new Uint32Array(rows),
    bytesOut: new Uint32Array(rows),
    pages: new Uint32Array(rows),
    filled: 0,
  };
}

const INDEX = Object.fromEntries(TRAP_CLASSES.map((name, i) => [name, i])) as Readonly<
  Record<TrapClass, number>
>;

/** The index of a class. */
export function trapClassIndex(what: TrapClass): number {
  return INDEX[what];
}
