import { assert } from '../../base/assert.ts';
import { attributes, escapeText, short } from './markup.ts';
import { apply, IDENTITY, isMove, multiply, scaleOf } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { measureText } from './measure.ts';

/** A fill that is defined elsewhere in the document. */
export class SvgPaint {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

/** What `save` keeps. */
interface State {
  readonly fillStyle: string | SvgPaint;
  readonly strokeStyle: string | SvgPaint;
  readonly globalAlpha: number;
  readonly lineWidth: number;
  readonly lineJoin: string;
  readonly lineCap: string;
  readonly lineDashOffset: number;
  readonly font: string;
  readonly textAlign: string;
  readonly textBaseline: string;
  readonly matrix: Matrix;
  readonly clipId: string | null;
  readonly dash: readonly number[];
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** Ids that no other picture of the same document has. */
export interface SvgIds {
  readonly next: () => string;
}

/** Ids that begin with `prefix`. */
export function createIds(prefix: string): SvgIds {
  let count = 0;
  return { next: () => `${prefix}${count++}` };
}

const ANCHORS: Readonly<Record<string, string | null>> = {
  left: null,
  start: null,
  center: 'middle',
  right: 'end',
  end: 'end',
};
const BASELINES: Readonly<Record<string, string | null>> = {
  alphabetic: null,
  middle: 'central',
  top: 'text-before-edge',
  hanging: 'hanging',
  bottom: 'text-after-edge',
};

/**
 * The part of a canvas context that the painters of this room use, as SVG: whatever they paint on it
 * becomes elements in the same order. It needs no page. A method that it lacks fails as a call of what
 * is not there; a property that it lacks fails when it is set, as the object takes no new ones.
 */
export class SvgContext {
  fillStyle: string | SvgPaint = '#000';
  strokeStyle: string | SvgPaint = '#000';
  globalAlpha = 1;
  lineWidth = 1;
  lineJoin = 'miter';
  lineCap = 'butt';
  lineDashOffset = 0;
  font = '10px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  private readonly ids: SvgIds;
  private readonly elements: string[] = [];
  private readonly definitions: string[] = [];
  private readonly saved: State[] = [];
  private matrix: Matrix = IDENTITY;
  private clipId: string | null = null;
  private dash: readonly number[] = [];
  /** Path data under construction, in the coordinates of the picture. */
  private path = '';
  private atStart = true;
  /** Rectangles of one fill, which become one element. */
  private run: { readonly key: string; data: string } | null = null;

  constructor(ids: SvgIds) {
    this.ids = ids;
    Object.preventExtensions(this);
  }

  /** Everything painted so far: what must stand in `<defs>`, and the elements in order. */
  finish(): { readonly definitions: string; readonly elements: string } {
    this.flush();
    return { definitions: this.definitions.join(''), elements: this.elements.join('') };
  }

  /** Adds to `<defs>`. */
  define(markup: string): void {
    this.definitions.push(markup);
  }

  save(): void {
    const { fillStyle, strokeStyle, globalAlpha, lineWidth, lineJoin, lineCap } = this;
    const { lineDashOffset, font, textAlign, textBaseline, matrix, clipId, dash } = this;
    const look = { fillStyle, strokeStyle, globalAlpha, lineWidth, lineJoin, lineCap };
    const rest = { lineDashOffset, font, textAlign, textBaseline, matrix, clipId, dash };
    this.saved.push({ ...look, ...rest });
  }

  restore(): void {
    const state = this.saved.pop();
    if (state !== undefined) Object.assign(this, state);
  }

  translate(x: number, y: number): void {
    this.matrix = multiply(this.matrix, [1, 0, 0, 1, x, y]);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = multiply(this.matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  scale(x: number, y: number): void {
    this.matrix = multiply(this.matrix, [x, 0, 0, y, 0, 0]);
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  beginPath(): void {
    this.path = '';
    this.atStart = true;
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.point(x, y)}`;
    this.atStart = false;
  }

  /** Without a point before it, begins there, as on a canvas. */
  lineTo(x: number, y: number): void {
    this.path += `${this.atStart ? 'M' : 'L'}${this.point(x, y)}`;
    this.atStart = false;
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path += `Q${this.point(cx, cy)} ${this.point(x, y)}`;
  }

  bezierCurveTo(...p: [number, number, number, number, number, number]): void {
    this.path += `C${this.point(p[0], p[1])} ${this.point(p[2], p[3])} ${this.point(p[4], p[5])}`;
  }

  closePath(): void {
    this.path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** One radius for all corners. */
  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(Math.abs(radius), Math.abs(width) / 2, Math.abs(height) / 2);
    const [right, bottom] = [x + width, y + height];
    this.moveTo(x + r, y);
    this.lineTo(right - r, y);
    this.turn(r, [right, y + r]);
    this.lineTo(right, bottom - r);
    this.turn(r, [right - r, bottom]);
    this.lineTo(x + r, bottom);
    this.turn(r, [x, bottom - r]);
    this.lineTo(x, y + r);
    this.turn(r, [x + r, y]);
    this.closePath();
  }

  arc(...[x, y, r, from, to, backwards = false]: ArcArguments): void {
    const full = Math.abs(to - from) >= 2 * Math.PI - 1e-9;
    const sweep = full ? 2 * Math.PI : turnBetween(from, to, backwards);
    this.lineTo(x + r * Math.cos(from), y + r * Math.sin(from));
    // A whole circle has no end apart from its beginning, so it takes two halves.
    const parts = full ? 2 : 1;
    for (let i = 1; i <= parts; i++) {
      const angle = from + ((backwards ? -1 : 1) * sweep * i) / parts;
      const end = [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const;
      this.turn(r, end, { large: sweep / parts > Math.PI, backwards });
    }
  }

  clip(): void {
    const id = this.ids.next();
    const within = this.clipId === null ? null : `url(#${this.clipId})`;
    const outer = attributes({ id, 'clip-path': within });
    this.define(`<clipPath${outer}><path d="${this.path}"/></clipPath>`);
    this.clipId = id;
  }

  /** Takes away everything so far: painters clear their whole canvas, and nothing less. */
  clearRect(): void {
    this.elements.length = 0;
    this.run = null;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    if (width === 0 || height === 0) return;
    const key = attributes(this.filled());
    const [left, top] = isMove(this.matrix) ? apply(this.matrix, x, y) : [Number.NaN, 0];
    if (Number.isNaN(left)) {
      this.outside(() => this.rect(x, y, width, height));
      return;
    }
    const [w, h] = [short(width), short(height)];
    const data = `M${short(left)} ${short(top)}h${w}v${h}h${short(-Number(w))}z`;
    // What is see-through must not become one: where two overlap, both count.
    if (this.run?.key === key && this.globalAlpha === 1) this.run.data += data;
    else {
      this.flush();
      this.run = { key, data };
    }
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const { path, atStart } = this;
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
    Object.assign(this, { path, atStart });
  }

  fill(rule?: 'evenodd' | 'nonzero'): void {
    if (this.path === '') return;
    const even = rule === 'evenodd' ? { 'fill-rule': 'evenodd' } : {};
    this.add('path', { d: this.path, ...this.filled(), ...even });
  }

  stroke(): void {
    if (this.path === '') return;
    const { opacity, 'clip-path': clip } = this.common();
    const width = this.lineWidth * scaleOf(this.matrix);
    this.add('path', {
      d: this.path,
      fill: 'none',
      stroke: colourOf(this.strokeStyle),
      'stroke-width': width === 1 ? null : width,
      'stroke-linejoin': this.lineJoin === 'miter' ? null : this.lineJoin,
      'stroke-linecap': this.lineCap === 'butt' ? null : this.lineCap,
      'stroke-dasharray': this.dash.length === 0 ? null : this.dash.map(short).join(' '),
      'stroke-dashoffset': this.lineDashOffset === 0 ? null : this.lineDashOffset,
      opacity,
      'clip-path': clip,
    });
  }

  fillText(text: string, x: number, y: number): void {
    const { weight, size, family } = fontOf(this.font);
    const turned = !isMove(this.matrix);
    const [left, top] = turned ? [x, y] : apply(this.matrix, x, y);
    const place = {
      x: left,
      y: top,
      transform: turned ? `matrix(${this.matrix.map(short).join(' ')})` : null,
    };
    const face = { 'font-family': family, 'font-size': size, 'font-weight': weight };
    const around = {
      'text-anchor': ANCHORS[this.textAlign] ?? null,
      'dominant-baseline': BASELINES[this.textBaseline] ?? null,
    };
    this.flush();
    const start = `<text${attributes({ ...place, ...this.filled(), ...face, ...around })}>`;
    this.elements.push(`${start}${escapeText(text)}</text>`);
  }

  measureText(text: string): { readonly width: number } {
    const { size, family } = fontOf(this.font);
    return { width: measureText(text, size, /mono/i.test(family)) };
  }

  /** Ends the path so far aside, paints another one, and takes it up again. */
  private outside(trace: () => void): void {
    const { path, atStart } = this;
    this.beginPath();
    trace();
    this.fill();
    Object.assign(this, { path, atStart });
  }

  private point(x: number, y: number): string {
    const [px, py] = apply(this.matrix, x, y);
    return `${short(px)} ${short(py)}`;
  }

  private turn(
    radius: number,
    [x, y]: readonly [number, number],
    { large = false, backwards = false } = {},
  ): void {
    const r = short(radius * scaleOf(this.matrix));
    this.path += `A${r} ${r} 0 ${large ? 1 : 0} ${backwards ? 0 : 1} ${this.point(x, y)}`;
  }

  private filled(): Attributes {
    return { fill: colourOf(this.fillStyle), ...this.common() };
  }

  private common(): { readonly opacity: string | null; readonly 'clip-path': string | null } {
    return {
      // As text, since two decimals would make the grey of a lens another one.
      opacity: this.globalAlpha === 1 ? null : String(this.globalAlpha),
      'clip-path': this.clipId === null ? null : `url(#${this.clipId})`,
    };
  }

  private add(name: string, values: Attributes): void {
    this.flush();
    this.elements.push(`<${name}${attributes(values)}/>`);
  }

  private flush(): void {
    if (this.run !== null) this.elements.push(`<path d="${this.run.data}"${this.run.key}/>`);
    this.run = null;
  }
}

type ArcArguments = [
  x: number,
  y: number,
  radius: number,
  from: number,
  to: number,
  backwards?: boolean,
];

/** The positive angle from `from` to `to` in the direction of the turn. */
function turnBetween(from: number, to: number, backwards: boolean): number {
  const turn = (backwards ? from - to : to - from) % (2 * Math.PI);
  return turn < 0 ? turn + 2 * Math.PI : turn;
}

function colourOf(style: string | SvgPaint): string {
  return typeof style === 'string' ? style : `url(#${style.id})`;
}

/** Parts of a canvas font such as `600 11px "Inter Variable", sans-serif`. */
function fontOf(font: string): { weight: string | null; size: number; family: string } {
  const [, weight = null, size, family] = /^(?:(\d+|bold)\s+)?([\d.]+)px\s+(.+)$/.exec(font) ?? [];
  assert(size !== undefined && family !== undefined, `cannot read the font "${font}"`);
  return { weight, size: Number(size), family };
}
