import { groupDigits } from '../base/digits.ts';

/** `value` with `decimals` digits after the point, its thousands apart by thin spaces. */
export function grouped(value: number, decimals = 0): string {
  return groupDigits(value, decimals).replace('−', '-');
}

/** `share` of 1 in percent with its sign. */
export function percent(share: number, decimals = 2): string {
  return `${grouped(share * 100, decimals)} %`;
}

/** A seed as people copy it. */
export function seedText(seed: number): string {
  return `0x${seed.toString(16).toUpperCase().padStart(8, '0')}`;
}
