import { msg, t } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';

/** What a column of a table may hold. */
export const COLUMN_ROLES = [
  'time',
  'duration',
  'name',
  'pid',
  'kind',
  'bytesIn',
  'bytesOut',
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Units of times, in nanoseconds. */
export const TIME_UNITS = { s: 1e9, ms: 1e6, us: 1e3, ns: 1 } as const;

export type TimeUnit = keyof typeof TIME_UNITS;

/** Digits behind the point of a second that a whole number of each unit has. */
export const UNIT_DIGITS: Readonly<Record<TimeUnit, number>> = { s: 0, ms: 3, us: 6, ns: 9 };

/** Which column holds what: a number from 1, or the name in the head; `unit` for times. */
export interface ColumnChoice {
  readonly column: string;
  readonly unit?: TimeUnit;
}

export type ColumnChoices = Readonly<Partial<Record<ColumnRole, ColumnChoice>>>;

/** A column as found in a table: its index from 0 and the unit of its times. */
export interface FoundColumn {
  readonly index: number;
  readonly unit: TimeUnit;
  /** Was the unit said by nobody, and assumed? */
  readonly assumed: boolean;
}

export type FoundColumns = Readonly<Partial<Record<ColumnRole, FoundColumn>>>;

/** Reads `time=1:us,duration=dur:ms,name=2` into choices; the error says which part is wrong. */
export function parseColumnChoices(text: string): Result<ColumnChoices, string> {
  const choices: Partial<Record<ColumnRole, ColumnChoice>> = {};
  for (const part of text.split(',')) {
    const match = /^\s*(\w+)\s*=\s*(.+?)(?::(s|ms|us|ns))?\s*$/u.exec(part);
    const role = COLUMN_ROLES.find((known) => known === match?.[1]);
    if (match === null || role === undefined) {
      return err(
        t(
          '"{part}" is no column; write ROLE=COLUMN or ROLE=COLUMN:UNIT with a role of {roles} and a unit of s, ms, us, ns',
          { part: part.trim(), roles: COLUMN_ROLES.join(', ') },
        ),
      );
    }
    const unit = match[3] as TimeUnit | undefined;
    choices[role] = unit === undefined ? { column: match[2] } : { column: match[2], unit };
  }
  return ok(choices);
}

const PATTERNS: Readonly<Record<ColumnRole, RegExp>> = {
  time: /^(?:time|timestamp|ts|start|start.?time|begin|date)\b/iu,
  duration: /^(?:dur|duration|elapsed|latency|took|length)\b/iu,
  name: /^(?:name|call|syscall|event|function|operation|op|trap)\b/iu,
  pid: /^(?:pid|tid|thread|process|proc)\b/iu,
  kind: /^(?:kind|type|class|cat|category)\b/iu,
  bytesIn: /^(?:bytes.?in|bytes.?read|read|received)\b/iu,
  bytesOut: /^(?:bytes.?out|bytes.?written|written|write|sent)\b/iu,
};

/** The columns of a table with these cells in its first line: chosen, else guessed by their names. */
export function findColumns(
  head: readonly string[],
  named: boolean,
  choices: ColumnChoices,
): Result<FoundColumns, Sentence> {
  const found: Partial<Record<ColumnRole, FoundColumn>> = {};
  const taken = new Set<number>();
  for (const role of COLUMN_ROLES) {
    const choice = choices[role];
    if (choice === undefined) continue;
    const index = chosenIndex(head, choice.column);
    if (index < 0) return err(noColumn(head, named, choice.column));
    taken.add(index);
    found[role] = withUnit(index, head[index], choice.unit);
  }
  if (named) guessByNames(head, found, taken);
  else guessByPlace(head, found, taken);
  if (found.time === undefined) {
    return err(
      sentence(
        msg(
          'no column is known to hold the time{place, select, page {: choose it below} other {; say which, as in time=1:us}}{columns}',
        ),
        { columns: columnsText(head, named) },
      ),
    );
  }
  return ok(found);
}

function noColumn(head: readonly string[], named: boolean, column: string): Sentence {
  return sentence(msg('there is no column "{column}"{columns}'), {
    column,
    columns: columnsText(head, named),
  });
}

function columnsText(head: readonly string[], named: boolean): Sentence {
  const columns = named ? head.map((cell) => `"${cell}"`).join(', ') : String(head.length);
  return sentence(msg('; there are {columns}'), { columns });
}

function chosenIndex(head: readonly string[], column: string): number {
  const byName = head.findIndex(
    (cell) => cell.trim().toLowerCase() === column.trim().toLowerCase(),
  );
  if (byName >= 0) return byName;
  const number = /^\d+$/u.test(column) ? Number(column) : 0;
  return number <= head.length ? number - 1 : -1;
}

function guessByNames(
  head: readonly string[],
  found: Partial<Record<ColumnRole, FoundColumn>>,
  taken: Set<number>,
): void {
  for (const role of COLUMN_ROLES) {
    if (found[role] !== undefined) continue;
    const index = head.findIndex(
      (cell, i) => !taken.has(i) && PATTERNS[role].test(cell.trim().replaceAll('_', ' ')),
    );
    if (index < 0) continue;
    taken.add(index);
    found[role] = withUnit(index, head[index]);
  }
}

/** Without names: the first number is the time, the first word the name. */
function guessByPlace(
  row: readonly string[],
  found: Partial<Record<ColumnRole, FoundColumn>>,
  taken: ReadonlySet<number>,
): void {
  const number = row.findIndex((cell, i) => !taken.has(i) && isNumber(cell));
  const word = row.findIndex((cell, i) => !taken.has(i) && !isNumber(cell));
  if (found.time === undefined && number >= 0) found.time = withUnit(number, '');
  if (found.name === undefined && word >= 0) found.name = withUnit(word, '');
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && Number.isFinite(Number(cell));
}

/** The unit as chosen, else as in `time_us`, `dur (ms)`, `start [ns]`; else seconds. */
function withUnit(index: number, name: string, chosen?: TimeUnit): FoundColumn {
  const match =
    /[\s_([.-](ns|us|µs|ms|s|sec|seconds?|nanoseconds?|microseconds?|milliseconds?)[)\]]?\s*$/iu.exec(
      name,
    );
  const named = unitOf(match?.[1].toLowerCase() ?? '');
  return { index, unit: chosen ?? named ?? 's', assumed: chosen === undefined && named === null };
}

function unitOf(word: string): TimeUnit | null {
  if (word.startsWith('n')) return 'ns';
  if (/^(?:us|µs|micro)/u.test(word)) return 'us';
  if (/^(?:ms|milli)/u.test(word)) return 'ms';
  return word.startsWith('s') ? 's' : null;
}
