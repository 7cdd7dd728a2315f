/** Separates groups of three digits: a thin space at which no line breaks. */
const THIN_SPACE = '\u202f';

/** `value` with `decimals` digits after the point and thin-space groups before it, e.g. `27 593`. */
export function groupDigits(value: number, decimals = 0): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  return fraction === undefined ? sign + grouped : `${sign}${grouped}.${fraction}`;
}

/** `value` with `digits` significant ones, grouped; more where its whole part has more. */
export function roundedDigits(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 10 ** digits) return groupDigits(Number(value.toPrecision(digits)));
  const [whole, fraction = ''] = String(Number(value.toPrecision(digits))).split('.');
  return whole.includes('e')
    ? whole
    : groupDigits(Number(value.toPrecision(digits)), fraction.length);
}
