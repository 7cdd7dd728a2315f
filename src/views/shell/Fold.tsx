import { useState } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** What it is called, folded or not. */
  readonly name: ReactNode;
  readonly className?: string;
  /** Made only while it can be seen: what is folded must cost nothing in every frame of a drag. */
  readonly children: () => ReactNode;
}

/** Content that is folded up until somebody opens it. */
export function Fold({ name, className, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {open && children()}
    </details>
  );
}
