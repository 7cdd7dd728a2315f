import { useMemo } from 'react';

import { t } from '../../../base/language.ts';
import { placementTitle } from '../../../analysis/placement/findings.ts';
import type { DotName, DotsInput } from '../../../draw/dots/layout.ts';
import { groupDigits } from '../../../draw/format.ts';
import type { PlacementSelection } from '../../../store/study-forms.ts';
import { DotsFigure } from '../studies/DotsFigure.tsx';
import { TableBox } from '../sweep/TableBox.tsx';
import { variantWords } from '../sweep/variant-words.ts';
import { extraShort, extraWords, RULES } from './place-words.ts';
import { alone, rulesOf, sameCell } from './place-view.ts';
import type { PlaceView } from './place-view.ts';

interface Props {
  readonly view: PlaceView;
  readonly onSelect: (selected: PlacementSelection) => void;
  readonly onOpen: () => void;
}

/** Least end of the axis: the one of cycles per event everywhere in Explore. */
const CYCLES = 32_000;

/** What an event costs by placement, for every way of protection. */
export function PlacementFigure({ view, onSelect, onOpen }: Props) {
  const { cells, rows } = view;
  const input = useMemo(() => inputOf(view), [view]);
  const legend = rulesOf(view).map((rule) => ({
    face: RULES[rule].face,
    text: t(RULES[rule].name),
  }));
  const rowAt = ({ row, dot }: DotName) => cells[row]?.rows[dot];
  return (
    <DotsFigure
      label={t('Placement')}
      title={placementTitle(rows)}
      subtitle={t(
        'Cycles per event with the replicas on the socket of the Res core, on the other one, or on both in turn. Each dot is a run; words: the other socket beside the same one.',
      )}
      name="placement"
      input={input}
      legend={legend}
      textOf={(dot) => {
        const row = rowAt(dot);
        if (row === undefined) return '';
        const { method, replicas, rule, cyclesPerEvent } = row;
        return t('{variant}, {placement}: {count} cycles', {
          variant: variantWords({ method, redundancy: replicas }),
          placement: t(RULES[rule].name),
          count: groupDigits(cyclesPerEvent),
        });
      }}
      onSelect={(dot) => {
        const row = rowAt(dot);
        if (row !== undefined) onSelect(selectionOf(row));
      }}
      onOpen={onOpen}
      table={<PlacementTable view={view} onSelect={onSelect} />}
    />
  );
}

/** What is selected when `row` is. */
function selectionOf({ method, replicas, rule }: PlacementSelection): PlacementSelection {
  return { method, replicas, rule };
}

function inputOf({ cells, selected }: PlaceView): Omit<DotsInput, 'width' | 'groupName'> {
  const most = Math.max(
    ...cells.flatMap(({ rows }) => alone(rows).map((row) => row.cyclesPerEvent)),
  );
  const row = cells.findIndex((cell) => sameCell(cell, selected));
  const dot = alone(cells[row]?.rows ?? []).findIndex(({ rule }) => rule === selected.rule);
  return {
    rows: cells.map(({ method, replicas, rows }) => {
      const far = rows.find(({ rule }) => rule === 'other-socket');
      return {
        method,
        redundancy: replicas,
        dots: alone(rows).map(({ cyclesPerEvent, rule }) => ({
          value: cyclesPerEvent,
          face: RULES[rule].face,
        })),
        words: far === undefined ? '' : extraWords(far),
        short: far === undefined ? '' : extraShort(far),
      };
    }),
    axisMax: most <= CYCLES ? CYCLES : most,
    unit: t('cycles per event'),
    shortUnit: t('cycles'),
    format: (value) => (value === 0 ? '0' : `${groupDigits(value / 1000)}k`),
    selected: dot === -1 ? null : { row, dot },
  };
}

function PlacementTable({ view, onSelect }: Omit<Props, 'onOpen'>) {
  const { rows, selected } = view;
  return (
    <TableBox name={t('Placements as a table')}>
      <caption>{t('Cycles per event; a number selects its run')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('method')}</th>
          <th scope="col">{t('placement')}</th>
          <th scope="col">{t('on another socket')}</th>
          <th scope="col">{t('cycles/event')}</th>
          <th scope="col">{t('beyond the same socket')}</th>
          <th scope="col">{t('extra run time')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.point}>
            <th scope="row">{variantWords({ method: row.method, redundancy: row.replicas })}</th>
            <td>{t(RULES[row.rule].name)}</td>
            <td>{t('{count} of {all}', { count: row.remote, all: row.replicas })}</td>
            <td>
              <button
                type="button"
                className="cell-button"
                aria-pressed={row.point === selected.point}
                onClick={() => onSelect(selectionOf(row))}
              >
                {groupDigits(row.cyclesPerEvent)}
              </button>
            </td>
            <td>{groupDigits(row.extraPerEvent)}</td>
            <td>{`${groupDigits(row.overheadPercent, 1)}\u202F%`}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
