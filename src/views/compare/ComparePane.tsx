import { Children, useMemo } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { cyclesBetween, mainCause } from '../../analysis/compare/difference.ts';
import { compareFigures, partDifferences } from '../../analysis/compare/figures.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { useAppState } from '../shell/app-context.ts';
import { CompareHead, SideMark } from './CompareHead.tsx';
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
    <section className="cmp" aria-label={t('Comparison')}>
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
      {withMarks(sentence)} <span className="quiet">{t('Model output.')}</span>
    </output>
  );
}

/** The letters of both runs as the badges that they have everywhere else. */
function withMarks(sentence: string): ReactNode {
  const words = sentence.split(/\b([AB])\b/);
  return Children.toArray(
    words.map((word) => (word === 'A' || word === 'B' ? <SideMark side={word} /> : word)),
  );
}

function sentenceOf({ a, b, apps, difference }: Compared): string {
  const one = a.recording.summary.apps[apps[0]];
  const other = b.recording.summary.apps[apps[1]];
  if (one === undefined || other === undefined) return '';
  const figures = compareFigures(one, other);
  const cycles = { a: one.totalCycles, b: other.totalCycles };
  return verdictSentence({
    run: { ...cycles, difference: cycles.b - cycles.a },
    events: { a: one.completedEvents, b: other.completedEvents },
    cause: mainCause(partDifferences(figures)),
    common: difference === null ? null : cyclesBetween(difference, 0, difference.events),
  });
}
