import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../../base/language.ts';
import { dotAt, layDots } from '../../../draw/dots/layout.ts';
import type { DotFace, DotName, DotsGeometry, DotsInput } from '../../../draw/dots/layout.ts';
import { layDotLegend, paintDotLegend, paintDots } from '../../../draw/dots/paint.ts';
import type { Brush } from '../../../draw/timeline/paint-spans.ts';
import { useWidth } from '../../machine/use-width.ts';
import { FigureCanvas } from '../sweep/FigureCanvas.tsx';
import { FigureHead } from '../sweep/FigureHead.tsx';
import { FigureKeys } from '../sweep/FigureKeys.tsx';
import { Pointer } from '../sweep/Pointer.tsx';
import { countWords } from '../sweep/variant-words.ts';

interface Props {
  /** Of the figure among others. */
  readonly label: string;
  readonly title: string;
  readonly subtitle: string;
  /** Of its files. */
  readonly name: string;
  readonly input: Omit<DotsInput, 'width' | 'groupName'>;
  readonly legend: readonly { readonly face: DotFace; readonly text: string }[];
  /** A dot in words: whose it is, and its value. */
  readonly textOf: (dot: DotName) => string;
  readonly onSelect: (dot: DotName) => void;
  readonly onOpen: () => void;
  /** The same as a table. */
  readonly table: ReactNode;
}

/** Runs as dots on one axis, a row per way of protection; each is a run that can be opened. */
export function DotsFigure(props: Props) {
  const { label, title, subtitle, name, input, legend, table } = props;
  const [open, setOpen] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 680);
  const geometry = useMemo(
    () => layDots({ ...input, groupName: countWords, width }),
    [input, width],
  );
  const faces = useMemo(() => layDotLegend(legend, width), [legend, width]);
  const height = geometry.height + faces.height;
  const paint = useCallback(
    (brush: Brush) => {
      paintDots(brush, geometry);
      brush.ctx.save();
      brush.ctx.translate(0, geometry.height);
      paintDotLegend(brush, faces);
      brush.ctx.restore();
    },
    [geometry, faces],
  );
  return (
    <section className="sweep-figure" aria-label={label}>
      <FigureHead
        figure={{ title, subtitle, width, height, paint }}
        name={name}
        table={open}
        onTable={setOpen}
      />
      <div ref={host} className="figure-host" style={{ height }}>
        <FigureCanvas width={width} height={height} paint={paint} />
        <Interaction {...props} geometry={geometry} height={height} />
      </div>
      {open && table}
    </section>
  );
}

interface InteractionProps extends Props {
  readonly geometry: DotsGeometry;
  readonly height: number;
}

/** Pointing, clicking and keys over the dots. */
function Interaction({ label, input, geometry, height, ...props }: InteractionProps) {
  const { textOf, onSelect, onOpen } = props;
  const [hovered, setHovered] = useState<DotName | null>(null);
  const { selected } = input;
  const spotOf = (dot: DotName | null) => {
    const row = dot === null ? undefined : geometry.rows[dot.row];
    const place = dot === null ? undefined : row?.dots[dot.dot];
    return row === undefined || place === undefined ? null : { x: place.x, y: row.y };
  };
  const onKey = (key: string): boolean => {
    if (key === 'Enter') onOpen();
    const next = key === 'Enter' ? selected : keyTarget(key, input, selected);
    if (next === null) return false;
    if (key !== 'Enter') onSelect(next);
    return true;
  };
  return (
    <FigureKeys
      name={t(
        '{label}: arrow keys move along a row and between rows, Enter opens the run in the Lab',
        { label },
      )}
      onKey={onKey}
      onPoint={(spot) => setHovered(spot === null ? null : dotAt(geometry, spot))}
      onPress={(spot) => {
        const dot = dotAt(geometry, spot);
        if (dot !== null) onSelect(dot);
      }}
      onDoublePress={onOpen}
    >
      <Pointer
        selected={spotOf(selected)}
        selectedText=""
        hovered={spotOf(hovered)}
        hoveredText={hovered === null ? '' : textOf(hovered)}
        width={geometry.width}
        height={height}
      />
    </FigureKeys>
  );
}

/** Where an arrow key leads: to the next dot by value, or to the same one of the next row. */
function keyTarget(
  key: string,
  { rows }: Pick<DotsInput, 'rows'>,
  selected: DotName | null,
): DotName | null {
  const at = selected ?? { row: 0, dot: 0 };
  const dots = rows[at.row]?.dots ?? [];
  const order = [...dots.keys()].toSorted(
    (a, b) => (dots[a]?.value ?? 0) - (dots[b]?.value ?? 0) || a - b,
  );
  const place = order.indexOf(at.dot);
  const along = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: dots.length - 1 }[key];
  if (along !== undefined) {
    const dot = order[Math.min(Math.max(along, 0), order.length - 1)];
    return dot === undefined ? null : { ...at, dot };
  }
  const way = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (way === undefined) return null;
  const row = Math.min(Math.max(at.row + way, 0), rows.length - 1);
  const most = (rows[row]?.dots.length ?? 1) - 1;
  return { row, dot: Math.min(at.dot, most) };
}
