import { useCallback, useMemo, useRef, useState } from 'react';

import { t } from '../../../base/language.ts';
import { PARTS } from '../../../base/vocabulary.ts';
import type { Part } from '../../../base/vocabulary.ts';
import { PART_INFO } from '../../../draw/chart/parts.ts';
import { groupDigits } from '../../../draw/format.ts';
import { layStacks } from '../../../draw/sweep/stacks-layout.ts';
import type { StackInput } from '../../../draw/sweep/stacks-layout.ts';
import { layLegend, paintStacks, paintStacksLegend } from '../../../draw/sweep/stacks-paint.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import { useWidth } from '../../machine/use-width.ts';
import { capital } from '../words.ts';
import { FigureCanvas } from './FigureCanvas.tsx';
import { FigureHead } from './FigureHead.tsx';
import { stacksAt } from './picture.ts';
import { stacksEnd } from './stacks-end.ts';
import { TableBox } from './TableBox.tsx';
import type { SweepView } from './use-view.ts';
import { countWords, variantWords } from './variant-words.ts';

/** Where the cycles of an event go at the selected point, for each way of protection. */
export function StacksView({ view }: { readonly view: SweepView }) {
  const { table, version, selected } = view;
  const [open, setOpen] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 680);
  const stacks = useMemo(
    () => stacksAt(table, selected.point, selected.variant),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [table, version, selected],
  );
  const geometry = useMemo(
    () =>
      layStacks({
        stacks,
        axisMax: stacksEnd(stacks),
        format: (cycles) => groupDigits(cycles),
        groupName: countWords,
        width,
      }),
    [stacks, width],
  );
  const { method } = table.layout.variants[selected.variant];
  const legend = useMemo(() => layLegend(geometry), [geometry]);
  const height = geometry.height + legend.height;
  const paint = useCallback(
    (brush: Brush) => {
      paintStacks(brush, geometry);
      brush.ctx.save();
      brush.ctx.translate(0, geometry.height);
      paintStacksLegend(brush, legend, method);
      brush.ctx.restore();
    },
    [geometry, legend, method],
  );
  const figure = { title: titleOf(view, stacks), subtitle: subtitleOf(view), width, height, paint };
  return (
    <section className="sweep-figure" aria-label={t('Where have the cycles gone?')}>
      <FigureHead figure={figure} name="sweep-cycles" table={open} onTable={setOpen} />
      <div ref={host} className="figure-host" style={{ height }}>
        <FigureCanvas width={width} height={height} paint={paint} />
      </div>
      {open && <PartsTable stacks={stacks} />}
    </section>
  );
}

function titleOf({ table, selected }: SweepView, stacks: readonly StackInput[]): string {
  const stack = stacks.find((one) => one.selected);
  if (stack === undefined) return t('Where have the cycles gone?');
  const of = (...parts: readonly Part[]): number =>
    parts.reduce((sum, part) => sum + stack.parts[PARTS.indexOf(part)], 0);
  const total = stack.parts.reduce((sum, cycles) => sum + cycles, 0);
  return t('Where have the cycles gone? {variant}, signals for {signals} of {all}.', {
    variant: capital(variantWords(table.layout.variants[selected.variant])),
    signals: groupDigits(of('signalIn', 'signalOut')),
    all: groupDigits(total),
  });
}

function subtitleOf({ table, selected, x, y }: SweepView): string {
  const { at } = table.layout.points[selected.point];
  const places = [x, y].flatMap((axis, i) =>
    axis === null ? [] : [axis.phrase(axis.values[axis.order.indexOf(at[i])])],
  );
  const said = { place: places.join(', ') };
  return table.has(selected.point)
    ? t('Cycles per event at {place}; mean over replicas and seeds.', said)
    : t('Cycles per event at {place}; estimated by the closed form.', said);
}

/** The stacks as a table. */
function PartsTable({ stacks }: { readonly stacks: readonly StackInput[] }) {
  const parts = PARTS.filter((_, i) => stacks.some((stack) => stack.parts[i] > 0));
  return (
    <TableBox name={t('Cycles as a table')}>
      <caption>{t('Cycles per event by part')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('method')}</th>
          {parts.map((part) => (
            <th key={part} scope="col">
              {t(PART_INFO[part].label)}
            </th>
          ))}
          <th scope="col">{t('all')}</th>
        </tr>
      </thead>
      <tbody>
        {stacks.map((stack) => (
          <tr key={`${stack.method} ${stack.redundancy}`}>
            <th scope="row">{variantWords(stack)}</th>
            {parts.map((part) => (
              <td key={part}>{groupDigits(stack.parts[PARTS.indexOf(part)])}</td>
            ))}
            <td>{groupDigits(stack.parts.reduce((sum, cycles) => sum + cycles, 0))}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
