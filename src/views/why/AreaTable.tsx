import { useMemo } from 'react';

import { areaSums } from '../../analysis/causes/area-sums.ts';
import type { Area } from '../../analysis/causes/area-sums.ts';
import { groupDigits } from '../../draw/format.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { HeldRun } from '../../store/held.ts';
import { useApp } from '../shell/app-context.ts';
import { areaCsv, statesIn, STYLE_WORDS } from './area-words.ts';

/** How the time of a selected area divides: cycles per state and core. */
export function AreaTable({ run, area }: { readonly run: HeldRun; readonly area: Area }) {
  const { notify } = useApp();
  const rows = useMemo(() => areaSums(run.recording, area), [run, area]);
  const states = statesIn(rows);
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
        <table className="area">
          <caption className="visually-hidden">Cycles per state and core</caption>
          <thead>
            <tr>
              <th scope="col">cycles</th>
              {states.map((style) => (
                <th key={style} scope="col">
                  {STYLE_WORDS[style]}
                </th>
              ))}
              <th scope="col">sum</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ core, cycles }) => (
              <tr key={core}>
                <th scope="row">C{core}</th>
                {states.map((style) => (
                  <td key={style}>{groupDigits(cycles[style])}</td>
                ))}
                <td>{groupDigits(SPAN_STYLES.reduce((sum, style) => sum + cycles[style], 0))}</td>
              </tr>
            ))}
            {rows.length > 1 && (
              <tr className="all">
                <th scope="row">all</th>
                {states.map((style) => (
                  <td key={style}>
                    {groupDigits(rows.reduce((sum, { cycles }) => sum + cycles[style], 0))}
                  </td>
                ))}
                <td>
                  {groupDigits(
                    rows.reduce(
                      (sum, { cycles }) => SPAN_STYLES.reduce((s, style) => s + cycles[style], sum),
                      0,
                    ),
                  )}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
      <button type="button" className="more" onClick={copy}>
        Copy as CSV
      </button>
    </>
  );
}
