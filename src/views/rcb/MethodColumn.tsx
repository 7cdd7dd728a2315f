import { memo } from 'react';

import { msg, t } from '../../base/language.ts';
import type { Exposure, ExposureStep } from '../../analysis/rcb/exposure.ts';
import { unprotectedShare } from '../../analysis/rcb/exposure.ts';
import { groupDigits } from '../../draw/format.ts';
import { METHOD_NAMES } from '../chart/finding.ts';
import { shareText } from '../explore/words.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { Say } from '../shell/Say.tsx';
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
  const { signalling, steps } = exposure;
  const name = t(METHOD_NAMES[signalling]);
  const share = unprotectedShare(exposure);
  return (
    <section
      className={own ? 'method-column own' : 'method-column'}
      aria-label={name}
      data-method={signalling}
    >
      <h4>
        <MethodPictogram method={signalling} />
        {name}
        {own && <span className="own-mark">{t('this scenario')}</span>}
      </h4>
      <p className="exposure-share">
        <Say
          message={msg('<share>{share}</share> of RCB cycles unwatched')}
          values={{ share: shareText(share) }}
          parts={{ share: <b data-share={share} /> }}
        />
      </p>
      <ExposureBar exposure={exposure} axisMax={axisMax} />
      <p className="quiet">{cyclesWords(exposure)}</p>
      <table className="steps">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('Core')}</th>
            <th scope="col">{t('Step')}</th>
            <th scope="col">{t('Watched by')}</th>
            <th scope="col">{t('Cycles per event')}</th>
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

/** What the bar says; polling is counted apart. */
function cyclesWords(exposure: Exposure): string {
  const { polledUnprotected, polledResilient } = exposure;
  const polled = polledUnprotected + polledResilient;
  const said = {
    unwatched: groupDigits(exposure.unprotected),
    resilient: groupDigits(exposure.resilient),
  };
  return polled > 0
    ? t('{unwatched} unwatched, {resilient} on resilient hardware, {polled} polling', {
        ...said,
        polled: groupDigits(polled),
      })
    : t('{unwatched} unwatched, {resilient} on resilient hardware', said);
}

function Step({ step }: { readonly step: ExposureStep }) {
  const { resilient, protection, code, cyclesPerEvent } = step;
  return (
    <tr className={`watched-${protection} ${code}`}>
      <td>
        <CoreMark resilient={resilient} size={13} />
        <span className="visually-hidden">{resilient ? t('Res') : t('NonRes')}</span>
      </td>
      <th scope="row">{stepWords(step)}</th>
      <td className="watched">{t(PROTECTION_WORDS[protection])}</td>
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
