import type { SpanStyle } from '../../kernel/activities.ts';
import { replicaColours } from '../theme.ts';
import type { Theme } from '../theme.ts';
import type { Ink } from './ink.ts';
import { fillOf } from './rects.ts';
import type { FillKey, RectBuffer } from './rects.ts';

/** Rectangles narrower than this are painted this wide. CSS px. */
export const MIN_WIDTH = 1;
/** Lanes thinner than this carry plain fills without rules and base lines. */
export const FULL_HEIGHT = 12;
/** Height of the line under user code. CSS px. */
export const BASE_LINE = 2.5;
/** Height of a rule, CSS px. */
export const RULE = 1.5;
/** Half the height of the ticks at the ends of a line. CSS px. */
const TICK = 3.5;

const PLAIN: Readonly<Record<SpanStyle, keyof Theme>> = {
  halted: 'ink-3',
  blocked: 'ink-3',
  user: 'r0-t',
  kernel: 'kern',
  resume: 'kern-t',
  signalIn: 'sig',
  signalOut: 'sig',
  polling: 'sig-t',
  compare: 'work-t',
  handle: 'work',
  recover: 'fault-t',
};

/** The plain colour of a fill, also where its texture has no room. */
export function plainFill(theme: Theme, key: FillKey): string {
  const { style, variant } = fillOf(key);
  if (style === 'user')
    return variant === 7 ? theme['kern-t'] : replicaColours(theme, variant).tint;
  return theme[PLAIN[style]];
}

/** The colour of the line under user code. */
export function baseColour(theme: Theme, key: FillKey): string {
  const { variant } = fillOf(key);
  return variant === 7 ? theme['ink-2'] : replicaColours(theme, variant).fill;
}

/** The colour of the line in a lane that does nothing. */
export function lineColour(theme: Theme, height: number): string {
  return height < FULL_HEIGHT ? theme['line-2'] : theme['ink-3'];
}

/** The whole rectangle. */
export function fillShape(ink: Ink, rects: RectBuffer, i: number): void {
  const width = rects.width[i];
  // A hair of panel between neighbours of one colour keeps them countable.
  const shown = width > 6 ? width - 0.6 : Math.max(width, MIN_WIDTH);
  ink.rect(rects.x[i], rects.y[i], shown, rects.height[i]);
}

/** The line at its foot. */
export function fillBaseLine(ink: Ink, rects: RectBuffer, i: number): void {
  const height = Math.min(BASE_LINE, rects.height[i]);
  const y = rects.y[i] + rects.height[i] - height;
  ink.rect(rects.x[i], y, Math.max(rects.width[i], MIN_WIDTH), height);
}

/** A rule at its head and one at its foot, where there is room. */
export function fillRules(ink: Ink, rects: RectBuffer, i: number): void {
  const height = rects.height[i];
  if (height < FULL_HEIGHT) return;
  const width = Math.max(rects.width[i], MIN_WIDTH);
  ink.rect(rects.x[i], rects.y[i], width, RULE);
  ink.rect(rects.x[i], rects.y[i] + height - RULE, width, RULE);
}

/** A line at half its height. */
export function fillLine(ink: Ink, rects: RectBuffer, i: number): void {
  const line = rects.height[i] < FULL_HEIGHT ? 1 : RULE;
  const middle = rects.y[i] + rects.height[i] / 2;
  ink.rect(rects.x[i], middle - line / 2, Math.max(rects.width[i], MIN_WIDTH), line);
}

/** Ticks at the ends of that line, where there is room. */
export function fillTicks(ink: Ink, rects: RectBuffer, i: number): void {
  const width = rects.width[i];
  if (width < 5 || rects.height[i] < FULL_HEIGHT) return;
  const middle = rects.y[i] + rects.height[i] / 2;
  ink.rect(rects.x[i], middle - TICK, RULE, 2 * TICK);
  ink.rect(rects.x[i] + width - RULE, middle - TICK, RULE, 2 * TICK);
}
