import { msg, t } from '../../base/language.ts';
import { COLUMN_ROLES, TIME_UNITS } from '../../workload/import/csv-columns.ts';
import type { ColumnRole, FoundColumn, TimeUnit } from '../../workload/import/csv-columns.ts';
import type { TableSample } from '../../worker/import-protocol.ts';
import { withColumn } from '../../store/import-draft.ts';
import type { Import } from './use-import.ts';

const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  time: msg('Time of the start'),
  duration: msg('Duration'),
  name: msg('Name of the event'),
  pid: msg('Process'),
  kind: msg('Kind of trap'),
  bytesIn: msg('Bytes in'),
  bytesOut: msg('Bytes out'),
};

const UNITS = Object.keys(TIME_UNITS) as TimeUnit[];

interface Props {
  readonly work: Import;
  readonly table: TableSample;
}

/** Which column of a table holds what, beside its first rows; a change reads the table again. */
export function ColumnFields({ work, table }: Props) {
  const { head, rows } = table;
  return (
    <section className="import-table" aria-label={t('Columns')}>
      <h3>{t('Columns')}</h3>
      <div className="import-scroll">
        <table>
          <thead>
            <tr>
              {head.cells.map((cell, i) => (
                // Columns are told apart by their place alone.
                // oxlint-disable-next-line react/no-array-index-key
                <th key={i} scope="col">
                  {head.named ? cell : i + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={i}>
                {head.cells.map((_, j) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={j}>{cells[j] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="import-roles">
        {COLUMN_ROLES.map((role) => (
          <RoleField key={role} role={role} work={work} table={table} />
        ))}
      </div>
    </section>
  );
}

function RoleField({ role, work, table: { head } }: Props & { readonly role: ColumnRole }) {
  const found = foundColumn(role, work, head);
  const timed = role === 'time' || role === 'duration';
  const set = (column: string, unit: TimeUnit | null): void =>
    work.change({ columns: withColumn(work.draft.columns, role, column, timed ? unit : null) });
  return (
    <span className="import-role">
      <label className="field">
        <span className="field-name">{t(ROLE_NAMES[role])}</span>
        <select
          value={found === null ? '' : String(found.index + 1)}
          onChange={({ target }) => set(target.value, found?.unit ?? null)}
        >
          <option value="">{role === 'time' ? t('choose one') : t('none, or by its name')}</option>
          {head.cells.map((cell, i) => (
            // oxlint-disable-next-line react/no-array-index-key
            <option key={i} value={i + 1}>
              {head.named ? cell : t('column {number}', { number: i + 1 })}
            </option>
          ))}
        </select>
      </label>
      {timed && found !== null && (
        <select
          aria-label={t('{column}, unit', { column: t(ROLE_NAMES[role]) })}
          value={found.unit}
          onChange={({ target }) => set(String(found.index + 1), target.value as TimeUnit)}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {unit === 'us' ? 'µs' : unit}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}

/** The column that was taken for `role`; where the table could not be read, the chosen one. */
function foundColumn(
  role: ColumnRole,
  { draft }: Import,
  { columns }: TableSample['head'],
): Pick<FoundColumn, 'index' | 'unit'> | null {
  if (columns.ok) return columns.value[role] ?? null;
  const chosen = draft.columns[role];
  return chosen === undefined
    ? null
    : { index: Number(chosen.column) - 1, unit: chosen.unit ?? 's' };
}
