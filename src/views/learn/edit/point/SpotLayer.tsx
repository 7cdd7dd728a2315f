import { useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';

import { nextBox } from './boxes.ts';
import type { Box, Direction } from './boxes.ts';
import { LaneLayer } from './LaneLayer.tsx';
import { fullName } from './things.ts';
import type { ShownSpot, ShownThing } from './use-places.ts';
import type { Pointing } from './use-highlights.ts';

interface Props {
  readonly picture: RefObject<HTMLDivElement | null>;
  /** Where the lanes of the timeline are drawn. */
  readonly lanes: Box | null;
  readonly spots: readonly ShownSpot[];
  readonly pointing: Pointing;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Over the picture: a button for each thing in it, and a frame around what is chosen or looked at. */
export function SpotLayer({ picture, spots, lanes, pointing }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const things = spots.flatMap((spot) => spot.things);
  const press = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    goOn(layer.current, direction);
  };
  return (
    // Arrow keys of its buttons come up to it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={layer} className="point-layer" onKeyDown={press}>
      {things.map(({ text, lit }) => (
        <Frame
          key={text}
          box={lit}
          chosen={pointing.chosen.includes(text)}
          looked={looked === text}
        />
      ))}
      {lanes !== null && (
        <LaneLayer picture={picture} box={lanes} pointing={pointing} onLook={setLooked} />
      )}
      {spots.map((spot) => (
        <Spot
          key={spot.things.map(({ text }) => text).join(' ')}
          spot={spot}
          pointing={pointing}
          onLook={setLooked}
        />
      ))}
    </div>
  );
}

interface FrameProps {
  readonly box: Box | null;
  readonly chosen: boolean;
  readonly looked: boolean;
}

/** What lights up when the step is played. */
function Frame({ box, chosen, looked }: FrameProps) {
  if (box === null || !(chosen || looked)) return null;
  return <div className={chosen ? 'point-frame chosen' : 'point-frame'} style={{ ...box }} />;
}

interface SpotProps {
  readonly spot: ShownSpot;
  readonly pointing: Pointing;
  readonly onLook: (text: string | null) => void;
}

/** One thing is pressed anywhere in its box, several each at its name. */
function Spot({ spot, pointing, onLook }: SpotProps) {
  const { box, others, things } = spot;
  const alone = things.length === 1;
  return (
    <>
      <div
        className={alone ? 'point-spot' : 'point-spot several'}
        style={{ ...box, zIndex: alone ? depthOf(box) : NAMES }}
      >
        {things.map((thing) => (
          <ThingButton key={thing.text} thing={thing} pointing={pointing} onLook={onLook} />
        ))}
      </div>
      {alone &&
        others.map((other) => (
          <Twin
            key={`${other.left} ${other.top}`}
            {...{ other, pointing, onLook }}
            thing={things[0]}
          />
        ))}
    </>
  );
}

/** Names lie over all that is pressed anywhere. */
const NAMES = 1_000_001;

/** The smaller lies over the larger. */
function depthOf({ width, height }: Box): number {
  return 1_000_000 - Math.round(Math.sqrt(width * height));
}

/** The same thing once more, for the pointer alone: keys and speech have it already. */
function Twin({ thing, other, pointing, onLook }: ButtonProps & { readonly other: Box }) {
  return (
    <div className="point-spot" style={{ ...other, zIndex: depthOf(other) }} aria-hidden="true">
      <button
        type="button"
        tabIndex={-1}
        onClick={() => pointing.toggle(thing.text)}
        onPointerEnter={() => onLook(thing.text)}
        onPointerLeave={() => onLook(null)}
      >
        <span className="point-name">{thing.name}</span>
      </button>
    </div>
  );
}

interface ButtonProps extends Omit<SpotProps, 'spot'> {
  readonly thing: ShownThing;
}

function ThingButton({ thing, pointing, onLook }: ButtonProps) {
  const { text, name } = thing;
  const { chosen, full, toggle } = pointing;
  const on = chosen.includes(text);
  return (
    <button
      type="button"
      aria-label={fullName(thing)}
      aria-pressed={on}
      aria-disabled={full && !on}
      data-point={text}
      onClick={() => toggle(text)}
      onPointerEnter={() => onLook(text)}
      onPointerLeave={() => onLook(null)}
      onFocus={() => onLook(text)}
      onBlur={() => onLook(null)}
    >
      <span className="point-name">{name}</span>
    </button>
  );
}

/** Gives the focus to what lies next to what has it. */
function goOn(layer: Element | null, direction: Direction): void {
  const buttons = [...(layer?.querySelectorAll<HTMLElement>('[data-point]') ?? [])];
  const from = buttons.findIndex((one) => one === document.activeElement);
  if (from < 0) return;
  const boxes = buttons.map((one) => one.getBoundingClientRect());
  buttons[nextBox(boxes, from, direction)]?.focus();
}
