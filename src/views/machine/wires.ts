/** A point in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A smooth line between two points, level with its ends. */
export interface Wire {
  readonly from: Point;
  readonly to: Point;
  /** SVG path data. */
  readonly path: string;
  readonly vertical: boolean;
}

/** A wire that leaves and enters along the axis between tiles and Romain. */
export function wireBetween(from: Point, to: Point, vertical: boolean): Wire {
  const [a, b] = controls(from, to, vertical);
  const path = `M${r(from.x)} ${r(from.y)}C${r(a.x)} ${r(a.y)} ${r(b.x)} ${r(b.y)} ${r(to.x)} ${r(to.y)}`;
  return { from, to, path, vertical };
}

/** The point at share `t` in [0, 1] of a wire. */
export function pointOn(wire: Wire, t: number): Point {
  const [a, b] = controls(wire.from, wire.to, wire.vertical);
  const at = (p0: number, p1: number, p2: number, p3: number) => {
    const u = 1 - t;
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
  };
  return { x: at(wire.from.x, a.x, b.x, wire.to.x), y: at(wire.from.y, a.y, b.y, wire.to.y) };
}

function controls(from: Point, to: Point, vertical: boolean): readonly [Point, Point] {
  const dx = (to.x - from.x) * 0.45;
  const dy = (to.y - from.y) * 0.45;
  return vertical
    ? [
        { x: from.x, y: from.y + dy },
        { x: to.x, y: to.y - dy },
      ]
    : [
        { x: from.x + dx, y: from.y },
        { x: to.x - dx, y: to.y },
      ];
}

const r = (value: number): number => Math.round(value * 10) / 10;
