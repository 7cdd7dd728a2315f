import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { TimelinePicture } from './timeline-picture.ts';

/** Physical keys, so that the block W A S D stays one on every layout. */
const ACTIONS: Readonly<Record<string, (picture: TimelinePicture) => void>> = {
  KeyW: (picture) => picture.zoom(1.5),
  KeyS: (picture) => picture.zoom(1 / 1.5),
  KeyA: (picture) => picture.pan(-0.2),
  KeyD: (picture) => picture.pan(0.2),
  KeyF: (picture) => picture.fit(),
};

/** W S A D and F, while the pointer or the focus is in `region`. */
export function useTimelineKeys(
  region: RefObject<HTMLElement | null>,
  picture: TimelinePicture,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const action = Object.hasOwn(ACTIONS, event.code) ? ACTIONS[event.code] : undefined;
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (action === undefined || modified || typesText(event.target)) return;
      const near = region.current?.matches(':hover, :focus-within') === true;
      if (!near) return;
      event.preventDefault();
      action(picture);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [region, picture]);
}

function typesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')
  );
}
