import * as v from 'valibot';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Scenario } from '../scenario.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** What a link says of the picture; all optional, numbers are whole and >= 0. */
export interface LinkView {
  /** Playhead in cycles. */
  readonly time?: number;
  /** Kernel steps applied at the playhead. */
  readonly step?: number;
  /** First and last cycle that the timeline shows. */
  readonly window?: readonly [number, number];
  readonly theme?: 'light' | 'dark';
  /** Absent = the lab. */
  readonly screen?: 'lab' | 'explore';
}

/** What a link carries. */
export interface LinkContent {
  readonly scenario: Scenario;
  readonly view: LinkView;
}

const TIME = 1;
const STEP = 2;
const WINDOW = 4;
const THEME = 8;
const DARK = 16;
const EXPLORE = 32;

/** Writes a view; fractions are rounded, negative numbers become 0. */
export function writeView(out: ByteWriter, view: LinkView): void {
  const { time, step, window, theme, screen } = view;
  let flags = theme === 'dark' ? DARK : 0;
  if (screen === 'explore') flags |= EXPLORE;
  if (time !== undefined) flags |= TIME;
  if (step !== undefined) flags |= STEP;
  if (window !== undefined) flags |= WINDOW;
  if (theme !== undefined) flags |= THEME;
  out.byte(flags);
  if (time !== undefined) out.varint(wholeOf(time));
  if (step !== undefined) out.varint(wholeOf(step));
  if (window === undefined) return;
  out.varint(wholeOf(window[0]));
  out.varint(wholeOf(window[1]));
}

/** Reads it, not yet validated. */
export function readView(from: ByteReader): unknown {
  const flags = from.byte();
  return {
    ...(flags & TIME && { time: from.varint() }),
    ...(flags & STEP && { step: from.varint() }),
    ...(flags & WINDOW && { window: [from.varint(), from.varint()] }),
    ...(flags & THEME && { theme: flags & DARK ? 'dark' : 'light' }),
    ...(flags & EXPLORE && { screen: 'explore' }),
  };
}

function wholeOf(value: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round(value)));
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const viewSchema = v.strictObject({
  time: v.exactOptional(whole),
  step: v.exactOptional(whole),
  window: v.exactOptional(
    v.pipe(
      v.strictTuple([whole, whole]),
      v.check(([first, last]) => first <= last),
    ),
  ),
  theme: v.exactOptional(v.picklist(['light', 'dark'])),
  screen: v.exactOptional(v.picklist(['lab', 'explore'])),
});

/** Validates a view; the error is a sentence. */
export function parseView(view: unknown): Result<LinkView, string> {
  const parsed = v.safeParse(viewSchema, view);
  if (parsed.success) return ok(parsed.output);
  return err(
    'The link names an instant or window that makes no sense; the picture starts at its beginning.',
  );
}
