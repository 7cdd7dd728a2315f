/** What of a frame's query the whole page has no use for. */
const OF_FRAMES = ['embed', 'panel', 'controls', 'lock', 'poster', 'origin'];

/** The address of what the frame at `address` shows, as a whole page. */
export function wholePage(address: string): string {
  const url = new URL(address);
  for (const name of OF_FRAMES) url.searchParams.delete(name);
  return url.href;
}
