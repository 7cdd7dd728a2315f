import { memo } from 'react';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { overheadAtEvent } from '../../analysis/overhead.ts';
import { t } from '../../base/language.ts';
import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';
import { redundancyLabel } from '../../draw/chart/live-bars.ts';
import { PART_INFO } from '../../draw/chart/parts.ts';
import { groupDigits } from '../../draw/format.ts';
import { endWords } from '../../draw/words.ts';
import { OUTCOME_WORDS } from '../faults/outcome-words.ts';
import { METHOD_NAMES } from './finding.ts';
import { breakdownPerEvent } from './standing.ts';

/** Parts that a run without faults has beyond computing. */
const USUAL = PARTS.filter((part) => !['compute', 'recover', 'device'].includes(part));

/** Parts of some runs alone. */
const UNUSUAL = ['recover', 'device'] as const;

interface Props {
  readonly rows: readonly MatrixRow[];
  /** Events completed at the playhead, for the column "so far". */
  readonly completedEvents: number;
}

/** The chart as a table: whole runs as the command `matrix` prints them, and the overhead so far. */
export const OverheadTable = memo(function OverheadTable({ rows, completedEvents }: Props) {
  const faulty = rows.some((row) => row.outcome !== 'completed' || row.faultsLeftOut > 0);
  const parts: readonly Part[] = [
    ...USUAL,
    ...UNUSUAL.filter((part) => rows.some((row) => row.breakdown[part] > 0)),
  ];
  const label = t('Overhead of whole runs, table');
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      <table>
        <caption>
          {t(
            'Whole runs, model output; parts are cycles per event, mean over the replicas. So far: of the native time of the first {events} events.',
            { events: groupDigits(completedEvents) },
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Run')}</th>
            <th scope="col">{t('Overhead %')}</th>
            <th scope="col">{t('Cycles per event')}</th>
            <th scope="col">{t('IPIs per event')}</th>
            <th scope="col">{t('So far %')}</th>
            {faulty && <th scope="col">{t('End')}</th>}
            {parts.map((part) => (
              <th key={part} scope="col">
                {t(PART_INFO[part].label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.signalling}-${row.redundancy}`}
              row={row}
              events={completedEvents}
              parts={parts}
              faulty={faulty}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
});

interface RowProps {
  readonly row: MatrixRow;
  readonly events: number;
  readonly parts: readonly Part[];
  /** Did any run have a fault? Then each says how it ended. */
  readonly faulty: boolean;
}

function Row({ row, events, parts, faulty }: RowProps) {
  const soFar = overheadAtEvent(row.series, events).percent;
  const cycles = breakdownPerEvent(row.breakdown, row.completedEvents);
  return (
    <tr data-signalling={row.signalling} data-redundancy={row.redundancy}>
      <th scope="row">
        {redundancyLabel(row.redundancy)} {t(METHOD_NAMES[row.signalling])}
      </th>
      <td data-value={row.overheadPercent}>{groupDigits(row.overheadPercent, 2)}</td>
      <td data-value={row.cyclesPerEvent}>{groupDigits(row.cyclesPerEvent, 2)}</td>
      <td data-value={row.ipisPerEvent}>{groupDigits(row.ipisPerEvent, 2)}</td>
      <td data-value={soFar}>{groupDigits(soFar, 2)}</td>
      {faulty && <td className="end">{endText(row)}</td>}
      {parts.map((part) => (
        <td key={part}>{groupDigits(cycles[PARTS.indexOf(part)] ?? 0)}</td>
      ))}
    </tr>
  );
}

function endText(row: MatrixRow): string {
  const words = endWords(row);
  const end =
    words === null
      ? t(OUTCOME_WORDS[row.outcome].name)
      : t('{end} after {completed} of {total} events', {
          end: words,
          completed: groupDigits(row.completedEvents),
          total: groupDigits(row.events),
        });
  const n = row.faultsLeftOut;
  return n === 0 ? end : t('{end} (without {n} that it cannot have)', { end, n });
}
