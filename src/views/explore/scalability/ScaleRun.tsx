import { t } from '../../../base/language.ts';
import { groupDigits } from '../../../draw/format.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { RunLinks } from '../RunLinks.tsx';
import { Fact } from '../studies/Fact.tsx';
import { variantWords } from '../sweep/variant-words.ts';
import { percentValue } from './scale-words.ts';
import type { ScaleView } from './use-scale-view.ts';

interface Props {
  readonly view: ScaleView;
  /** Link to the run, without `#`; `null` = being written. */
  readonly fragment: string | null;
}

/** The run behind the selected point: what it is, what it gives, and where it can be looked at. */
export function ScaleRun({ view, fragment }: Props) {
  const { selected: point } = view;
  const { method, replicas, resCores, appsPerResCore, cores } = point;
  const share = (100 * point.eventsPerSecond) / point.mostPerSecond;
  return (
    <section className="sweep-figure selected-run" aria-label={t('Selected run')}>
      <h2>{t('Selected run')}</h2>
      <dl id="selected-run" className="run-facts" aria-live="polite">
        <Fact name={t('Method')}>
          <MethodPictogram method={method} width={26} />
          <span>{variantWords({ method, redundancy: replicas })}</span>
        </Fact>
        <Fact name={t('Throughput')} number>
          {t('{count} events/s', { count: groupDigits(point.eventsPerSecond) })}
        </Fact>
        <Fact name={t('Applications')} number>
          {t('{count} per Res core', { count: appsPerResCore })}
        </Fact>
        <Fact name={t('Of the bound')} number>
          {t('{share} of {all}', {
            share: percentValue(share),
            all: groupDigits(point.mostPerSecond),
          })}
        </Fact>
        <Fact name={t('Cores')} number>
          {t('{cores}, {resCores} of them Res', { cores, resCores })}
        </Fact>
        <Fact name={t('Overhead')} number>
          {percentValue(point.overheadPercent)}
        </Fact>
        <Fact name={t('Res core works')} number>
          {t('{share}, by law {expected}', {
            share: percentValue(100 * point.utilisation),
            expected: percentValue(100 * point.utilisationByLaw),
          })}
        </Fact>
        <Fact name={t('Queued')} number>
          {t('{count} cycles/event', { count: groupDigits(point.queuePerEvent) })}
        </Fact>
        <Fact name={t('Burnt by polling')} number>
          {t('{count} cycles/event', { count: groupDigits(point.burntPerEvent) })}
        </Fact>
        <Fact name={t('Energy proxy')} number>
          {t('{count} cycles/event', { count: groupDigits(point.energyPerEvent) })}
        </Fact>
        <Fact name={t('Fairness')} number>
          {percentValue(100 * point.fairness)}
        </Fact>
      </dl>
      <p className="quiet">
        {t(
          'Figures are of the run until its first application ends; the Lab shows the whole run. Fairness: events of the application that came least far, of those of the one that came farthest.',
        )}
      </p>
      <RunLinks fragment={fragment} />
    </section>
  );
}
