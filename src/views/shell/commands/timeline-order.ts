import { assertUnreachable } from '../../../base/assert.ts';
import type { AppStore } from '../../../store/app-store.ts';
import type { Direction } from '../../../store/held.ts';

/** The commands that a timeline does itself, around the pointer or the lane that it knows of. */
export type TimelineCommandId =
  | 'zoom-in'
  | 'zoom-out'
  | 'pan-left'
  | 'pan-right'
  | 'fit'
  | `${'select' | 'area'}-${Direction}`;

/** Lets the timeline on the page do `id`. */
export function orderTimeline({ held: { timeline } }: AppStore, id: TimelineCommandId): void {
  if (timeline === null) return;
  switch (id) {
    case 'zoom-in':
      return timeline.zoom(1.5);
    case 'zoom-out':
      return timeline.zoom(1 / 1.5);
    case 'pan-left':
      return timeline.pan(-0.2);
    case 'pan-right':
      return timeline.pan(0.2);
    case 'fit':
      return timeline.fit();
    case 'select-left':
    case 'select-right':
    case 'select-up':
    case 'select-down':
      return timeline.selectNext(directionOf(id));
    case 'area-left':
    case 'area-right':
    case 'area-up':
    case 'area-down':
      return timeline.extendArea(directionOf(id));
    default:
      return assertUnreachable(id);
  }
}

function directionOf(id: `${'select' | 'area'}-${Direction}`): Direction {
  return id.slice(id.indexOf('-') + 1) as Direction;
}
