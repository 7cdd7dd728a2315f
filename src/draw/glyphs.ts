/** Names of the replica outlines, by replica index. */
export const REPLICA_SHAPES = [
  'disc',
  'square',
  'triangle',
  'pentagon',
  'hexagon',
  'diamond',
  'cross',
] as const;

type Point = readonly [number, number];

/** Corners on a circle of radius 1, the first one at `turn` of a full turn from the top. */
function regular(corners: number, turn = 0): readonly Point[] {
  return Array.from({ length: corners }, (_, i): Point => {
    const angle = (i / corners + turn) * 2 * Math.PI;
    return [Math.sin(angle), -Math.cos(angle)];
  });
}

const scaled = (points: readonly Point[], factor: number): readonly Point[] =>
  points.map(([x, y]): Point => [x * factor, y * factor]);

const ARM = 0.42;
/** Outlines for size 2 (radius 1) around the origin; the areas look alike. The disc has none. */
const OUTLINES: readonly (readonly Point[] | null)[] = [
  null,
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.06],
    [1.08, 0.84],
    [-1.08, 0.84],
  ],
  scaled(regular(5), 1.1),
  scaled(regular(6), 1.04),
  scaled(regular(4), 1.2),
  [
    [-ARM, -1],
    [ARM, -1],
    [ARM, -ARM],
    [1, -ARM],
    [1, ARM],
    [ARM, ARM],
    [ARM, 1],
    [-ARM, 1],
    [-ARM, ARM],
    [-1, ARM],
    [-1, -ARM],
    [-ARM, -ARM],
  ],
];

/** Where a replica glyph of size `s` (CSS px, diameter of R0's disc) is. */
export interface GlyphPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** SVG path data of the outline of replica `id` around its centre, for canvas (`Path2D`) and SVG alike. */
export function replicaPath(id: number, { x, y, size }: GlyphPlace): string {
  const r = size / 2;
  const outline = OUTLINES[id % 7];
  if (outline === null || outline === undefined) {
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${size} 0a${r} ${r} 0 1 0 ${-size} 0z`;
  }
  return `M${outline.map(([px, py]) => `${round(x + px * r)} ${round(y + py * r)}`).join('L')}z`;
}

/** Font size and baseline shift down from the centre of the digit in replica `id` of `size`, CSS px. */
export function replicaDigit(id: number, size: number): { fontPx: number; dy: number } {
  const narrow = id % 7 === 2 || id % 7 === 6;
  const fontPx = size * (narrow ? 0.5 : 0.58);
  return { fontPx, dy: fontPx * 0.36 + (id % 7 === 2 ? size * 0.15 : 0) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Octagon of `size` around (x, y) as SVG path data: the mark of a resilient core. */
export function octagonPath({ x, y, size }: GlyphPlace): string {
  const r = size / 2;
  const c = r * 0.4142;
  const points: Point[] = [
    [-c, -r],
    [c, -r],
    [r, -c],
    [r, c],
    [c, r],
    [-c, r],
    [-r, c],
    [-r, -c],
  ];
  return `M${points.map(([px, py]) => `${round(x + px)} ${round(y + py)}`).join('L')}z`;
}

/** Corners of the bolt in a box of size 2 around the origin. */
const BOLT: readonly Point[] = [
  [0.28, -1],
  [-0.62, 0.16],
  [-0.06, 0.16],
  [-0.28, 1],
  [0.62, -0.24],
  [0.06, -0.24],
];

/** Corners of the bolt of `size` (height) around (x, y): the mark of an injected fault. */
export function boltPoints({ x, y, size }: GlyphPlace): readonly Point[] {
  return BOLT.map(([px, py]): Point => [x + (px * size) / 2, y + (py * size) / 2]);
}
