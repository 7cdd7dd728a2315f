import { useState } from 'react';
import type { MouseEvent, RefObject } from 'react';

import type { Highlight } from '../../../../lessons/highlight.ts';
import { useAppState, useHeldRun } from '../../../shell/app-context.ts';
import type { Box } from './boxes.ts';
import { styleAt } from './span-at.ts';
import { highlightName, highlightText } from './things.ts';
import type { Pointing } from './use-highlights.ts';

interface Props {
  readonly picture: RefObject<HTMLDivElement | null>;
  /** Where the lanes are drawn. */
  readonly box: Box;
  readonly pointing: Pointing;
  readonly onLook: (text: string | null) => void;
}

interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly name: string;
}

/** Over the lanes: a press takes the kind of time that is drawn there, beside them the whole timeline. Keys reach the same in the legend. */
export function LaneLayer({ picture, box, pointing, onLook }: Props) {
  const run = useHeldRun();
  const view = useAppState((state) => state.window);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const look = (next: Pointer | null): void => {
    setPointer(next);
    onLook(next?.text ?? null);
  };
  const find = ({ clientX, clientY, currentTarget }: MouseEvent): Pointer => {
    const core = coreAt(picture.current, clientY);
    const { left, top, width } = currentTarget.getBoundingClientRect();
    const x = clientX - left;
    const style = core === null ? null : styleAt(run?.recording.spans[core], view, x / width);
    const highlight: Highlight =
      style === null ? { kind: 'panel', panel: 'timeline' } : { kind: 'span', style };
    const [text, name] = [highlightText(highlight), highlightName(highlight)];
    return { x, y: clientY - top, text, name };
  };
  return (
    // Whoever has no pointer finds each kind of time in the legend, or below the picture.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className="point-lanes"
      style={{ ...box }}
      onPointerMove={(event) => look(find(event))}
      onPointerLeave={() => look(null)}
      onClick={(event) => pointing.toggle(find(event).text)}
    >
      {pointer !== null && (
        <span className="point-name" style={{ left: pointer.x, top: pointer.y }}>
          {pointer.name}
        </span>
      )}
    </div>
  );
}

/** The core whose lane is at that height of the window. */
function coreAt(picture: Element | null, y: number): number | null {
  const lane = [...(picture?.querySelectorAll<HTMLElement>('.tl-header[data-lane]') ?? [])].find(
    (one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return y >= top && y < bottom;
    },
  );
  return lane === undefined ? null : Number(lane.dataset['lane']);
}
