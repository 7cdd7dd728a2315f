import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { TimelinePicture } from './timeline-picture.ts';

type Action = (picture: TimelinePicture) => void;

/** Physical keys, so that the block W A S D stays one on every layout. */
const ACTIONS: Readonly<Record<string, Action>> = {
  KeyW: (picture) => picture.zoom(1.5),
  KeyS: (picture) => picture.zoom(1 / 1.5),
  KeyA: (picture) => picture.pan(-0.2),
  KeyD: (picture) => picture.pan(0.2),
  KeyF: (picture) => picture.fit(),
};

const WITH_ALT: Readonly<Record<string, Action>> = {
  ArrowLeft: (picture) => picture.selectNext('left'),
  ArrowRight: (picture) => picture.selectNext('right'),
  ArrowUp: (picture) => picture.selectNext('up'),
  ArrowDown: (picture) => picture.selectNext('down'),
};

const WITH_ALT_SHIFT: Readonly<Record<string, Action>> = {
  ArrowLeft: (picture) => picture.extendArea('left'),
  ArrowRight: (picture) => picture.extendArea('right'),
  ArrowUp: (picture) => picture.extendArea('up'),
  ArrowDown: (picture) => picture.extendArea('down'),
};

/** W S A D and F, Alt with arrows, and Escape, while the pointer or the focus is in `region`. */
export function useTimelineKeys(
  region: RefObject<HTMLElement | null>,
  picture: TimelinePicture,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || typesText(event.target)) return;
      const near = region.current?.matches(':hover, :focus-within') === true;
      if (!near) return;
      if (event.code === 'Escape' && !event.defaultPrevented && picture.clearSelection()) {
        event.preventDefault();
        return;
      }
      const withAlt = event.shiftKey ? WITH_ALT_SHIFT : WITH_ALT;
      const actions = event.altKey ? withAlt : ACTIONS;
      if (!Object.hasOwn(actions, event.code)) return;
      event.preventDefault();
      actions[event.code](picture);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [region, picture]);
}

function typesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox]), select, textarea, [contenteditable]')
  );
}
