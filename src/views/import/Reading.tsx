import { t } from '../../base/language.ts';
import type { ImportStage } from '../../store/import-work.ts';
import type { Import } from './use-import.ts';
import { progressWords } from './words.ts';

interface Props {
  readonly work: Import;
  readonly stage: Extract<ImportStage, { readonly kind: 'reading' }>;
}

/** How far reading is, and the button that ends it. */
export function Reading({ work, stage: { progress, ms } }: Props) {
  const total = work.files.reduce((sum, { size }) => sum + size, 0);
  return (
    <section className="import-reading" aria-label={t('Reading')}>
      <p>{t('Reads {files}', { files: namesOf(work.files) })}</p>
      <progress aria-label={t('Reading')} max={Math.max(1, total)} value={progress.bytes} />
      <p className="num">{progressWords(progress, { total, ms })}</p>
      <button type="button" className="text-button import-first" onClick={work.cancel}>
        {t('Cancel')}
      </button>
    </section>
  );
}

/** Files as a person says them. */
export function namesOf(files: readonly File[]): string {
  const [first] = files;
  if (first === undefined) return t('nothing');
  return files.length === 1
    ? first.name
    : t('{n} files from {first} on', { n: files.length, first: first.name });
}
