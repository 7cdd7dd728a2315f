import { useState } from 'react';

import { t } from '../../../base/language.ts';
import type { ScaleSize } from '../../../analysis/scalability/chart.ts';
import type { ScaleMeasureName } from '../../../analysis/scalability/measures.ts';
import { SCALE_MEASURES } from '../../../analysis/scalability/measures.ts';
import type { LinesGeometry } from '../../../draw/sweep/lines-layout.ts';
import { FigureKeys } from '../sweep/FigureKeys.tsx';
import type { FigureSpot } from '../sweep/FigureKeys.tsx';
import { Pointer } from '../sweep/Pointer.tsx';
import { methodWords, variantWords } from '../sweep/variant-words.ts';
import { measureText, placeWords } from './scale-words.ts';
import type { ScaleView } from './use-scale-view.ts';

/** A point of a line. */
interface Place {
  readonly line: number;
  readonly index: number;
}

interface Props {
  readonly view: ScaleView;
  readonly geometry: LinesGeometry;
  readonly measure: ScaleMeasureName;
  readonly onSelect: (selected: ScaleSize) => void;
  readonly onOpen: () => void;
}

/** How near the pointer must be to a point, CSS px. */
const NEAR = 28;

/** Pointing, clicking and keys over the lines. */
export function ScaleInteraction({ view, geometry, measure, onSelect, onOpen }: Props) {
  const [hovered, setHovered] = useState<Place | null>(null);
  const { place } = view;
  const choose = (next: Place | null): void => {
    const point = next === null ? null : pointAt(view, next);
    if (point !== null) onSelect(point);
  };
  const onKey = (key: string): boolean => {
    if (key === 'Enter') {
      onOpen();
      return true;
    }
    const next = keyTarget(key, view, geometry);
    choose(next);
    return next !== null;
  };
  return (
    <FigureKeys
      name={t(
        'Points of the lines: arrow keys move along a line and between lines, Enter opens the run in the Lab',
      )}
      onKey={onKey}
      onPoint={(spot) => setHovered(spot === null ? null : nearest(view, geometry, spot))}
      onPress={(spot) => choose(nearest(view, geometry, spot))}
      onDoublePress={() => hovered !== null && onOpen()}
    >
      <Pointer
        selected={place.line === -1 ? null : geometry.spotOf(place.line, place.index)}
        selectedText={valueAt(view, place, measure)}
        hovered={hovered === null ? null : geometry.spotOf(hovered.line, hovered.index)}
        hoveredText={hovered === null ? '' : textAt(view, hovered, measure)}
        width={geometry.width}
        height={geometry.height}
      />
    </FigureKeys>
  );
}

function pointAt({ chart }: ScaleView, { line, index }: Place) {
  return chart.lines[line]?.points[index] ?? null;
}

function nearest({ chart }: ScaleView, geometry: LinesGeometry, at: FigureSpot): Place | null {
  let [best, least]: [Place | null, number] = [null, NEAR];
  for (const line of chart.lines.keys()) {
    for (const index of chart.values.keys()) {
      const spot = geometry.spotOf(line, index);
      if (spot === null) continue;
      const away = Math.hypot(spot.x - at.x, spot.y - at.y);
      if (away < least) [best, least] = [{ line, index }, away];
    }
  }
  return best;
}

/** Where an arrow key leads: along the line over what has run, or to the next line by height. */
function keyTarget(
  key: string,
  { chart, place }: ScaleView,
  geometry: LinesGeometry,
): Place | null {
  const known = [...chart.values.keys()].filter(
    (index) => geometry.spotOf(place.line, index) !== null,
  );
  const at = known.indexOf(place.index);
  const along = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: known.length - 1 }[key];
  if (along !== undefined) {
    return { ...place, index: known[Math.min(Math.max(along, 0), known.length - 1)] ?? 0 };
  }
  const way = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (way === undefined) return null;
  const lines = [...chart.lines.keys()]
    .map((line) => ({ line, y: geometry.spotOf(line, place.index)?.y }))
    .filter((one): one is { line: number; y: number } => one.y !== undefined)
    .toSorted((a, b) => a.y - b.y || a.line - b.line);
  const next = lines[lines.findIndex(({ line }) => line === place.line) + way];
  return next === undefined ? place : { ...place, line: next.line };
}

function valueAt(view: ScaleView, place: Place, measure: ScaleMeasureName): string {
  const point = pointAt(view, place);
  return point === null ? '' : measureText(measure, SCALE_MEASURES[measure].of(point));
}

/** `sync IPC, TMR, 4 applications per Res core: 100 749 events/s`. */
function textAt(view: ScaleView, place: Place, measure: ScaleMeasureName): string {
  const { axis, lines, values } = view.chart;
  const { method, replicas } = lines[place.line];
  const who =
    replicas === null ? methodWords(method) : variantWords({ method, redundancy: replicas });
  return `${who}, ${placeWords(axis, values[place.index])}: ${valueAt(view, place, measure)}`;
}
