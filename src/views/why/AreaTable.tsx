import { useMemo } from 'react';

import { areaSums } from '../../analysis/causes/area-sums.ts';
import type { Area } from '../../analysis/causes/area-sums.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { useApp } from '../shell/app-context.ts';
import { areaCells, areaCsv } from './area-words.ts';
import type { AreaCells } from './area-words.ts';

/** How the time of a selected area divides: cycles per state and core. */
export function AreaTable({ run, area }: { readonly run: HeldRun; readonly area: Area }) {
  const { notify } = useApp();
  const rows = useMemo(() => areaSums(run.recording, area), [run, area]);
  const copy = (): void => {
    navigator.clipboard.writeText(areaCsv(rows)).then(
      () => notify('info', 'The sums are on the clipboard, as CSV.'),
      () => notify('problem', 'The clipboard cannot be written to.'),
    );
  };
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="part-scroll" tabIndex={0} aria-label="Cycles per state and core">
        <Cells {...areaCells(rows)} />
      </section>
      <button type="button" className="more" onClick={copy}>
        Copy as CSV
      </button>
    </>
  );
}

function Cells({ head, body }: AreaCells) {
  return (
    <table className="area">
      <thead>
        <tr>
          <th scope="col">cycles</th>
          {head.map((name) => (
            <th key={name} scope="col" className={name === 'all' ? 'sums' : ''}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map(({ name, cells }) => (
          <tr key={name} className={name === 'sum' ? 'all' : ''}>
            <th scope="row">{name}</th>
            {cells.map((cycles, i) => (
              <td key={head[i]} className={head[i] === 'all' ? 'sums' : ''}>
                {groupDigits(cycles)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
