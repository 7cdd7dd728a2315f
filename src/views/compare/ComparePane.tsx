import { useMemo } from 'react';

import { cyclesBetween, mainCause } from '../../analysis/compare/difference.ts';
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
import { verdictSentence } from './words.ts';
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

/** The whole difference in a sentence or two. */
function Verdict({ compared }: { readonly compared: Compared }) {
  const sentence = useMemo(() => sentenceOf(compared), [compared]);
  return (
    <output className="cmp-verdict">
      {sentence} <span className="quiet">Model output.</span>
    </output>
  );
}

function sentenceOf({ a, b, apps, names, difference }: Compared): string {
  const one = a.recording.summary.apps[apps[0]];
  const other = b.recording.summary.apps[apps[1]];
  if (one === undefined || other === undefined) return '';
  const figures = compareFigures(one, other);
  const cycles = { a: one.totalCycles, b: other.totalCycles };
  return verdictSentence({
    names,
    run: { ...cycles, difference: cycles.b - cycles.a },
    events: { a: one.completedEvents, b: other.completedEvents },
    cause: mainCause(partDifferences(figures)),
    common: difference === null ? null : cyclesBetween(difference, 0, difference.events),
  });
}
