import type { Result } from '../../base/result.ts';
import type { Sentence } from '../../base/sentence.ts';
import { decodeText } from './bytes.ts';
import type { ColumnChoices, FoundColumn, FoundColumns } from './csv-columns.ts';
import { findColumns, TIME_UNITS, UNIT_DIGITS } from './csv-columns.ts';
import type { LogReader, StampCounts } from './reader.ts';
import { countNumber } from './reader.ts';
import { separatorsOf } from './recognise.ts';
import type { Process, Recorder } from './recorder.ts';
import type { LineClass } from './report.ts';
import type { TrapClass } from './rows.ts';
import type { Tracks } from './tracks.ts';
import { classByName } from './tracks.ts';

/** What a reader of tables needs. */
export interface CsvSetup {
  readonly recorder: Recorder;
  readonly stamps: StampCounts;
  readonly tracks: Tracks;
  readonly choices: ColumnChoices;
  readonly fallback: { readonly pid: number; readonly label: string };
  /** Told of the first line once it is read. */
  readonly onTable: (table: TableHead) => void;
}

/** What the first line of a table says of its columns. */
export interface TableHead {
  readonly separator: string;
  /** Its cells: names, or those of the first row. */
  readonly cells: readonly string[];
  readonly named: boolean;
  /** Which columns were taken, or why none could be. */
  readonly columns: Result<FoundColumns, Sentence>;
}

/** Finds the process that a cell names: a number is its id, any other text a name, nothing `fallback`. */
function createProcessFinder(
  recorder: CsvSetup['recorder'],
  fallback: CsvSetup['fallback'],
): (cell: string | undefined) => Process {
  const labels = new Map<string, Process>();
  return (cell) => {
    const text = cell?.trim() ?? '';
    if (text === '') return recorder.process(fallback.pid, fallback.label);
    if (/^\d+$/u.test(text)) return recorder.process(Number(text));
    const process = labels.get(text) ?? recorder.process(-1000 - labels.size, text.slice(0, 60));
    labels.set(text, process);
    return process;
  };
}

/** A reader of one table: a head or none, cells between `,`, `;` or tabs, quoted or not. */
export function createCsvReader(setup: CsvSetup): LogReader {
  const { recorder, stamps, tracks, fallback } = setup;
  const processOf = createProcessFinder(recorder, fallback);
  let separator = '';
  let columns: FoundColumns | null = null;
  let needed = 0;

  function first(line: string): LineClass | null {
    [separator] = separatorsOf(line);
    const cells = cellsOf(line, separator);
    const named = !cells.some((cell) => cell.trim() !== '' && Number.isFinite(Number(cell)));
    const found = findColumns(cells, named, setup.choices);
    setup.onTable({ separator, cells, named, columns: found });
    columns = found.ok ? found.value : {};
    needed = 1 + Math.max(-1, ...Object.values(columns).map(({ index }) => index));
    return named ? 'header' : null;
  }

  function row(cells: readonly string[], found: FoundColumns): LineClass {
    // A row that ends before a column that is read is damaged, whatever its first cells hold.
    if (cells.length < needed) return 'unknown';
    const start = timeIn(cells, found.time);
    if (Number.isNaN(start)) return 'unknown';
    const duration = timeIn(cells, found.duration);
    const name = cellOf(cells, found.name)?.trim() ?? '';
    const kind = cellOf(cells, found.kind)?.trim() ?? '';
    countNumber(stamps, 'column', {
      text: cellOf(cells, found.time) ?? '',
      unitDigits: UNIT_DIGITS[found.time?.unit ?? 's'],
    });
    const id = countEvent(recorder, name, duration);
    tracks.add(processOf(cellOf(cells, found.pid)), {
      start,
      duration,
      name: id,
      what: classOf(kind, name),
      bytesIn: amountIn(cells, found.bytesIn),
      bytesOut: amountIn(cells, found.bytesOut),
    });
    return 'event';
  }

  return {
    line(bytes, from, to, ended) {
      const text = decodeText(bytes, from, to);
      if (text.trim() === '') return 'blank';
      if (text.startsWith('#')) return 'comment';
      const head = columns === null ? first(text) : null;
      if (head !== null) return head;
      const what = row(cellsOf(text, separator), columns ?? {});
      return what === 'unknown' && !ended ? 'cut' : what;
    },
  };
}

/** Counts an event of that name; gives the name's number. */
function countEvent(
  { counters, table, callCounts }: Recorder,
  name: string,
  duration: number,
): number {
  if (duration >= 0) {
    counters.durations += 1;
    counters.sumDurations += duration;
  }
  const id = table.idOfText(name === '' ? 'event' : name);
  callCounts[id] += 1;
  return id;
}

function classOf(kind: string, name: string): TrapClass {
  return classByName(kind === '' ? name : kind);
}

function cellOf(cells: readonly string[], column: FoundColumn | undefined): string | undefined {
  return column === undefined ? undefined : cells[column.index];
}

function numberIn(cells: readonly string[], column: FoundColumn | undefined): number {
  const cell = cellOf(cells, column)?.trim() ?? '';
  if (cell === '') return Number.NaN;
  // A comma is a decimal point where it separates no cells.
  const number = Number(cell.replace(',', '.'));
  return Number.isFinite(number) ? number : Number.NaN;
}

function timeIn(cells: readonly string[], column: FoundColumn | undefined): number {
  return column === undefined
    ? Number.NaN
    : Math.round(numberIn(cells, column) * TIME_UNITS[column.unit]);
}

function amountIn(cells: readonly string[], column: FoundColumn | undefined): number {
  return Math.max(0, Math.round(numberIn(cells, column))) || 0;
}

/** The cells of a line; a cell in quotes may hold the separator, and quotes when doubled. */
export function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line[i];
    if (character === '"') {
      if (quoted && line[i + 1] === '"') cell += line[++i];
      else quoted = !quoted;
    } else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}
