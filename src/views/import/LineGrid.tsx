// Rows that stand where they are told, and of which few are in the page, are not those of a table.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useState } from 'react';

import { msg, t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { drawnHeight, drawnRows } from '../log/log-scroll.ts';
import { useLogScroll } from '../log/use-log-scroll.ts';
import { useRoving } from '../log/use-roving.ts';
import type { ListedLine } from './lines.ts';
import { classWords, computingWords, outcomeWords } from './words.ts';

const COLUMNS = [
  msg('Line'),
  msg('Text'),
  msg('Understood as'),
  msg('Computing before'),
  msg('Becomes'),
];

interface Props {
  readonly lines: readonly ListedLine[];
  /** Names of the files that the lines are from. */
  readonly files: readonly string[];
}

/** The lines as a grid of which only what is seen is in the page; one Tab stop, arrows inside, Enter shows a line whole. */
export function LineGrid({ lines, files }: Props) {
  const [chosen, setChosen] = useState<ListedLine | null>(null);
  const scrolling = useLogScroll(lines.length, -1);
  const { box, extent, scroll, onScroll } = scrolling;
  const { active, handlers } = useRoving(lines.length, scrolling, (position) =>
    setChosen(lines[position] ?? null),
  );
  const { first, end, offset } = drawnRows(extent, scroll);
  const seen = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  // The row with the focus must not go away under it.
  const away = active !== null && !seen.includes(active) ? [active] : [];
  const stop = active ?? first;
  return (
    <>
      <div
        role="grid"
        aria-label={t('Lines')}
        aria-rowcount={lines.length + 1}
        aria-colcount={COLUMNS.length}
        aria-readonly="true"
        tabIndex={-1}
        className="line-grid"
        {...handlers}
      >
        <div role="rowgroup" className="visually-hidden">
          <div role="row" aria-rowindex={1}>
            {COLUMNS.map((name) => (
              <span role="columnheader" key={name}>
                {t(name)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="line-scroll" ref={box} onScroll={onScroll}>
          <div className="log-height" role="presentation" style={{ height: drawnHeight(extent) }}>
            {[...seen, ...away].map((position) => (
              <Row
                key={position}
                position={position}
                line={lines[position]}
                top={offset + position * extent.rowPx}
                stop={position === stop}
              />
            ))}
          </div>
        </div>
      </div>
      {lines.length === 0 && <p className="quiet">{t('No line is like that.')}</p>}
      {chosen !== null && <Whole line={chosen} files={files} />}
    </>
  );
}

interface RowProps {
  readonly position: number;
  readonly line: ListedLine | undefined;
  readonly top: number;
  readonly stop: boolean;
}

function Row({ position, line, top, stop }: RowProps) {
  if (line === undefined) return null;
  const { sample, outcome } = line;
  const doubtful = ['unknown', 'output', 'cut'].includes(sample.class);
  const other = outcome?.kind === 'other';
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      tabIndex={stop ? 0 : -1}
      data-row={position}
      className={doubtful ? 'line-row doubtful' : other ? 'line-row other' : 'line-row'}
      style={{ top }}
    >
      <span role="gridcell" className="line-number num">
        {groupDigits(sample.line)}
      </span>
      <span role="gridcell" className="line-text num">
        {sample.text}
      </span>
      <span role="gridcell" className="line-class">
        {classWords(sample)}
      </span>
      <span role="gridcell" className="line-computing num">
        {computingWords(outcome)}
      </span>
      <span role="gridcell" className="line-becomes">
        {doubtful ? t('nothing') : outcomeWords(outcome)}
      </span>
    </div>
  );
}

/** One line in full. */
function Whole({
  line: { sample, outcome },
  files,
}: Pick<Props, 'files'> & { readonly line: ListedLine }) {
  const facts = {
    line: groupDigits(sample.line),
    what: classWords(sample),
    computing: computingWords(outcome),
    becomes: outcomeWords(outcome),
  };
  const words =
    facts.computing === ''
      ? t('line {line}: {what}; {becomes}', facts)
      : t('line {line}: {what}; {computing} of computing; {becomes}', facts);
  return (
    <output className="line-whole">
      <span className="quiet">
        {files.length > 1 ? `${files[sample.file] ?? ''}, ${words}` : words}
      </span>
      <code>{sample.text}</code>
    </output>
  );
}
