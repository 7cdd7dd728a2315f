/** CSS px of page between what is pointed at and the edge of what is in sight. */
const AIR = 8;

/** From where to where something is, CSS px from the top of the window. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/**
 * How far the page is to be scrolled so that `wanted` is in sight above `room` px, as the lesson stands
 * below: not at all where it is, to its middle where it fits, else to its top.
 */
export function scrollFor({ top, bottom }: Stretch, room: number): number {
  if (top >= AIR && bottom <= room - AIR) return 0;
  const fits = bottom - top <= room - 2 * AIR;
  return fits ? (top + bottom - room) / 2 : top - AIR;
}

/** The first of `stretches`, and of those after it as many as fit into `room` px together. */
export function togetherIn(stretches: readonly Stretch[], room: number): Stretch | null {
  let together: Stretch | null = null;
  for (const one of stretches) {
    if (together === null) {
      together = one;
      continue;
    }
    const top = Math.min(together.top, one.top);
    const bottom = Math.max(together.bottom, one.bottom);
    if (bottom - top <= room - 2 * AIR) together = { top, bottom };
  }
  return together;
}

/**
 * Scrolls to what a step points at where the lesson lies over the page: to what is named first, and as
 * much of the rest as fits. Says whether there is nothing more to come.
 */
export function bringIntoSight(found: readonly (readonly Element[])[]): boolean {
  const dock = document.querySelector('.lesson-dock');
  // Beside the Lab nothing covers it.
  if (dock === null || getComputedStyle(dock).position !== 'sticky') return true;
  const room = dock.getBoundingClientRect().top;
  const onPage = found.map((elements) => elements.filter((one) => !dock.contains(one)));
  const there = onPage.filter((elements) => elements.length > 0);
  const missing = (): number => {
    const wanted = togetherIn(there.map(stretchOf), room);
    return wanted === null ? 0 : scrollFor(wanted, room);
  };
  const top = missing();
  if (top === 0) return found.every((elements) => elements.length > 0);
  window.scrollBy({ top, behavior: 'instant' });
  // A page that is still being made may be too short yet.
  return Math.abs(missing()) <= 1 && found.every((elements) => elements.length > 0);
}

function stretchOf(elements: readonly Element[]): Stretch {
  const boxes = elements.map((one) => one.getBoundingClientRect());
  return {
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
