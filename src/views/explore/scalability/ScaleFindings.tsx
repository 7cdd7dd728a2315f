import { useMemo } from 'react';

import { t } from '../../../base/language.ts';
import { scalabilityFindings } from '../../../analysis/scalability/findings.ts';
import type { ScaleView } from './use-scale-view.ts';

/** What the study shows of the selected method and number of Res cores, and of all together. */
export function ScaleFindings({ view }: { readonly view: ScaleView }) {
  const { study, series } = view;
  const found = useMemo(() => scalabilityFindings(study.report), [study]);
  const texts = found
    .filter((one) => one.series === null || one.series === series)
    .map(({ text }) => text);
  return (
    <section className="sweep-figure scale-findings" aria-label={t('What it shows')}>
      <h2>{t('What it shows')}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="quiet">
        {t(
          'Inferred: the bounds take the work of the Res core per event from one application alone, and as constant; costs of the model are in the Lab, each with its source.',
        )}
      </p>
    </section>
  );
}
