import type { ReactNode } from 'react';

import { t } from '../../../base/language.ts';
import type { Headed } from '../../../draw/sweep/sweep-figure.ts';
import { SaveFigure } from './SaveFigure.tsx';

interface Props {
  readonly figure: Headed;
  /** Of its files. */
  readonly name: string;
  /** Is the table below the figure open? */
  readonly table: boolean;
  readonly onTable: (open: boolean) => void;
  /** Controls beside the title. */
  readonly children?: ReactNode;
}

/** The finding of a figure, what it shows, its table and its files. */
export function FigureHead({ figure, name, table, onTable, children }: Props) {
  return (
    <header className="figure-head">
      <h2>{figure.title}</h2>
      <p className="quiet">{figure.subtitle}</p>
      <div className="figure-tools">
        {children}
        <button
          type="button"
          className="text-button"
          aria-pressed={table}
          onClick={() => onTable(!table)}
        >
          {t('Table')}
        </button>
        <SaveFigure figure={figure} name={name} />
      </div>
    </header>
  );
}
