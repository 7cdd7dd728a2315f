/** How much larger something `needs` px high is drawn: `wanted` times, or as much as `room` px allow. */
export function fitted(wanted: number, room: number, needs: number): number {
  return room > 0 && needs > 0 ? Math.min(wanted, room / needs) : wanted;
}
