const THIN_SPACE = '\u202f';

/** `value` with `decimals` digits after the point, its thousands apart by thin spaces. */
export function grouped(value: number, decimals = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '-' : '';
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return sign + groups + (fraction === undefined ? '' : `.${fraction}`);
}

/** `share` of 1 in percent with its sign. */
export function percent(share: number, decimals = 2): string {
  return `${grouped(share * 100, decimals)} %`;
}

/** A seed as people copy it. */
export function seedText(seed: number): string {
  return `0x${seed.toString(16).toUpperCase().padStart(8, '0')}`;
}
