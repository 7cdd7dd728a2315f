import { t } from '../../base/language.ts';
import { DEFAULT_EVEN_GAP, TIMING_RULES } from '../../workload/import/timing.ts';
import type { TimingRule } from '../../workload/import/timing.ts';
import type { ReadProps } from './Choices.tsx';
import { TypedNumber } from './TypedNumber.tsx';
import { floorWords, importerWords, TIMING_NAMES } from './words.ts';

/** How the time between traps becomes computing, and what of it was the tracer's. */
export function GapFields({ work, stage }: ReadProps) {
  const { draft, change } = work;
  const built = stage.built?.ok === true ? stage.built.value : null;
  const rule = draft.timing ?? built?.timing.rule ?? 'measured';
  return (
    <section className="import-gaps" aria-label={t('Gaps')}>
      <label className="field">
        <span className="field-name">{t('Gaps')}</span>
        <select
          value={draft.timing ?? ''}
          onChange={({ target }) =>
            change({ timing: target.value === '' ? null : (target.value as TimingRule) })
          }
        >
          <option value="">
            {built === null
              ? t('by what the log has')
              : t('by what the log has: {rule}', { rule: t(TIMING_NAMES[built.timing.rule]) })}
          </option>
          {TIMING_RULES.map((timing) => (
            <option key={timing} value={timing}>
              {t(TIMING_NAMES[timing])}
            </option>
          ))}
        </select>
      </label>
      {built !== null && <p className="quiet">{importerWords(built.timing.reason)}.</p>}
      {rule === 'even' && (
        <TypedNumber
          label={t('Gap')}
          unit="µs"
          value={draft.gap ?? DEFAULT_EVEN_GAP / 1000}
          least={0}
          most={1e9}
          remark={draft.gap === null ? t('an assumption') : undefined}
          onChange={(gap) => change({ gap })}
        />
      )}
      {rule === 'measured' && <FloorField work={work} stage={stage} />}
    </section>
  );
}

/** What is subtracted from each gap as the tracer's own time. */
function FloorField({ work: { draft, change }, stage }: ReadProps) {
  const built = stage.built?.ok === true ? stage.built.value : null;
  return (
    <>
      <div className="row">
        <TypedNumber
          label={t('Tracer, a gap')}
          unit="µs"
          value={draft.floor ?? rounded(built?.timing.subtracted ?? 0)}
          least={0}
          most={1e6}
          onChange={(floor) => change({ floor })}
        />
        {draft.floor !== null && (
          <button type="button" className="text-button" onClick={() => change({ floor: null })}>
            {t('Estimate it')}
          </button>
        )}
      </div>
      {built !== null && <p className="quiet">{floorWords(built)}</p>}
    </>
  );
}

/** Microseconds with one digit behind the point. */
function rounded(nanoseconds: number): number {
  return Math.round(nanoseconds / 100) / 10;
}
