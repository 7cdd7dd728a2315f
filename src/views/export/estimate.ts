import { shownNumber } from '../../base/digits.ts';
import { t } from '../../base/language.ts';
import { lowerBound } from '../../base/binary-search.ts';
import { TABLES } from '../../export/tables/tables.ts';
import { tableToCsv, tableToJsonl } from '../../export/tables/table.ts';
import type { TableSource } from '../../export/tables/table.ts';
import type { Draft } from './draft.ts';

/** How much text an export will be; lines for progress, bytes for people. Both are guesses. */
export interface Estimate {
  readonly lines: number;
  readonly bytes: number;
}

/** Rows that are written to learn how long one is. */
const SAMPLE = 200;
/** Mean length of a line of a trace, in bytes. */
const TRACE_LINE = { cycles: 122, names: 92 } as const;
/** Both ends of a span, and its share of the slices around it. */
const LINES_PER_SPAN = 2.9;
/** Arrows have two ends. */
const LINES_PER_MESSAGE = 2;
/** Async tracks of an event: itself, four stretches and the waits, two ends each; and its vote. */
const LINES_PER_EVENT = 18;

/** Lines of a trace that name what is in it, and around them; two for each app, core and thread. */
const HEAD_LINES = 4;
const NAME_LINES = 2;
const NAME_LINE = 92;

/** How much of each kind lies in the range. */
function amounts({
  recording,
  range,
}: TableSource): Record<'events' | 'spans' | 'messages' | 'rendezvous', number> {
  const within = (sorted: Float64Array, length: number): number =>
    lowerBound(sorted, range.to, length) - lowerBound(sorted, range.from, length);
  const { events, spans, messages, rendezvous } = recording;
  return {
    events: within(events.time, events.length),
    spans: spans.reduce((sum, one) => sum + within(one.start, one.length) + 1, 0),
    messages: within(messages.sent, messages.length),
    rendezvous: rendezvous.reduce((sum, one) => sum + within(one.trapped, one.length), 0),
  };
}

/** The size of a trace. */
export function estimateTrace(source: TableSource, detail: Draft['detail']): Estimate {
  const { spans, messages, rendezvous } = amounts(source);
  const body = Math.ceil(
    spans * LINES_PER_SPAN + messages * LINES_PER_MESSAGE + rendezvous * LINES_PER_EVENT,
  );
  const { apps, coreCount } = source.plan;
  // A core has one thread, or a few more.
  const head = HEAD_LINES + NAME_LINES * (apps.length + 2 * coreCount);
  return { lines: head + body, bytes: head * NAME_LINE + body * TRACE_LINE[detail] };
}

/** The size of a table. */
export function estimateTable(
  source: TableSource,
  { table, tableFormat }: Pick<Draft, 'table' | 'tableFormat'>,
): Estimate {
  const write = tableFormat === 'csv' ? tableToCsv : tableToJsonl;
  let [rows, bytes] = [0, 0];
  for (const line of write(TABLES[table], source)) {
    rows += 1;
    bytes += line.length + 1;
    if (rows === SAMPLE) break;
  }
  if (rows < SAMPLE) return { lines: rows, bytes };
  const known = amounts(source);
  const lines = table in known ? known[table as keyof typeof known] : known.rendezvous * 3;
  return { lines, bytes: (bytes / rows) * lines };
}

/** A number of bytes as people say it, two digits at most. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return t('{count} bytes', { count: Math.round(bytes) });
  const units = ['kB', 'MB', 'GB'] as const;
  let [value, unit] = [bytes / 1000, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  const rounded = value >= 100 ? Math.round(value) : Number(value.toPrecision(2));
  return `${shownNumber(rounded)} ${units[unit]}`;
}
