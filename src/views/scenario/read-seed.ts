/** A seed as two groups of four hexadecimal digits. */
export function seedText(seed: number): string {
  const hex = (seed >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return `${hex.slice(0, 4)}·${hex.slice(4)}`;
}

/** Hexadecimal digits, `0x`, spaces and dots as people write them; `null` when it is no seed. */
export function readSeed(text: string): number | null {
  const digits = text.replaceAll(/[\s·._]/gu, '').replace(/^0x/iu, '');
  return /^[0-9a-f]{1,8}$/iu.test(digits) ? Number.parseInt(digits, 16) : null;
}
