import type { ImportStage } from '../../store/import-work.ts';
import type { Import } from './use-import.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { FormatField } from './FormatField.tsx';
import { withUnits } from './words.ts';

interface Props {
  readonly work: Import;
  readonly stage: Extract<ImportStage, { readonly kind: 'refused' }>;
}

/** Why the file was not read, and what may help. */
export function Refused({ work, stage: { why, table } }: Props) {
  return (
    <section className="import-refused" aria-label="Not read">
      <p role="alert" className="field-problem">
        {withUnits(sentence(forPage(why)))}
      </p>
      <p className="quiet">Nothing has changed.</p>
      {table !== null && <ColumnFields work={work} table={table} />}
      <div className="row">
        {work.files.length > 0 && <FormatField work={work} />}
        <button type="button" className="text-button import-first" onClick={work.cancel}>
          Choose another log
        </button>
      </div>
    </section>
  );
}

/** Without what is meant for the command line. */
function forPage(why: string): string {
  return why
    .replace('; say which, as in time=1:us', ': choose it below')
    .replace(/, as in: zcat .*$/u, '');
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/u.test(first) ? first : `${first}.`;
}
