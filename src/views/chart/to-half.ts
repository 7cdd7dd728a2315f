/** To half a CSS px: a bar hardly grows from event to event, and what stands still is not drawn again. */
export function toHalf(px: number): number {
  return Math.round(2 * px) / 2;
}
