import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';

import { useApp } from './app-context.ts';

interface Props {
  /** Names the fold among all of the page; by it the browser remembers whether it is open. */
  readonly id: string;
  /** What it is called, folded or not. */
  readonly name: ReactNode;
  readonly className?: string;
  /** Made only while it can be seen: what is folded must cost nothing in every frame of a drag. */
  readonly children: () => ReactNode;
}

/** Content that is folded up until somebody opens it, and then stays open wherever it is shown again. */
export function Fold({ id, name, className, children }: Props) {
  const { settings } = useApp();
  const { openFolds } = useSyncExternalStore(settings.subscribe, settings.get, settings.get);
  const open = openFolds.includes(id);
  const toggle = (next: boolean): void => {
    if (next === settings.get().openFolds.includes(id)) return;
    const others = settings.get().openFolds.filter((one) => one !== id);
    settings.set({ openFolds: next ? [...others, id] : others });
  };
  return (
    <details
      className={className}
      open={open}
      onToggle={(event) => toggle(event.currentTarget.open)}
    >
      <summary>{name}</summary>
      {open && children()}
    </details>
  );
}
