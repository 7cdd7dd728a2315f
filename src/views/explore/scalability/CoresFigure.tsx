import { useCallback, useMemo, useRef, useState } from 'react';

import { msg, t } from '../../../base/language.ts';
import { coresHeadline } from '../../../analysis/scalability/headline.ts';
import type { ScaleSize } from '../../../analysis/scalability/chart.ts';
import type { ScaledPoint } from '../../../analysis/scalability/report.ts';
import { CORE_MODES } from '../../../base/vocabulary.ts';
import { layModes, rowAt } from '../../../draw/scalability/modes-layout.ts';
import { MODE_WORDS, paintModes } from '../../../draw/scalability/modes-paint.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import { useWidth } from '../../machine/use-width.ts';
import { FigureCanvas } from '../sweep/FigureCanvas.tsx';
import { FigureHead } from '../sweep/FigureHead.tsx';
import { FigureKeys } from '../sweep/FigureKeys.tsx';
import { TableBox } from '../sweep/TableBox.tsx';
import { methodWords, variantWords } from '../sweep/variant-words.ts';
import { AXIS_NAMES, percentValue, placeWords } from './scale-words.ts';
import { sameSize } from './use-scale-view.ts';
import type { ScaleView } from './use-scale-view.ts';

interface Props {
  readonly view: ScaleView;
  readonly onSelect: (selected: ScaleSize) => void;
  readonly onOpen: () => void;
}

/** A place of the axis at which the selected line has run. */
interface Row {
  readonly value: number;
  readonly point: ScaledPoint;
}

const KINDS = [
  { kind: 'res', name: msg('Res cores') },
  { kind: 'nonRes', name: msg('NonRes cores') },
] as const;

/** What the cores do along the selected line: work, burn cycles, rest. */
export function CoresFigure({ view, onSelect, onOpen }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 680);
  const [open, setOpen] = useState(false);
  const rows = useMemo(() => rowsOf(view), [view]);
  const geometry = useMemo(() => {
    const groups = KINDS.map(({ kind, name }) => ({
      name: t(name),
      rows: rows.map(({ value, point }) => ({
        name: String(value),
        modes: point.figures[kind],
        selected: sameSize(point, view.selected),
      })),
    }));
    return layModes(groups, width);
  }, [rows, view.selected, width]);
  const paint = useCallback((brush: Brush) => paintModes(brush, geometry), [geometry]);
  const choose = (row: Row | undefined): void => {
    if (row !== undefined) onSelect(row.point);
  };
  const onKey = (key: string): boolean => {
    const at = rows.findIndex(({ point }) => sameSize(point, view.selected));
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[key];
    if (key === 'Enter') onOpen();
    else if (next !== undefined) choose(rows[next]);
    return key === 'Enter' || next !== undefined;
  };
  const { axis } = view.chart;
  const title = coresHeadline(view.selected, placeWords(axis, valueOf(rows, view)));
  const subtitle = t('Share of the time of all cores of a kind, {variant}, by {axis}.', {
    variant: lineWords(view),
    axis: t(AXIS_NAMES[axis]),
  });
  const { height } = geometry;
  return (
    <section className="sweep-figure" aria-label={t('What the cores do')}>
      <FigureHead
        figure={{ title, subtitle, width, height, paint }}
        name="scalability-cores"
        table={open}
        onTable={setOpen}
      />
      <div ref={host} className="figure-host" style={{ height }}>
        <FigureCanvas width={width} height={height} paint={paint} />
        <FigureKeys
          name={t(
            'Bars of the cores: arrow keys move between them, Enter opens the run in the Lab',
          )}
          onKey={onKey}
          onPoint={() => undefined}
          onPress={({ y }) => choose(rows[rowAt(geometry, y) ?? -1])}
          onDoublePress={onOpen}
        >
          {null}
        </FigureKeys>
      </div>
      {open && <CoresTable rows={rows} view={view} onSelect={onSelect} />}
    </section>
  );
}

function rowsOf({ chart, place, selected }: ScaleView): readonly Row[] {
  const line = chart.lines[place.line];
  // Along cores the selected combination may be none that does most.
  if (line === undefined) return [{ value: selected.cores, point: selected }];
  const rows = chart.values.flatMap((value, i) => {
    const point = line.points[i];
    return point === null ? [] : [{ value, point }];
  });
  // The same combination may do most on more cores, too.
  return rows.filter(({ point }, i) => i === 0 || rows[i - 1]?.point !== point);
}

function valueOf(rows: readonly Row[], { selected }: ScaleView): number {
  return rows.find(({ point }) => sameSize(point, selected))?.value ?? selected.cores;
}

function lineWords({ chart, selected }: ScaleView): string {
  const { method, replicas } = selected;
  return chart.axis === 'replicas'
    ? methodWords(method)
    : variantWords({ method, redundancy: replicas });
}

type TableProps = Pick<Props, 'view' | 'onSelect'> & { readonly rows: readonly Row[] };

function CoresTable({ rows, view, onSelect }: TableProps) {
  return (
    <TableBox name={t('What the cores do, as a table')}>
      <caption>{t('Share of the time of all cores of a kind; a number selects its run')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(AXIS_NAMES[view.chart.axis])}</th>
          {KINDS.flatMap(({ kind, name }) =>
            CORE_MODES.map((mode) => (
              <th key={`${kind} ${mode}`} scope="col">
                {`${t(name)}: ${t(MODE_WORDS[mode])}`}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, point }) => (
          <tr key={value}>
            <th scope="row">
              <button
                type="button"
                className="cell-button"
                aria-pressed={sameSize(point, view.selected)}
                onClick={() => onSelect(point)}
              >
                {value}
              </button>
            </th>
            {KINDS.flatMap(({ kind }) => {
              const modes = point.figures[kind];
              const all = CORE_MODES.reduce((sum, mode) => sum + modes[mode], 0);
              return CORE_MODES.map((mode) => (
                <td key={`${kind} ${mode}`}>{percentValue((100 * modes[mode]) / all)}</td>
              ));
            })}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
