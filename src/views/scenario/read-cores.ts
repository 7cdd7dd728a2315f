/** `C1, 2 3` as `[1, 2, 3]`; `null` when something else stands there. */
export function readCores(text: string): number[] | null {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '');
  const cores = words.map((word) =>
    /^c?\d{1,3}$/iu.test(word) ? Number(word.replace(/c/iu, '')) : -1,
  );
  return cores.includes(-1) ? null : cores;
}
