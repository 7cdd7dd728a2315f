import { useDeferredValue, useMemo, useState } from 'react';

import { msg, t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { LineOutcome } from '../../workload/import/line-outcomes.ts';
import type { ImportReport } from '../../workload/import/report.ts';
import type { ReadProps } from './Choices.tsx';
import { LineGrid } from './LineGrid.tsx';
import { listLines } from './lines.ts';
import type { LineFilter } from './lines.ts';
import { importerWords, numbersWords, understoodWords } from './words.ts';

const FILTER_NAMES: Readonly<Record<LineFilter, string>> = {
  all: msg('all lines'),
  traps: msg('lines that are traps'),
  others: msg('lines that are no traps'),
  doubtful: msg('lines not understood, or not of the trace'),
};

const NO_OUTCOMES: readonly (LineOutcome | null)[] = [];

/** The log line by line: what each was understood as, and what became of it. */
export function Lines({ stage }: Pick<ReadProps, 'stage'>) {
  const { report, built } = stage;
  const [filter, setFilter] = useState<LineFilter>('all');
  const [query, setQuery] = useState('');
  // Typing goes first.
  const sought = useDeferredValue(query);
  const outcomes = built?.ok === true ? built.value.outcomes : NO_OUTCOMES;
  const lines = useMemo(
    () => listLines(report, outcomes, { filter, query: sought }),
    [report, outcomes, filter, sought],
  );
  return (
    <section className="import-lines" aria-label={t('Lines of the log')}>
      <h3>{t('Line by line')}</h3>
      <Doubts report={report} onShow={() => setFilter('doubtful')} />
      <div className="row">
        <select
          aria-label={t('Which lines')}
          value={filter}
          onChange={({ target }) => setFilter(target.value as LineFilter)}
        >
          {Object.entries(FILTER_NAMES).map(([value, name]) => (
            <option key={value} value={value}>
              {t(name)}
            </option>
          ))}
        </select>
        <input
          type="search"
          aria-label={t('Search the lines')}
          placeholder={t('Search text or number')}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <output className="quiet num">
          {t('{count} of {all}', {
            count: groupDigits(lines.length),
            all: groupDigits(report.lines),
          })}
        </output>
      </div>
      {filter !== 'doubtful' && report.preview.length < report.lines && (
        <p className="quiet">
          {t('The first {count} are listed here; all were read and counted.', {
            count: groupDigits(report.preview.length),
          })}
        </p>
      )}
      <LineGrid lines={lines} files={report.files} />
      <Notes report={report} />
    </section>
  );
}

/** What was not understood is never hidden. */
function Doubts({
  report,
  onShow,
}: {
  readonly report: ImportReport;
  readonly onShow: () => void;
}) {
  const { doubtful, doubtfulTotal, files } = report;
  if (doubtfulTotal === 0) return <p className="quiet">{understoodWords(report)}</p>;
  const facts = { n: doubtfulTotal, count: groupDigits(doubtfulTotal) };
  return (
    <div className="import-doubts">
      <p>
        {files.length > 1
          ? t(
              '{n, plural, one {{count} line was not understood or is not of the trace} other {{count} lines were not understood or are not of the trace}}.',
              facts,
            )
          : t(
              '{n, plural, one {{count} line was not understood or is not of the trace} other {{count} lines were not understood or are not of the trace}}: {numbers}.',
              { ...facts, numbers: numbersWords(doubtful, doubtfulTotal) },
            )}
      </p>
      <button type="button" className="text-button" onClick={onShow}>
        {t('List them')}
      </button>
    </div>
  );
}

function Notes({ report: { notes } }: { readonly report: ImportReport }) {
  if (notes.length === 0) return null;
  return (
    <ul className="import-list quiet" aria-label={t('Notes on the log')}>
      {notes.map(importerWords).map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
