import { t } from '../../base/language.ts';
import type { ImportStage } from '../../store/import-work.ts';
import type { Import } from './use-import.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { FormatField } from './FormatField.tsx';
import { importerWords } from './words.ts';

interface Props {
  readonly work: Import;
  readonly stage: Extract<ImportStage, { readonly kind: 'refused' }>;
}

/** Why the file was not read, and what may help. */
export function Refused({ work, stage: { why, table } }: Props) {
  return (
    <section className="import-refused" aria-label={t('Not read')}>
      <p role="alert" className="field-problem">
        {whole(importerWords(why))}
      </p>
      <p className="quiet">{t('Nothing has changed.')}</p>
      {table !== null && <ColumnFields work={work} table={table} />}
      <div className="row">
        {work.files.length > 0 && <FormatField work={work} />}
        <button type="button" className="text-button import-first" onClick={work.cancel}>
          {t('Choose another log')}
        </button>
      </div>
    </section>
  );
}

/** From a capital letter to a full stop. */
function whole(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/u.test(first) ? first : `${first}.`;
}
