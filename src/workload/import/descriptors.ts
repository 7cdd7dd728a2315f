/** Size of a page, of which each is touched first once. */
export const PAGE = 4096;

/** Words of 32 pages that are remembered for one open file; beyond, every page counts as new. */
const MAX_PAGE_WORDS = 100_000;

/** What an open descriptor leads to. */
export interface Descriptor {
  readonly kind: 'file' | 'console' | 'other';
  offset: number;
  read: boolean;
  /** 32 pages a word. */
  readonly touched: Map<number, number>;
}

/** Open descriptors of a process by number. */
export interface Descriptors {
  get(fd: number): Descriptor | undefined;
  set(fd: number, descriptor: Descriptor): void;
  remove(fd: number): void;
  /** A copy, as a forked child has it, or the same, as a thread has it. */
  inherit(shared: boolean): Descriptors;
}

export function createDescriptor(kind: Descriptor['kind']): Descriptor {
  return { kind, offset: 0, read: false, touched: new Map() };
}

/** Descriptors 0, 1, 2 as a shell gives them, or those in `table`. */
export function createDescriptors(table?: Map<number, Descriptor>): Descriptors {
  const byNumber =
    table ??
    new Map([
      [0, createDescriptor('other')],
      [1, createDescriptor('console')],
      [2, createDescriptor('console')],
    ]);
  const descriptors: Descriptors = {
    get: (fd) => byNumber.get(fd),
    set: (fd, descriptor) => void byNumber.set(fd, descriptor),
    remove: (fd) => void byNumber.delete(fd),
    inherit: (shared) => (shared ? descriptors : createDescriptors(new Map(byNumber))),
  };
  return descriptors;
}

/** Touches `length` bytes from `offset` on; gives how many of their pages were not touched before. */
export function touchPages({ touched }: Descriptor, offset: number, length: number): number {
  if (length <= 0) return 0;
  const last = Math.floor((offset + length - 1) / PAGE);
  let fresh = 0;
  for (let page = Math.floor(offset / PAGE); page <= last; page++) {
    const word = Math.floor(page / 32);
    const bit = 1 << (page % 32);
    const bits = touched.get(word) ?? 0;
    if ((bits & bit) !== 0) continue;
    fresh += 1;
    if (bits !== 0 || touched.size < MAX_PAGE_WORDS) touched.set(word, bits | bit);
  }
  return fresh;
}
