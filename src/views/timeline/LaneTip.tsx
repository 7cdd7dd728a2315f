import type { Hover } from './timeline-picture.ts';

interface Props {
  readonly hover: Hover;
  /** Of the lanes, CSS px. */
  readonly height: number;
}

/** Beside the pointer, on the side where there is room: it must not make the lanes scroll. */
export function LaneTip({ hover: { x, y, text }, height }: Props) {
  const left = `clamp(0px, ${x + 14}px, calc(100% - 280px))`;
  const place = y > height / 2 ? { bottom: height - y + 12 } : { top: y + 18 };
  return (
    <div className="tl-tip" role="tooltip" style={{ left, ...place }}>
      <b>{text.title}</b>
      <span>{text.detail}</span>
      {text.costs !== '' && <code>{text.costs}</code>}
    </div>
  );
}
