import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../../base/language.ts';
import type { RunFigures } from '../../../analysis/sweep/spec.ts';
import type { SignallingMethod } from '../../../base/vocabulary.ts';
import { PARTS } from '../../../base/vocabulary.ts';
import { PART_INFO } from '../../../draw/chart/parts.ts';
import { groupDigits } from '../../../draw/format.ts';
import { layStacks } from '../../../draw/sweep/stacks-layout.ts';
import type { StackInput } from '../../../draw/sweep/stacks-layout.ts';
import { layLegend, paintStacks, paintStacksLegend } from '../../../draw/sweep/stacks-paint.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import { useWidth } from '../../machine/use-width.ts';
import { FigureCanvas } from '../sweep/FigureCanvas.tsx';
import { FigureHead } from '../sweep/FigureHead.tsx';
import { stacksEnd } from '../sweep/stacks-end.ts';
import { TableBox } from '../sweep/TableBox.tsx';
import { countWords, methodWords } from '../sweep/variant-words.ts';

/** A bar with its name for tables, which have no pictograms. */
export interface NamedStack extends StackInput {
  readonly tableName: string;
}

interface Props {
  readonly title: string;
  readonly subtitle: string;
  readonly name: string;
  readonly stacks: readonly NamedStack[];
  /** Whose fills the legend shows. */
  readonly method: SignallingMethod;
  /** Controls beside the title. */
  readonly children?: ReactNode;
}

/** Where the cycles of an event go, bar by bar. */
export function StacksFigure({ title, subtitle, name, stacks, method, children }: Props) {
  const [open, setOpen] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 680);
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
  return (
    <section className="sweep-figure" aria-label={t('Where have the cycles gone?')}>
      <FigureHead
        figure={{ title, subtitle, width, height, paint }}
        name={name}
        table={open}
        onTable={setOpen}
      >
        {children}
      </FigureHead>
      <div ref={host} className="figure-host" style={{ height }}>
        <FigureCanvas width={width} height={height} paint={paint} />
      </div>
      {open && <PartsTable stacks={stacks} />}
    </section>
  );
}

function PartsTable({ stacks }: { readonly stacks: readonly NamedStack[] }) {
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
        {stacks.map(({ tableName, parts: cycles }) => (
          <tr key={tableName}>
            <th scope="row">{tableName}</th>
            {parts.map((part) => (
              <td key={part}>{groupDigits(cycles[PARTS.indexOf(part)])}</td>
            ))}
            <td>{groupDigits(cycles.reduce((sum, one) => sum + one, 0))}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

interface StackName {
  readonly method: SignallingMethod;
  readonly replicas: number;
  /** What tells the bar from others of the same method, if anything. */
  readonly name?: string;
  readonly selected: boolean;
}

/** The bar of a run: its cycles per event by part, user code apart. */
export function stackOf(figures: RunFigures, bar: StackName): NamedStack {
  const { method, replicas, name, selected } = bar;
  const events = Math.max(1, figures.completedEvents / figures.apps);
  return {
    method,
    redundancy: replicas,
    selected,
    ...(name === undefined ? {} : { name }),
    tableName: name === undefined ? methodWords(method) : `${methodWords(method)}, ${name}`,
    parts: PARTS.map((part) => (part === 'compute' ? 0 : figures.breakdown[part] / events)),
  };
}
