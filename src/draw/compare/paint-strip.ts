import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { Part, SignallingMethod } from '../../base/vocabulary.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { groupDigits } from '../format.ts';
import type { TokenName } from '../theme.ts';
import { setLabelFont } from '../timeline/paint.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { fillKey } from '../timeline/rects.ts';
import { estimateTextWidth } from '../text-width.ts';
import { freePlace } from './strip.ts';
import type { StripBar, StripColumn, StripLayout } from './strip.ts';

/** Shares smaller than this carry their plain colour. CSS px. */
const TEXTURE_SIZE = 4;

/** What the strip is painted for besides its layout. */
export interface StripState {
  readonly width: number;
  readonly height: number;
  /** Methods of both runs: what B takes longer is drawn as B's, what it saves as A's. */
  readonly methods: readonly [SignallingMethod, SignallingMethod];
  /** CSS px. */
  readonly playheadX: number;
  readonly hovered: StripColumn | null;
}

const FILLS: Readonly<Record<Part, TokenName>> = {
  compute: 'r0-t',
  trap: 'kern',
  signalIn: 'sig',
  wait: 'panel',
  queue: 'panel',
  compare: 'work-t',
  handle: 'work',
  signalOut: 'sig',
  resume: 'kern-t',
  recover: 'fault-t',
  device: 'panel',
};

const EDGES: Partial<Record<Part, TokenName>> = {
  compute: 'r0',
  wait: 'ink-3',
  queue: 'ink-3',
  compare: 'work',
  resume: 'kern',
  recover: 'fault',
  device: 'ink-3',
};

/** Parts in which nothing is done. */
const WAITING: ReadonlySet<Part> = new Set(['wait', 'queue', 'device']);

/** Paints the strip: shares, zero line, extremes, playhead. Clears its canvas first. */
export function paintStrip(brush: Brush, layout: StripLayout, state: StripState): void {
  const { ctx, theme } = brush;
  ctx.clearRect(0, 0, state.width, state.height);
  for (const bar of layout.bars) paintBar(brush, bar, { layout, methods: state.methods });
  ctx.fillStyle = theme['line-2'];
  ctx.fillRect(0, Math.round(layout.zero) - 0.5, state.width, 1);
  if (state.hovered !== null) {
    ctx.strokeStyle = theme.sel;
    ctx.lineWidth = 1.5;
    const { x, width } = state.hovered;
    ctx.strokeRect(x - 0.5, 0.75, Math.max(width, 1) + 1, state.height - 1.5);
  }
  paintExtremes(brush, layout, state);
  ctx.fillStyle = theme.ink;
  if (state.playheadX >= 0 && state.playheadX <= state.width)
    ctx.fillRect(state.playheadX - 1, 0, 2, state.height);
}

function paintBar(
  { ctx, theme, textures }: Brush,
  { part, x, y, width, height }: StripBar,
  { layout, methods }: { readonly layout: StripLayout; readonly methods: StripState['methods'] },
): void {
  const method = methods[y >= layout.zero ? 0 : 1];
  const signal = part === 'signalIn' || part === 'signalOut' ? part : null;
  const large = height >= TEXTURE_SIZE && width >= TEXTURE_SIZE;
  const texture = signal !== null && large ? textures.get(ctx, textureKey(signal, method)) : null;
  ctx.fillStyle = texture ?? theme[FILLS[part]];
  ctx.fillRect(x, y, width, height);
  const edge = EDGES[part];
  if (edge === undefined) return;
  ctx.fillStyle = theme[edge];
  if (!large) {
    // Nothing but its colour has room, and a pale one would be lost.
    if (WAITING.has(part)) ctx.fillRect(x, y, Math.min(width, 1), height);
    return;
  }
  ctx.strokeStyle = theme[edge];
  ctx.lineWidth = 1;
  ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  if (WAITING.has(part)) ctx.fillRect(x + 2, y + height / 2, width - 4, 1);
}

function textureKey(style: SpanStyle, method: SignallingMethod): number {
  return fillKey(SPAN_STYLES.indexOf(style), SIGNALLING_METHODS.indexOf(method));
}

/** The largest differences as numbers, beside the bars, or else on a ground that keeps them legible. */
function paintExtremes(
  { ctx, theme }: Brush,
  layout: StripLayout,
  { width, height }: StripState,
): void {
  const { most, least } = layout;
  setLabelFont(ctx, 450, true);
  ctx.textAlign = 'left';
  const write = (text: string, baseline: number): void => {
    const place = { y: baseline - 10, width: estimateTextWidth(text, 11, 'mono') + 6, height: 13 };
    const x = freePlace(layout, place, width);
    ctx.globalAlpha = 0.85;
    ctx.fillStyle = theme.panel;
    ctx.fillRect(x, place.y, place.width, place.height);
    ctx.globalAlpha = 1;
    ctx.fillStyle = theme['ink-2'];
    ctx.fillText(text, x + 3, baseline);
  };
  if (most > 0) write(`+${groupDigits(most)}`, 11);
  if (least > 0) write(`−${groupDigits(least)}`, height - 3);
}
