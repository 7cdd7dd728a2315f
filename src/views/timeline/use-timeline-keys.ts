import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useApp } from '../shell/app-context.ts';
import { commandOf } from '../shell/commands/bindings.ts';
import { strokeOf } from '../shell/commands/chord.ts';

/** Listens to the keys of the timeline's commands while the pointer or the focus is in `region`. */
export function useTimelineKeys(region: RefObject<HTMLElement | null>): void {
  const app = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || typesText(event.target)) return;
      const near = region.current?.matches(':hover, :focus-within') === true;
      const asked = near ? commandOf(strokeOf(event), app.settings.get()) : undefined;
      if (asked?.command.place !== 'timeline') return;
      event.preventDefault();
      if (!event.repeat || asked.command.repeats === true) asked.command.run(app);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [app, region]);
}

function typesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox]), select, textarea, [contenteditable]')
  );
}
