/** A length with at most two decimals, as short as can be. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text as the content of an element or a value between double quotes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Attributes in order; those that are `null` are left out. */
export function attributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? short(value) : escapeText(value as string);
      return ` ${name}="${text}"`;
    })
    .join('');
}
