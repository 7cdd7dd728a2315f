import { assertUnreachable } from '../../base/assert.ts';
import type { ReplicaId } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { SpanStyle } from '../../kernel/activities.ts';

/** CSS px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Kind {
  /** `wait`, `queue` and `device` exist in stacked bars only. */
  readonly state: SpanStyle | 'wait' | 'queue' | 'device';
  /** Whose code, for `user`; -1 = nobody's. */
  readonly replica?: ReplicaId;
  readonly method: SignallingMethod;
  /** Prefix of the `StatePatterns` in force. */
  readonly patterns: string;
}

interface Props extends Kind, Box {}

/** A stretch of time in the style of its state: the same in tile strip, bar and legend. */
export function StateShape({ x, y, width, height, ...kind }: Props) {
  return <StateShapes {...kind} boxes={[{ x, y, width, height }]} />;
}

interface ShapesProps extends Kind {
  /** All of one height. */
  readonly boxes: readonly Box[];
}

/**
 * Stretches of one state. However many they are, they are the same few paths: bars and strips change
 * with every frame of a drag, and an element costs the browser more than a piece of a path.
 */
export function StateShapes({ state, boxes, replica = -1, method, patterns }: ShapesProps) {
  switch (state) {
    case 'halted':
      return <path d={middles(boxes)} stroke="var(--ink-3)" strokeWidth={1.5} />;
    case 'blocked':
      return <Blocked boxes={boxes} />;
    case 'user':
      return <User boxes={boxes} hue={replica < 0 ? 'kern' : `r${replica % 7}`} />;
    case 'kernel':
      return <path d={outlines(boxes)} fill="var(--kern)" />;
    case 'resume':
      return <Resume boxes={boxes} />;
    case 'signalIn':
      return <path d={outlines(boxes)} fill={`url(#${patterns}-${method}-in)`} />;
    case 'signalOut':
      return <path d={outlines(boxes)} fill={`url(#${patterns}-${method}-out)`} />;
    case 'polling':
      return <path d={outlines(boxes)} fill={`url(#${patterns}-poll)`} />;
    case 'compare':
      return <Compare boxes={boxes} />;
    case 'handle':
      return <path d={outlines(boxes)} fill="var(--work)" />;
    case 'recover':
      return <path d={outlines(boxes)} fill="var(--fault-t)" stroke="var(--fault)" />;
    case 'wait':
    case 'queue':
    case 'device':
      return <Waiting boxes={boxes} state={state} />;
    default:
      return assertUnreachable(state);
  }
}

interface Boxes {
  readonly boxes: readonly Box[];
}

/** A coordinate as a path needs it. */
function at(px: number): number {
  return Math.round(px * 100) / 100;
}

function pathOf(boxes: readonly Box[], part: (box: Box) => string): string {
  let path = '';
  for (const box of boxes) path += part(box);
  return path;
}

function outline({ x, y, width, height }: Box): string {
  return `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z`;
}

function outlines(boxes: readonly Box[]): string {
  return pathOf(boxes, outline);
}

/** A line across `box`, `down` from its top and this far from its ends. */
function line({ x, y, width }: Box, down: number, inset = 0): string {
  return `M${at(x + inset)} ${at(y + down)}h${at(width - 2 * inset)}`;
}

function middles(boxes: readonly Box[], inset = 0): string {
  return pathOf(boxes, (box) => line(box, box.height / 2, inset));
}

/** `box` smaller by `by` on each side. */
function inner({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function Blocked({ boxes }: Boxes) {
  const ends = pathOf(boxes, ({ x, y, width, height }) => {
    const inset = Math.min(0.75, width / 2);
    const bar = `${at(y + 1)}v${at(height - 2)}`;
    return `M${at(x + inset)} ${bar}M${at(x + width - inset)} ${bar}`;
  });
  return <path d={middles(boxes) + ends} stroke="var(--ink-3)" strokeWidth={1.5} fill="none" />;
}

function User({ boxes, hue }: Boxes & { readonly hue: string }) {
  const feet = pathOf(boxes, ({ x, y, width, height }) =>
    outline({ x, y: y + height - 2.5, width, height: 2.5 }),
  );
  return (
    <>
      <path d={outlines(boxes)} fill={`var(--${hue}-t)`} />
      <path d={feet} fill={`var(--${hue})`} />
    </>
  );
}

function Resume({ boxes }: Boxes) {
  const edges = pathOf(boxes, (box) => line(box, 0.75) + line(box, box.height - 0.75));
  return (
    <>
      <path d={outlines(boxes)} fill="var(--kern-t)" />
      <path d={edges} stroke="var(--kern)" strokeWidth={1.5} />
    </>
  );
}

function Compare({ boxes }: Boxes) {
  const height = boxes[0]?.height ?? 0;
  const gap = Math.min(3, height / 6);
  const lines = pathOf(boxes, (box) =>
    box.width > 3 ? line(box, height / 2 - gap, 1) + line(box, height / 2 + gap, 1) : '',
  );
  const frames = pathOf(boxes, (box) => (box.width > 1.5 ? outline(inner(box, 0.5)) : ''));
  return (
    <>
      <path d={outlines(boxes)} fill="var(--work-t)" />
      <path d={lines} stroke="var(--work)" strokeWidth={Math.min(1.6, height / 8)} />
      <path d={frames} fill="none" stroke="var(--work)" />
    </>
  );
}

interface WaitingProps extends Boxes {
  readonly state: 'wait' | 'queue' | 'device';
}

/** Empty, with a flat line; in a queue the edge is dashed, for a device the line ends with an interrupt. */
function Waiting({ boxes, state }: WaitingProps) {
  const thin = pathOf(boxes, (box) => (box.width < 1 ? outline(box) : ''));
  const frames = pathOf(boxes, (box) => (box.width < 1 ? '' : outline(inner(box, 0.5))));
  const wide = boxes.filter(({ width }) => width > 5);
  return (
    <>
      <path d={thin} fill="var(--ink-3)" opacity={0.5} />
      <path
        d={frames}
        fill="var(--panel)"
        stroke="var(--ink-3)"
        strokeDasharray={state === 'queue' ? '2 2' : undefined}
      />
      <path
        d={state === 'device' ? pathOf(wide, rise) : middles(wide, 2)}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth={1.5}
      />
    </>
  );
}

/** A low line that rises at its end. */
function rise(box: Box): string {
  const { height } = box;
  return `${line(box, height * 0.7, 2)}v${at(-height * 0.45)}`;
}
