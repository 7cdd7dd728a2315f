import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';

/** A point of a figure, CSS px. */
export interface FigureSpot {
  readonly x: number;
  readonly y: number;
}

interface Props {
  /** What the keys do. */
  readonly name: string;
  /** Does what the key says; false = the key means nothing here. */
  readonly onKey: (key: string) => boolean;
  /** The pointer is over a point of the figure; `null` = it has left. */
  readonly onPoint: (spot: FigureSpot | null) => void;
  readonly onPress: (spot: FigureSpot) => void;
  readonly onDoublePress: () => void;
  readonly children: ReactNode;
}

/** Takes pointer and keys over a figure, which is one stop of the Tab key. */
export function FigureKeys({ name, onKey, onPoint, onPress, onDoublePress, children }: Props) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!plain || !onKey(event.key)) return;
    event.preventDefault();
    // Arrow keys mean other things elsewhere on the page.
    event.stopPropagation();
  };
  return (
    // An application takes keys: that is what the role says.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="application"
      aria-label={name}
      aria-describedby="selected-run"
      className="figure-keys"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => onPoint(spotOf(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => onPress(spotOf(event))}
      onDoubleClick={onDoublePress}
    >
      {children}
    </div>
  );
}

function spotOf(event: MouseEvent<HTMLElement> | PointerEvent<HTMLElement>): FigureSpot {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
