import { memo } from 'react';

import type { Exposure, ExposureStep } from '../../analysis/rcb/exposure.ts';
import { unprotectedShare } from '../../analysis/rcb/exposure.ts';
import { groupDigits } from '../../draw/format.ts';
import { METHOD_NAMES } from '../chart/finding.ts';
import { shareText } from '../explore/words.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { PROTECTION_WORDS, stepWords } from './rcb-words.ts';

interface Props {
  readonly exposure: Exposure;
  /** Is it the method of the scenario? */
  readonly own: boolean;
  /** Cycles at the right end of the bar, the same for all methods. */
  readonly axisMax: number;
}

/** The steps of an event under one method: where each runs, who watches it, what it costs. */
export const MethodColumn = memo(function MethodColumn({ exposure, own, axisMax }: Props) {
  const { signalling, steps, unprotected, resilient } = exposure;
  const name = METHOD_NAMES[signalling];
  const polled = exposure.polledUnprotected + exposure.polledResilient;
  return (
    <section
      className={own ? 'method-column own' : 'method-column'}
      aria-label={name}
      data-method={signalling}
    >
      <h4>
        <MethodPictogram method={signalling} />
        {name}
        {own && <span className="own-mark">this scenario</span>}
      </h4>
      <p className="exposure-share">
        <b data-share={unprotectedShare(exposure)}>{shareText(unprotectedShare(exposure))}</b> of
        RCB cycles unwatched
      </p>
      <ExposureBar exposure={exposure} axisMax={axisMax} />
      <p className="quiet">
        {groupDigits(unprotected)} unwatched, {groupDigits(resilient)} on resilient hardware
        {polled > 0 && `, ${groupDigits(polled)} polling`}
      </p>
      <table className="steps">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Core</th>
            <th scope="col">Step</th>
            <th scope="col">Watched by</th>
            <th scope="col">Cycles per event</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Step key={`${step.activity} ${step.resilient}`} step={step} />
          ))}
        </tbody>
      </table>
    </section>
  );
});

function Step({ step }: { readonly step: ExposureStep }) {
  const { resilient, protection, code, cyclesPerEvent } = step;
  return (
    <tr className={`watched-${protection} ${code}`}>
      <td>
        <CoreMark resilient={resilient} size={13} />
        <span className="visually-hidden">{resilient ? 'Res' : 'NonRes'}</span>
      </td>
      <th scope="row">{stepWords(step)}</th>
      <td className="watched">{PROTECTION_WORDS[protection]}</td>
      <td className="num">{groupDigits(cyclesPerEvent)}</td>
    </tr>
  );
}

/** Unwatched cycles crosshatched in red, those on resilient hardware solid ink. */
function ExposureBar({ exposure, axisMax }: Omit<Props, 'own'>) {
  const { unprotected, resilient } = exposure;
  const left = (100 * unprotected) / axisMax;
  const right = (100 * resilient) / axisMax;
  return (
    <svg className="exposure-bar" width="100%" height={16} aria-hidden="true">
      <rect y={0.5} width={`${left}%`} height={15} fill="url(#outcome-rcb)" stroke="var(--fault)" />
      <rect x={`${left}%`} width={`${right}%`} height={16} fill="var(--work)" />
    </svg>
  );
}
