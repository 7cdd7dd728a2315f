import { estimateTextWidth } from '../../../draw/text-width.ts';

/** A point of a figure, CSS px. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly selected: Spot | null;
  readonly selectedText: string;
  readonly hovered: Spot | null;
  readonly hoveredText: string;
  readonly width: number;
  readonly height: number;
}

/** Marks what is selected with a square and what is pointed at with a ring, and says what it is. */
export function Pointer({ selected, selectedText, hovered, hoveredText, width, height }: Props) {
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
        <Plate spot={spot} text={text} width={width} height={height} />
      )}
    </svg>
  );
}

const PLATE = 22;

function Plate({
  spot,
  text,
  width,
  height,
}: {
  readonly spot: Spot;
  readonly text: string;
  readonly width: number;
  readonly height: number;
}) {
  const wide = Math.min(estimateTextWidth(text, 12) + 12, width - 4);
  const x = Math.min(Math.max(spot.x - wide / 2, 2), width - wide - 2);
  const below = spot.y + 18 + PLATE < height - 40;
  const y = below ? spot.y + 18 : spot.y - 18 - PLATE;
  return (
    <g className="plate">
      <rect x={x} y={y} width={wide} height={PLATE} rx={2} />
      <text x={x + wide / 2} y={y + 15} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
