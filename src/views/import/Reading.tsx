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
    <section className="import-reading" aria-label="Reading">
      <p>Reads {namesOf(work.files)}</p>
      <progress aria-label="Reading" max={Math.max(1, total)} value={progress.bytes} />
      <p className="num">{progressWords(progress, { total, ms })}</p>
      <button type="button" className="text-button import-first" onClick={work.cancel}>
        Cancel
      </button>
    </section>
  );
}

/** Files as a person says them. */
export function namesOf(files: readonly File[]): string {
  const [first] = files;
  if (first === undefined) return 'nothing';
  return files.length === 1 ? first.name : `${files.length} files from ${first.name} on`;
}
