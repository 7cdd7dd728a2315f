import { t } from '../../base/language.ts';
import type { CoreId } from '../../base/units.ts';
import { estimateTextWidth } from '../text-width.ts';
import type { CauseDisc } from './cause-marks.ts';
import { DISC_RADIUS } from './cause-marks.ts';
import { flagLeft } from './fault-marks.ts';
import type { EndMark } from './fault-marks.ts';
import { FLAG_WIDTH } from './instants.ts';
import type { NoteFlag } from './instants.ts';
import { placeText } from './labels.ts';
import type { Interval } from './labels.ts';
import { BRACKET_Y } from './lanes.ts';
import type { SpanLabel, TimelineLayout } from './layout.ts';
import type { EventMark } from './marks.ts';
import type { MessageName, NameRoom } from './message-names.ts';
import type { Box } from './selection.ts';

/** A text with its place: `x` its left edge, `y` its middle. CSS px. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What has to be placed besides what the layout has. */
export interface LabelNeeds {
  readonly playheadX: number;
  /** The playhead's instant in words; `null` = it is not in the picture. */
  readonly badge: string | null;
  /** Words for the selection, longest first, and its outline and core. */
  readonly selection: {
    readonly texts: readonly string[];
    readonly box: Box;
    readonly core: number;
  } | null;
  readonly discs: readonly CauseDisc[];
  readonly flags: readonly NoteFlag[];
  readonly messages: readonly MessageName[];
}

/** All labels of a picture. None overlaps another one, a mark or the playhead. */
export interface PlacedLabels {
  readonly badge: PlacedText | null;
  readonly flags: readonly NoteFlag[];
  readonly unit: PlacedText | null;
  readonly selection: PlacedText | null;
  readonly endings: readonly (PlacedText & { readonly mark: EndMark })[];
  readonly events: readonly (PlacedText & { readonly mark: EventMark })[];
  readonly spans: readonly (PlacedText & { readonly label: SpanLabel })[];
  readonly messages: readonly PlacedText[];
  readonly ticks: readonly PlacedText[];
}

/** Half the height of a label; rows are further apart. */
export const LABEL_HALF = 8;
const CLEARANCE = 5;
const RENDEZVOUS_HALF = 8;
const FONT = 11;
const RULER_Y = 10;
/** Left and right of the name of a message. */
const NAME_PAD = 4;

/** What is taken in each row: the ruler, the brackets, each lane. */
class Rows {
  private readonly taken = new Map<number, Interval[]>();
  private readonly playhead: Interval;

  constructor(playheadX: number) {
    this.playhead = [playheadX - CLEARANCE, playheadX + CLEARANCE];
  }

  take(row: number, interval: Interval): void {
    const intervals = this.taken.get(row);
    if (intervals === undefined) this.taken.set(row, [interval]);
    else intervals.push(interval);
  }

  /** On the ruler the playhead's time is in the way, not its line. */
  obstacles(row: number): readonly Interval[] {
    const taken = this.edges(row);
    return row === RULER ? taken : [...taken, this.playhead];
  }

  free(row: number, [left, right]: Interval): boolean {
    const apart = ([from, to]: Interval): boolean => right <= from || left >= to;
    return (row === RULER || apart(this.playhead)) && this.edges(row).every(apart);
  }

  /** What is taken of a row. */
  edges(row: number): readonly Interval[] {
    return this.taken.get(row) ?? [];
  }

  place(row: number, texts: readonly string[], range: Interval): Placed | null {
    const placed = placeText(texts, { range, obstacles: this.obstacles(row), fontPx: FONT });
    if (placed !== null) this.take(row, [placed.x, placed.x + placed.width]);
    return placed;
  }
}

type Placed = { readonly text: string; readonly x: number; readonly width: number };

const RULER = -1;
const BRACKETS = -2;
/** Thin lanes are closer together than labels are high, so they share a row. */
const THIN = -3;

function rowOf({ lanes }: TimelineLayout, core: CoreId): number {
  return lanes.lanes[core]?.kind === 'idle' ? THIN : core;
}

/** Places everything, first to last: marks, selection, fault, event bracket, span, tick. */
export function placeLabels(layout: TimelineLayout, needs: LabelNeeds): PlacedLabels {
  const rows = new Rows(needs.playheadX);
  const badge = placeBadge(rows, layout, needs);
  const flags = placeFlags(rows, layout, needs);
  takeMarks(rows, layout, needs);
  const unit = placeUnit(rows, layout);
  return {
    badge,
    flags,
    unit,
    selection: placeSelection(rows, layout, needs),
    endings: placeEndings(rows, layout),
    events: placeEvents(rows, layout),
    spans: placeSpans(rows, layout),
    messages: placeMessages(rows, layout, needs),
    ticks: placeTicks(rows, layout),
  };
}

function placeBadge(rows: Rows, { scale }: TimelineLayout, needs: LabelNeeds): PlacedText | null {
  const { badge: text, playheadX } = needs;
  if (text === null) return null;
  const width = estimateTextWidth(text, FONT, 'mono') + 14;
  const x = Math.min(Math.max(playheadX - width / 2, 0), scale.width - width);
  rows.take(RULER, [x - 2, x + width + 2]);
  return { text, x, y: RULER_Y, width };
}

/** Beside the playhead's time where it would cover them. */
function placeFlags(
  rows: Rows,
  { scale }: TimelineLayout,
  { flags }: LabelNeeds,
): readonly NoteFlag[] {
  return flags.flatMap((flag) => {
    const spots = [flag.left, ...rows.edges(RULER).flatMap(([a, b]) => [a - FLAG_WIDTH, b])];
    const left = spots
      .toSorted((a, b) => Math.abs(a - flag.left) - Math.abs(b - flag.left))
      .find(
        (x) => x >= 0 && x + FLAG_WIDTH <= scale.width && rows.free(RULER, [x, x + FLAG_WIDTH]),
      );
    if (left === undefined) return [];
    rows.take(RULER, [left, left + FLAG_WIDTH]);
    return [{ ...flag, left }];
  });
}

/** What stands where it is and cannot be moved or left out. */
function takeMarks(rows: Rows, layout: TimelineLayout, { playheadX, discs }: LabelNeeds): void {
  for (const { flag } of layout.marks) {
    if (flag === null) continue;
    rows.take(BRACKETS, [flag.x - RENDEZVOUS_HALF, flag.x + RENDEZVOUS_HALF]);
    for (const { core, top, height } of layout.lanes.lanes) {
      if (top < flag.bottom && top + height > flag.top) {
        rows.take(rowOf(layout, core), [flag.x - 2, flag.x + 2]);
      }
    }
  }
  const room = { playheadX, limit: layout.scale.width };
  for (const flag of layout.faults.mismatches) {
    const left = flagLeft(flag, room);
    rows.take(BRACKETS, [left - 3, left + flag.width + 3]);
  }
  for (const { x, half, core } of layout.faults.bolts) {
    rows.take(rowOf(layout, core), [x - half - 1, x + half + 1]);
  }
  for (const { x, y, half } of discs) {
    for (const { core, top, height } of layout.lanes.lanes) {
      const middle = top + height / 2;
      // One between two lanes is in nobody's way.
      const near = Math.abs(y - middle) < DISC_RADIUS + LABEL_HALF - 1;
      if (near) rows.take(rowOf(layout, core), [x - half - 1, x + half + 1]);
    }
  }
  for (const { x0, x1 } of layout.breaks) {
    for (const { core } of layout.lanes.lanes) rows.take(rowOf(layout, core), [x0, x1]);
  }
}

function placeUnit(rows: Rows, { ruler }: TimelineLayout): PlacedText | null {
  const text = t(ruler.unit);
  const width = estimateTextWidth(text, FONT);
  if (!rows.free(RULER, [0, width + 4])) return null;
  rows.take(RULER, [0, width + 6]);
  return { text, x: 0, y: RULER_Y, width };
}

/** Within its outline, or else beside it. */
function placeSelection(rows: Rows, layout: TimelineLayout, needs: LabelNeeds): PlacedText | null {
  const { selection } = needs;
  const lane = layout.lanes.lanes[selection?.core ?? -1];
  if (selection === null || lane === undefined || selection.texts.length === 0) return null;
  const { box, texts } = selection;
  const row = rowOf(layout, lane.core);
  const limit = layout.scale.width;
  const [left, right] = [Math.max(box.x, 0), Math.min(box.x + box.width, limit)];
  if (right < 0 || left > limit) return null;
  const placed =
    rows.place(row, texts, middleOf(rows, row, { texts, range: [left + 2, right - 2] })) ??
    rows.place(row, texts, [right + 2, limit]) ??
    placeLeft(rows, row, { texts, limit: left - 2 });
  if (placed === null) return null;
  return { ...placed, y: lane.top + lane.height / 2 };
}

/** In the middle of `range` if there is room for the longest text, else all of it. */
function middleOf(
  rows: Rows,
  row: number,
  { texts, range }: { texts: readonly string[]; range: Interval },
): Interval {
  const half = estimateTextWidth(texts[0], FONT) / 2 + CLEARANCE;
  const centre = (range[0] + range[1]) / 2;
  const middle: Interval = [centre - half, centre + half];
  return middle[0] >= range[0] && rows.free(row, middle) ? middle : range;
}

function placeLeft(
  rows: Rows,
  row: number,
  { texts, limit }: { texts: readonly string[]; limit: number },
): Placed | null {
  for (const text of texts) {
    const width = estimateTextWidth(text, FONT) + 2 * CLEARANCE;
    const range: Interval = [limit - width, limit];
    const placed = range[0] >= 0 ? rows.place(row, [text], range) : null;
    if (placed !== null) return placed;
  }
  return null;
}

/** Left or right of the cap, wherever the layout put them and nothing is in the way. */
function placeEndings(rows: Rows, layout: TimelineLayout): PlacedLabels['endings'] {
  return layout.faults.endings.flatMap((mark) => {
    const { words, ending } = mark;
    if (words === null) return [];
    const row = rowOf(layout, ending.core);
    const spots: readonly Interval[] = [
      [words.x, words.x + words.width],
      [mark.left - 4 - words.width, mark.left - 4],
    ];
    const spot = spots.find((one) => rows.free(row, one));
    if (spot === undefined) return [];
    rows.take(row, spot);
    return [{ mark, text: ending.words, x: spot[0], y: words.y, width: words.width }];
  });
}

function placeEvents(rows: Rows, { marks, scale }: TimelineLayout): PlacedLabels['events'] {
  return marks.flatMap((mark) => {
    if (mark.labels.length === 0) return [];
    const range: Interval = [Math.max(mark.left, 0) + 4, Math.min(mark.right, scale.width) - 4];
    const placed = rows.place(BRACKETS, mark.labels, range);
    return placed === null ? [] : [{ ...placed, y: BRACKET_Y, mark }];
  });
}

function placeSpans(rows: Rows, layout: TimelineLayout): PlacedLabels['spans'] {
  const limit = layout.scale.width;
  return layout.spanLabels.flatMap((label) => {
    const row = rowOf(layout, label.core);
    const [left, right] = [Math.max(label.x, 0) + 1, Math.min(label.x + label.width, limit) - 1];
    if (label.fault) {
      // A copy says from whom to whom at its left, beside its blocks.
      const placed = rows.place(row, label.texts, [left, right]);
      return placed === null ? [] : [{ ...placed, y: label.y, label }];
    }
    const [text] = label.texts;
    const width = estimateTextWidth(text, FONT);
    const x = (left + right - width) / 2;
    const fits = x - 3 >= left && rows.free(row, [x - 1, x + width + 1]);
    if (!fits) return [];
    rows.take(row, [x, x + width]);
    return [{ text, x, y: label.y, width, label }];
  });
}

/** Against the edge at which a message arrives or is sent, where the line beside it is long enough. */
function placeMessages(
  rows: Rows,
  layout: TimelineLayout,
  { messages }: LabelNeeds,
): readonly PlacedText[] {
  return messages.flatMap((rooms) => {
    for (const room of rooms) {
      const placed = nameIn(rows, layout, room);
      if (placed !== null) return [placed];
    }
    return [];
  });
}

function nameIn(
  rows: Rows,
  layout: TimelineLayout,
  { core, text, range, at }: NameRoom,
): PlacedText | null {
  const lane = layout.lanes.lanes[core];
  if (lane === undefined || lane.kind === 'idle') return null;
  const width = estimateTextWidth(text, FONT, 'mono');
  const [left, right] = [Math.max(range[0], 0), Math.min(range[1], layout.scale.width)];
  const x = at === 'end' ? right - width - NAME_PAD : left + NAME_PAD;
  const taken: Interval = [x - NAME_PAD, x + width + NAME_PAD];
  const y = lane.top + lane.height / 2;
  const onArrival = layout.marks.some(({ arrivals }) =>
    arrivals.some((dot) => Math.abs(dot.y - y) < LABEL_HALF && isWithin(dot.x, taken)),
  );
  const row = rowOf(layout, core);
  if (taken[0] < left || taken[1] > right || onArrival || !rows.free(row, taken)) return null;
  rows.take(row, taken);
  return { text, x, y, width };
}

function isWithin(x: number, [left, right]: Interval): boolean {
  return x > left - NAME_PAD && x < right + NAME_PAD;
}

function placeTicks(rows: Rows, { ruler, scale }: TimelineLayout): readonly PlacedText[] {
  return ruler.ticks.flatMap(({ x: middle, label }) => {
    if (label === null) return [];
    const width = estimateTextWidth(label, FONT, 'mono');
    const x = middle - width / 2;
    // A label that is cut would be read as another number.
    if (x < 0 || x + width > scale.width || !rows.free(RULER, [x, x + width])) return [];
    rows.take(RULER, [x, x + width]);
    return [{ text: label, x, y: RULER_Y, width }];
  });
}
