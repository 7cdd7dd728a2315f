import type { ReactNode } from 'react';

import { groupDigits } from '../../../draw/format.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { RunLinks } from '../RunLinks.tsx';
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
    <section className="sweep-figure selected-run" aria-label="Selected run">
      <h2>Selected run</h2>
      <dl id="selected-run" className="run-facts" aria-live="polite">
        <Fact name="Method">
          <MethodPictogram method={method} width={26} />
          <span>{variantWords({ method, redundancy: replicas })}</span>
        </Fact>
        <Fact name="Throughput" number>
          {groupDigits(point.eventsPerSecond)} events/s
        </Fact>
        <Fact name="Applications" number>
          {appsPerResCore} per Res core
        </Fact>
        <Fact name="Of the bound" number>
          {percentValue(share)} of {groupDigits(point.mostPerSecond)}
        </Fact>
        <Fact name="Cores" number>
          {cores}, {resCores} of them Res
        </Fact>
        <Fact name="Overhead" number>
          {percentValue(point.overheadPercent)}
        </Fact>
        <Fact name="Res core works" number>
          {percentValue(100 * point.utilisation)}, by law{' '}
          {percentValue(100 * point.utilisationByLaw)}
        </Fact>
        <Fact name="Queued" number>
          {groupDigits(point.queuePerEvent)} cycles/event
        </Fact>
        <Fact name="Burnt by polling" number>
          {groupDigits(point.burntPerEvent)} cycles/event
        </Fact>
        <Fact name="Energy proxy" number>
          {groupDigits(point.energyPerEvent)} cycles/event
        </Fact>
        <Fact name="Fairness" number>
          {percentValue(100 * point.fairness)}
        </Fact>
      </dl>
      <p className="quiet">
        Figures are of the run until its first application ends; the Lab shows the whole run.
        Fairness: events of the application that came least far, of those of the one that came
        farthest.
      </p>
      <RunLinks fragment={fragment} />
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly number?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, number = false, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={number ? 'num' : undefined}>{number ? <span>{children}</span> : children}</dd>
    </div>
  );
}
