import type { ReactNode } from 'react';

interface Props {
  readonly name: string;
  readonly number?: boolean;
  readonly children: ReactNode;
}

/** One thing that is said of the selected run. */
export function Fact({ name, number = false, children }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={number ? 'num' : undefined}>{number ? <span>{children}</span> : children}</dd>
    </div>
  );
}
