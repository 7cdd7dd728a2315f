import type { ReactNode } from 'react';

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

/** Holds a table that may be larger than its place. */
export function TableBox({ name, children }: Props) {
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label={name}>
      <table className="figures">{children}</table>
    </section>
  );
}
