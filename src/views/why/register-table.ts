import { t } from '../../base/language.ts';
import type { ReplicaId } from '../../base/units.ts';
import { REGISTERS, SUMMED_REGISTERS } from '../../base/vocabulary.ts';
import type { Comparison } from '../../base/vocabulary.ts';
import { PLACE_PAGE, PLACE_UTCB } from '../../kernel/faults/incidents.ts';
import { REGISTER_INDEX, registerSum, registerValue } from '../../kernel/faults/registers.ts';
import { TRAP_WORDS } from '../../draw/words.ts';
import type { ReplicaView } from '../../run/machine-view.ts';
import type { Standing } from '../machine/agreement.ts';
import { wrongList } from '../machine/wrong-words.ts';

/** What one column shows in one row. */
export interface Cell {
  readonly text: string;
  /** Indices of characters of `text` that differ from the majority, or from each other without one. */
  readonly marked: readonly number[];
}

export interface TableRow {
  readonly name: string;
  /** One per column. */
  readonly cells: readonly Cell[];
}

/** The states that a vote compared, reduced to what differs. */
export interface RegisterTable {
  /** Replicas by column: one each, of more than three those with equal rows together. */
  readonly columns: readonly (readonly ReplicaId[])[];
  readonly wrong: readonly boolean[];
  /** Compared and equal in all. */
  readonly equal: readonly string[];
  readonly rows: readonly TableRow[];
  /** `null` where no sum is compared. */
  readonly sum: TableRow | null;
  /** Wrong values that the comparison cannot see, a sentence per replica. */
  readonly unseen: readonly string[];
}

interface Voters {
  readonly replicas: readonly ReplicaView[];
  readonly standings: readonly Standing[];
}

/** Most columns with a replica each. */
const SINGLE_COLUMNS = 3;

/** The table of a vote under `comparison`. */
export function registerTable(
  { replicas, standings }: Voters,
  comparison: Comparison,
): RegisterTable {
  const names = comparison === 'full' ? REGISTERS : SUMMED_REGISTERS;
  const values = replicas.map((one) => names.map((name) => wordOf(one, REGISTER_INDEX[name])));
  const right = Math.max(0, standings.indexOf('agrees'));
  const marks: Marks = { right, majority: standings.includes('agrees') };
  const all: TableRow[] = names.map((name, i) =>
    rowOf(
      name,
      values.map((own) => own[i] ?? ''),
      marks,
    ),
  );
  const differing = all.filter((row) => new Set(row.cells.map(({ text }) => text)).size > 1);
  const rows = comparison === 'full' ? [...differing, ...otherRows(replicas, marks)] : differing;
  const sums = replicas.map((one) =>
    one.garbled ? UNKNOWN : hexWord(registerSum(one.segment, one.deviations)),
  );
  const sum = comparison === 'full' ? null : rowOf(t('sum'), sums, marks);
  const table = {
    columns: replicas.map(({ id }) => [id]),
    wrong: standings.map((standing) => standing !== 'agrees'),
    equal: all.filter((row) => !differing.includes(row)).map(({ name }) => name),
    rows,
    sum,
    unseen: unseenOf(replicas, comparison),
  };
  return replicas.length > SINGLE_COLUMNS ? merged(table) : table;
}

/** What Romain finds behind a wrong pointer is not modelled. */
const UNKNOWN = '???? ????';

function wordOf(replica: ReplicaView, register: number): string {
  if (replica.garbled) return UNKNOWN;
  const wrong = replica.deviations.find(({ place }) => place === register);
  return hexWord((registerValue(replica.segment, register) ^ (wrong?.mask ?? 0)) >>> 0);
}

/** 32 bits as two groups of four hexadecimal digits. */
function hexWord(value: number): string {
  const digits = value.toString(16).padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

interface Marks {
  /** Column to compare with. */
  readonly right: number;
  /** Is that column known to be right? Else whatever differs is marked in all. */
  readonly majority: boolean;
}

function rowOf(name: string, texts: readonly string[], { right, majority }: Marks): TableRow {
  const model = texts[right] ?? '';
  const differs = (text: string, i: number): boolean => text[i] !== model[i];
  const cells = texts.map((text) => {
    const marked = Array.from(text, (_, i) => i).filter((i) =>
      majority ? differs(text, i) : texts.some((other) => differs(other, i)),
    );
    return { text, marked };
  });
  return { name, cells };
}

/** Under `full` the trap and the UTCB are compared too; of UTCB words only the difference is modelled. */
function otherRows(replicas: readonly ReplicaView[], marks: Marks): TableRow[] {
  const rows: TableRow[] = [];
  const traps = replicas.map((one) => t(TRAP_WORDS[one.raised]));
  if (new Set(traps).size > 1) rows.push(rowOf(t('trap'), traps, marks));
  const words = new Set(
    replicas.flatMap((one) =>
      one.deviations.flatMap(({ place, at }) => (place === PLACE_UTCB ? [at] : [])),
    ),
  );
  for (const word of [...words].toSorted((a, b) => a - b)) {
    const texts = replicas.map((one) => {
      const wrong = one.deviations.find(({ place, at }) => place === PLACE_UTCB && at === word);
      return wrong === undefined ? t('right', {}, 'correct') : `⊕ ${hexWord(wrong.mask)}`;
    });
    rows.push(rowOf(t('UTCB {word}', { word }), texts, marks));
  }
  return rows;
}

function unseenOf(replicas: readonly ReplicaView[], comparison: Comparison): string[] {
  return replicas.flatMap((one) => {
    const unseen = one.deviations.filter(({ place }) => !isCompared(place, comparison));
    return unseen.length === 0 ? [] : [`R${one.id}: ${wrongList(unseen)}`];
  });
}

/** Does the comparison look at this place? */
export function isCompared(place: number, comparison: Comparison): boolean {
  if (place === PLACE_PAGE) return false;
  if (comparison === 'full') return true;
  const name = REGISTERS[place];
  return name !== undefined && (SUMMED_REGISTERS as readonly string[]).includes(name);
}

/** The same table with one column for replicas that agree in every row. */
function merged(table: RegisterTable): RegisterTable {
  const rows = table.sum === null ? table.rows : [...table.rows, table.sum];
  const keys = table.columns.map((_, i) => rows.map((row) => row.cells[i]?.text).join('|'));
  const first = keys.flatMap((key, i) => (keys.indexOf(key) === i ? [i] : []));
  const columns = first.map((i) =>
    table.columns.flatMap((ids, other) => (keys[other] === keys[i] ? ids : [])),
  );
  const narrow = (row: TableRow): TableRow => ({
    name: row.name,
    cells: first.flatMap((i) => row.cells[i] ?? []),
  });
  return {
    ...table,
    columns,
    wrong: first.map((i) => table.wrong[i] ?? false),
    rows: table.rows.map(narrow),
    sum: table.sum === null ? null : narrow(table.sum),
  };
}
