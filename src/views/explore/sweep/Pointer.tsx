import { estimateTextWidth } from '../../../draw/text-width.ts';

/** A point of a figure, CSS px. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A box of a figure, CSS px. */
interface Box extends Spot {
  readonly width: number;
  readonly height: number;
}

interface Props {
  readonly selected: Spot | null;
  readonly selectedText: string;
  readonly hovered: Spot | null;
  readonly hoveredText: string;
  readonly width: number;
  readonly height: number;
  /** What the words should not cover, such as names in the figure. */
  readonly avoid?: readonly Box[];
}

/** Marks what is selected with a square and what is pointed at with a ring, and says what it is. */
export function Pointer(props: Props) {
  const { selected, selectedText, hovered, hoveredText, width, height, avoid = [] } = props;
  const text = hovered === null ? selectedText : hoveredText;
  const spot = hovered ?? selected;
  return (
    <svg className="figure-pointer" width={width} height={height} aria-hidden="true">
      {selected !== null && (
        <rect
          className="selected-mark"
          x={selected.x - 9}
          y={selected.y - 9}
          width={18}
          height={18}
          rx={2}
        />
      )}
      {hovered !== null && <circle className="hovered-mark" cx={hovered.x} cy={hovered.y} r={6} />}
      {spot !== null && text !== '' && (
        <Plate spot={spot} text={text} width={width} height={height} avoid={avoid} />
      )}
    </svg>
  );
}

const PLATE = 22;
/** CSS px between a plate and what it is about, and what it keeps clear of. */
const AWAY = 18;
const GAP = 4;
/** CSS px at the foot of a figure that its axis takes. */
const FOOT = 40;

interface PlateProps extends Pick<Props, 'width' | 'height'> {
  readonly spot: Spot;
  readonly text: string;
  readonly avoid: readonly Box[];
}

function Plate({ spot, text, width, height, avoid }: PlateProps) {
  const wide = Math.min(estimateTextWidth(text, 12) + 12, width - 4);
  const x = Math.min(Math.max(spot.x - wide / 2, 2), width - wide - 2);
  const y = plateTop({ x, width: wide }, spot, { height, avoid });
  return (
    <g className="plate">
      <rect x={x} y={y} width={wide} height={PLATE} rx={2} />
      <text x={x + wide / 2} y={y + 15} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

/** Below the spot, or above it: where the plate covers no name, if there is such a place. */
export function plateTop(
  { x, width }: Pick<Box, 'x' | 'width'>,
  spot: Spot,
  { height, avoid }: { readonly height: number; readonly avoid: readonly Box[] },
): number {
  const below = spot.y + AWAY;
  const above = spot.y - AWAY - PLATE;
  const beside = avoid.flatMap((box) => [box.y + box.height + GAP, box.y - GAP - PLATE]);
  const near = beside.toSorted((a, b) => Math.abs(a - spot.y) - Math.abs(b - spot.y));
  const fits = (top: number): boolean => top >= 2 && top + PLATE < height - FOOT;
  const covers = (top: number): boolean =>
    avoid.some(
      (box) =>
        x < box.x + box.width &&
        box.x < x + width &&
        top < box.y + box.height &&
        box.y < top + PLATE,
    );
  const places = [below, above, ...near].filter(
    // Nor does it cover what it is about.
    (top) => fits(top) && (top >= below || top <= above),
  );
  return places.find((top) => !covers(top)) ?? (fits(below) ? below : above);
}
