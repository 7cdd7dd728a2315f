import { useMemo } from 'react';

import { areaSums } from '../../analysis/causes/area-sums.ts';
import type { Area } from '../../analysis/causes/area-sums.ts';
import { t } from '../../base/language.ts';
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
      () => notify('info', t('The sums are on the clipboard, as CSV.')),
      () => notify('problem', t('The clipboard cannot be written to.')),
    );
  };
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="part-scroll" tabIndex={0} aria-label={t('Cycles per state and core')}>
        <Cells {...areaCells(rows)} />
      </section>
      <button type="button" className="more" onClick={copy}>
        {t('Copy as CSV')}
      </button>
    </>
  );
}

function Cells({ head, body }: AreaCells) {
  // All cores together stand last, unless there is but one.
  const sums = head.length > 1 ? head.length - 1 : -1;
  return (
    <table className="area">
      <thead>
        <tr>
          <th scope="col">{t('cycles')}</th>
          {head.map((name, i) => (
            <th key={name} scope="col" className={i === sums ? 'sums' : ''}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map(({ name, cells }, row) => (
          <tr key={name} className={row === body.length - 1 ? 'all' : ''}>
            <th scope="row">{name}</th>
            {cells.map((cycles, i) => (
              <td key={head[i]} className={i === sums ? 'sums' : ''}>
                {groupDigits(cycles)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
