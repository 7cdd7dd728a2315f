import { memo } from 'react';
import type { ReactNode } from 'react';
import { msg, t } from '../../base/language.ts';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { countWord } from '../machine/numbers.ts';
import { Say } from '../shell/Say.tsx';
import type { Cell, RegisterTable as Table, TableRow } from './register-table.ts';

/** What was compared in a vote, replica by replica: equal values in one line, the others in full. */
export const RegisterTable = memo(function RegisterTable({ table }: { readonly table: Table }) {
  const count = table.columns.reduce((sum, ids) => sum + ids.length, 0);
  return (
    <>
      <table className="registers">
        <caption>
          {table.equal.length > 0 && (
            <Say
              message={msg(
                '<names>{names}</names> equal in {n, plural, =2 {both} other {all {count}}}',
              )}
              values={{ names: table.equal.join(' '), n: count, count: countWord(count) }}
              parts={{ names: <span className="num" /> }}
            />
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('compared')}</span>
            </th>
            {table.columns.map((ids, i) => (
              <th key={ids.join(' ')} scope="col">
                {ids.map((id) => (
                  <ReplicaGlyph key={id} id={id} size={14} corrupt={table.wrong[i] ?? false} />
                ))}
                <span className="visually-hidden">{ids.map((id) => `R${id}`).join(' ')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row key={row.name} row={row} />
          ))}
          {table.sum !== null && <Row row={table.sum} sum />}
        </tbody>
      </table>
      {table.unseen.length > 0 && (
        <p className="unseen">
          {t('Wrong too, but not compared: {list}.', { list: table.unseen.join('; ') })}
        </p>
      )}
    </>
  );
});

function Row({ row, sum = false }: { readonly row: TableRow; readonly sum?: boolean }) {
  return (
    <tr className={sum ? 'sum' : ''}>
      <th scope="row">{row.name}</th>
      {row.cells.map((cell, i) => (
        // Columns keep their places.
        // oxlint-disable-next-line react/no-array-index-key
        <td key={i} className={cell.marked.length > 0 ? 'wrong' : ''}>
          {cell.marked.length > 0 && (
            <>
              <span aria-hidden="true">≠ </span>
              <span className="visually-hidden">{t('differs:')} </span>
            </>
          )}
          {marked(cell)}
        </td>
      ))}
    </tr>
  );
}

/** The text with what differs marked, run by run. */
function marked({ text, marked: indices }: Cell): ReactNode[] {
  const runs: { text: string; wrong: boolean }[] = [];
  Array.from(text).forEach((letter, i) => {
    const wrong = indices.includes(i);
    const open = runs.at(-1);
    if (open?.wrong === wrong) open.text += letter;
    else runs.push({ text: letter, wrong });
  });
  return runs.map((run, i) => (
    // Runs never change places.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={i}>{run.wrong ? <mark>{run.text}</mark> : run.text}</span>
  ));
}
