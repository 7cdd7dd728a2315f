/**
 * Width in CSS px that `text` will take at `fontPx`, a little generous: layouts are pure and cannot
 * measure, and a label that is dropped too early is better than one that overlaps.
 */
export function estimateTextWidth(
  text: string,
  fontPx: number,
  face: 'text' | 'mono' = 'text',
): number {
  return text.length * fontPx * (face === 'mono' ? 0.6 : 0.56);
}
