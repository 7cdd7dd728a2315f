import { useMemo } from 'react';

import { spokenLanguage, t } from '../../../../base/language.ts';
import { plainText } from '../../../../lessons/play.ts';
import { TERM_NAMES, TERMS } from '../../../../lessons/terms.ts';
import { createTimelineModel } from '../../../../store/timeline-model.ts';
import { EventLog } from '../../../log/EventLog.tsx';
import { ScenarioBar } from '../../../scenario/ScenarioBar.tsx';
import { useApp, useHeldRun } from '../../../shell/app-context.ts';
import { Guard } from '../../../shell/Guard.tsx';
import { ChartSlot, MachineSlot, SidePanels, TimelineSlot } from '../../../shell/panels.tsx';
import { useMedia } from '../../../shell/use-media.ts';
import { Transport } from '../../../transport/Transport.tsx';
import { LockPicture } from '../../LockPicture.tsx';
import type { StepProps } from '../PlaceFields.tsx';

/** The whole Lab where a step plays, all of its panels at once, and the words that a step can explain. */
export function PictureOfStep({ draft, step }: StepProps) {
  const app = useApp();
  const run = useHeldRun();
  const model = useMemo(() => createTimelineModel(app), [app]);
  const chartBeside = useMedia('(min-width: 1280px)');
  const puzzle = step.locks === undefined ? undefined : draft.locks[step.locks];
  return (
    <Guard name={t('The picture')} resetKey={run}>
      <ScenarioBar />
      <div className="lab">
        <div className="main-column">
          <MachineSlot />
          <TimelineSlot model={model} />
          <Words />
          {puzzle !== undefined && <LockPicture puzzle={puzzle} />}
        </div>
        <div className="point-side">
          <SidePanels />
          {!chartBeside && <ChartSlot />}
          {run !== null && (
            <div className="region-slot log-slot">
              <EventLog run={run} />
            </div>
          )}
        </div>
      </div>
      <Transport />
    </Guard>
  );
}

/** The words that a lesson can explain, as it would beside its step. */
function Words() {
  const language = spokenLanguage();
  return (
    <div className="lesson point-words">
      <h3>{t('Terms that are explained')}</h3>
      <ul>
        {TERM_NAMES.map((name) => (
          <li key={name} data-term={name}>
            {plainText(TERMS[name].word, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
