/** A text without the spaces and underscores that group its digits, as a number; NaN when it is none. */
export function readGrouped(text: string): number {
  const compact = text.replaceAll(/[\s_]/gu, '');
  return compact === '' ? Number.NaN : Number(compact);
}
