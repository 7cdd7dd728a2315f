import { t } from '../../base/language.ts';
import { LOG_FORMATS } from '../../workload/import/report.ts';
import type { LogFormat } from '../../workload/import/report.ts';
import type { Import } from './use-import.ts';
import { FORMAT_NAMES } from './words.ts';

/** What the log is read as. */
export function FormatField({ work }: { readonly work: Import }) {
  return (
    <label className="field">
      <span className="field-name">{t('Read as')}</span>
      <select
        value={work.draft.format ?? ''}
        onChange={({ target }) =>
          work.change({
            format: target.value === '' ? null : (target.value as LogFormat),
            columns: {},
          })
        }
      >
        <option value="">{t('what it looks like')}</option>
        {LOG_FORMATS.map((format) => (
          <option key={format} value={format}>
            {t(FORMAT_NAMES[format])}
          </option>
        ))}
      </select>
    </label>
  );
}
