import { useDeferredValue, useMemo } from 'react';

import { t } from '../../base/language.ts';
import type { PhasesSpec } from '../../workload/phases.ts';
import { previewOf } from './preview.ts';
import { WorkloadFigures } from './WorkloadFigures.tsx';

/** What the program that is being made is like. */
export function PhasePreview({ workload }: { readonly workload: PhasesSpec }) {
  // Typing goes first.
  const shown = useDeferredValue(workload);
  const preview = useMemo(() => previewOf(shown), [shown]);
  if (typeof preview === 'string') {
    return (
      <section className="phase-preview" aria-label={t('Preview')}>
        <p className="field-problem">{preview}</p>
      </section>
    );
  }
  const { statistics, along } = preview;
  return (
    <section className="phase-preview" aria-label={t('Preview')}>
      <WorkloadFigures statistics={statistics} along={along} />
    </section>
  );
}
