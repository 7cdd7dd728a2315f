import * as v from 'valibot';
import { assertUnreachable } from '../../base/assert.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import type { Selection } from '../../base/selection.ts';
import { MAX_CORES, MAX_REPLICAS } from '../../base/vocabulary.ts';
import type { Alignment } from '../../base/vocabulary.ts';
import type { Note } from '../note.ts';
import type { Scenario } from '../scenario.ts';
import { MAX_APPS, whole } from '../schema-parts.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { UnknownChoiceError } from './bytes.ts';

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
  /** Which part of Explore is shown and what is set up in it, in that page's own words; absent = as it comes. */
  readonly explore?: string;
  readonly axis?: 'time' | 'event';
  readonly closeGaps?: boolean;
  readonly selection?: Selection;
}

/** Another scenario that is shown beside that of the link. */
export interface LinkComparison {
  readonly scenario: Scenario;
  /** What it is called; may be empty. */
  readonly name: string;
  /** Until then both run alike; `null` = they differ from the start. */
  readonly at: number | null;
  readonly layout: 'side' | 'ghost';
  readonly align: Alignment;
}

/** What a link carries. */
export interface LinkContent {
  readonly scenario: Scenario;
  readonly view: LinkView;
  /** In order of time; what `parseNotes` accepts. Absent = none. */
  readonly notes?: readonly Note[];
  readonly compare?: LinkComparison;
}

/*
 * A view is a number whose bits say what is there, then the numbers that are. Bits and kinds are
 * append-only: those up to EXPLORE are of versions 1 and 2.
 */
const TIME = 1;
const STEP = 2;
const WINDOW = 4;
const THEME = 8;
const DARK = 16;
const EXPLORE = 32;
const AXIS = 64;
const EVENT_AXIS = 128;
const GAPS = 256;
const CLOSE_GAPS = 512;
const SELECTION = 1024;
const EXPLORE_TEXT = 2048;
const ALL = 4095;
/** Longest text of Explore, in characters. */
const MAX_EXPLORE_TEXT = 20_000;
const SELECTION_KINDS = ['span', 'wait', 'event', 'message', 'step', 'area'] as const;

/** Writes a view; fractions are rounded, negative numbers become 0. */
export function writeView(out: ByteWriter, view: LinkView): void {
  const { time, step, window, selection } = view;
  out.varint(flagsOfView(view));
  if (time !== undefined) out.varint(wholeOf(time));
  if (step !== undefined) out.varint(wholeOf(step));
  if (window !== undefined) {
    out.varint(wholeOf(window[0]));
    out.varint(wholeOf(window[1]));
  }
  if (selection !== undefined) writeSelection(out, selection);
  if (view.explore !== undefined) out.text(view.explore);
}

function flagsOfView(view: LinkView): number {
  const bits: readonly (readonly [bit: number, set: boolean])[] = [
    [TIME, view.time !== undefined],
    [STEP, view.step !== undefined],
    [WINDOW, view.window !== undefined],
    [THEME, view.theme !== undefined],
    [DARK, view.theme === 'dark'],
    [EXPLORE, view.screen === 'explore'],
    [AXIS, view.axis !== undefined],
    [EVENT_AXIS, view.axis === 'event'],
    [GAPS, view.closeGaps !== undefined],
    [CLOSE_GAPS, view.closeGaps === true],
    [SELECTION, view.selection !== undefined],
    [EXPLORE_TEXT, view.explore !== undefined],
  ];
  return bits.reduce((flags, [bit, set]) => (set ? flags | bit : flags), 0);
}

/** Reads the view of a link of any version, not yet validated. */
export function readView(from: ByteReader): unknown {
  const flags = from.varint();
  if (flags > ALL) throw new UnknownChoiceError('says of the view what is not known');
  return {
    ...(flags & TIME && { time: from.varint() }),
    ...(flags & STEP && { step: from.varint() }),
    ...(flags & WINDOW && { window: [from.varint(), from.varint()] }),
    ...(flags & THEME && { theme: flags & DARK ? 'dark' : 'light' }),
    ...(flags & EXPLORE && { screen: 'explore' }),
    ...(flags & AXIS && { axis: flags & EVENT_AXIS ? 'event' : 'time' }),
    ...(flags & GAPS && { closeGaps: (flags & CLOSE_GAPS) > 0 }),
    ...(flags & SELECTION && { selection: readSelection(from) }),
    ...(flags & EXPLORE_TEXT && { explore: from.text() }),
  };
}

function writeSelection(out: ByteWriter, selection: Selection): void {
  out.varint(SELECTION_KINDS.indexOf(selection.kind));
  switch (selection.kind) {
    case 'span':
      out.varint(selection.core);
      out.varint(wholeOf(selection.start));
      return;
    case 'wait':
      out.varint(selection.app);
      out.varint(selection.replica);
      out.varint(selection.event);
      return;
    case 'event':
      out.varint(selection.app);
      out.varint(selection.event);
      return;
    case 'message':
      out.varint(selection.row);
      return;
    case 'step':
      out.varint(selection.step);
      return;
    case 'area':
      out.varint(wholeOf(selection.from));
      out.varint(wholeOf(selection.to));
      out.varint(selection.cores.length);
      for (const core of selection.cores) out.varint(core);
      return;
    default:
      assertUnreachable(selection);
  }
}

function readSelection(from: ByteReader): unknown {
  const kind = from.pick(SELECTION_KINDS);
  switch (kind) {
    case 'span':
      return { kind, core: from.varint(), start: from.varint() };
    case 'wait':
      return { kind, app: from.varint(), replica: from.varint(), event: from.varint() };
    case 'event':
      return { kind, app: from.varint(), event: from.varint() };
    case 'message':
      return { kind, row: from.varint() };
    case 'step':
      return { kind, step: from.varint() };
    case 'area':
      return { kind, from: from.varint(), to: from.varint(), cores: readCores(from) };
    default:
      return assertUnreachable(kind);
  }
}

function readCores(from: ByteReader): readonly number[] {
  const cores: number[] = [];
  // As many as there can be: what is longer has no end that is worth reading.
  for (let left = Math.min(from.varint(), MAX_CORES); left > 0; left--) cores.push(from.varint());
  return cores;
}

function wholeOf(value: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round(value)));
}

const count = whole(0, Number.MAX_SAFE_INTEGER);
const app = whole(0, MAX_APPS - 1);

const selectionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('span'), core: whole(0, MAX_CORES - 1), start: count }),
  v.strictObject({
    kind: v.literal('wait'),
    app,
    replica: whole(0, MAX_REPLICAS - 1),
    event: count,
  }),
  v.strictObject({ kind: v.literal('event'), app, event: count }),
  v.strictObject({ kind: v.literal('message'), row: count }),
  v.strictObject({ kind: v.literal('step'), step: count }),
  v.strictObject({
    kind: v.literal('area'),
    from: count,
    to: count,
    cores: v.array(whole(0, MAX_CORES - 1)),
  }),
]);

const viewSchema = v.strictObject({
  time: v.exactOptional(count),
  step: v.exactOptional(count),
  window: v.exactOptional(
    v.pipe(
      v.strictTuple([count, count]),
      v.check(([first, last]) => first <= last),
    ),
  ),
  theme: v.exactOptional(v.picklist(['light', 'dark'])),
  screen: v.exactOptional(v.picklist(['lab', 'explore'])),
  explore: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_EXPLORE_TEXT))),
  axis: v.exactOptional(v.picklist(['time', 'event'])),
  closeGaps: v.exactOptional(v.boolean()),
  selection: v.exactOptional(selectionSchema),
});

/** Validates a view; the error is a sentence. */
export function parseView(view: unknown): Result<LinkView, string> {
  const parsed = v.safeParse(viewSchema, view);
  if (parsed.success) return ok(parsed.output);
  return err(
    t(
      'The link names an instant, window or selection that makes no sense; the picture starts at its beginning.',
    ),
  );
}
