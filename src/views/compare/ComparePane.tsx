import { useMemo } from 'react';

import { mainCause } from '../../analysis/compare/difference.ts';
import { compareFigures, partDifferences } from '../../analysis/compare/figures.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { useAppState } from '../shell/app-context.ts';
import { CompareHead } from './CompareHead.tsx';
import { CompareMachines } from './CompareMachines.tsx';
import { GhostTimeline, SideTimelines } from './CompareTimelines.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import { OtherStatus } from './OtherStatus.tsx';
import { useCompared } from './use-compared.ts';
import type { Compared } from './use-compared.ts';
import { totalSentence } from './words.ts';
import './compare.css';

/** Two runs at once, in place of machine and timeline. */
export function ComparePane({ model }: { readonly model: TimelineModel }) {
  const compared = useCompared();
  const ready = useAppState(({ otherRun }) => ['ready', 'counting'].includes(otherRun?.kind ?? ''));
  return (
    <section className="cmp" aria-label="Comparison">
      <CompareHead />
      <OtherStatus />
      {compared !== null && ready && <Runs compared={compared} model={model} />}
    </section>
  );
}

function Runs({ compared, model }: { readonly compared: Compared; readonly model: TimelineModel }) {
  const ghost = compared.comparison.layout === 'ghost';
  return (
    <>
      <Verdict compared={compared} />
      <CompareMachines compared={compared} />
      {ghost ? (
        <GhostTimeline compared={compared} model={model} />
      ) : (
        <SideTimelines compared={compared} model={model} />
      )}
      <DifferenceTable compared={compared} />
    </>
  );
}

/** The whole difference in one sentence. */
function Verdict({ compared: { a, b, apps, names } }: { readonly compared: Compared }) {
  const sentence = useMemo(() => {
    const one = a.recording.summary.apps[apps[0]];
    const other = b.recording.summary.apps[apps[1]];
    if (one === undefined || other === undefined) return '';
    const figures = compareFigures(one, other);
    const [run] = figures;
    return run === undefined ? '' : totalSentence(names, run, mainCause(partDifferences(figures)));
  }, [a, b, apps, names]);
  return (
    <output className="cmp-verdict">
      {sentence} <span className="quiet">Model output.</span>
    </output>
  );
}
