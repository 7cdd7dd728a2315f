import { useMemo } from 'react';

import { t } from '../../../base/language.ts';
import { scalabilityFindings } from '../../../analysis/scalability/findings.ts';
import { runInStep, stepUp } from './in-step.ts';
import type { ScaleView } from './use-scale-view.ts';

/** What the study shows of the selected method and number of Res cores, and of all together. */
export function ScaleFindings({ view }: { readonly view: ScaleView }) {
  const { study, series } = view;
  const found = useMemo(() => scalabilityFindings(study.report), [study]);
  const texts = found
    .filter((one) => one.series === null || one.series === series)
    .map(({ text }) => text);
  const inStep = runInStep(study.spec.scenario.apps[0]);
  const step = inStep ? stepUp(series) : null;
  return (
    <section className="sweep-figure scale-findings" aria-label={t('What it shows')}>
      <h2>{t('What it shows')}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {step !== null && (
          <li>
            {t(
              'Application {count} brings more than the one before it, which queueing cannot explain: equal copies that start together fall into a rhythm at the Res core, and with {count} of them it is another one. Take that step of the line for what it is, a property of equal copies.',
              { count: step },
            )}
          </li>
        )}
      </ul>
      <p className="quiet">
        {t(
          'Inferred: the bounds take the work of the Res core per event from one application alone, and as constant; costs of the model are in the Lab, each with its source.',
        )}
      </p>
      {inStep && (
        <p className="quiet">
          {t(
            'Every point is one run of copies that do the same and start together. With random traps as the workload each copy draws gaps of its own.',
          )}
        </p>
      )}
    </section>
  );
}
