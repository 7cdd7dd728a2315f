import { useState } from 'react';

import { t } from '../../../base/language.ts';
import { DialogGuard } from '../../shell/DialogGuard.tsx';
import { lazyPart } from '../../shell/lazy-part.tsx';
import { Problem, Section } from './Field.tsx';
import type { StepProps } from './PlaceFields.tsx';
import { Chips } from './point/Chips.tsx';
import { groupsOf, sizeOf } from './point/things.ts';
import { useHighlights } from './point/use-highlights.ts';
import { useProblem } from './use-editor.ts';

// It brings the Lab with it.
const PointDialog = lazyPart(async () => (await import('./point/PointDialog.tsx')).PointDialog);

/** What of the page the step points at: chosen in the picture, or by pressing its name. */
export function HighlightFields({ draft, index, step }: StepProps) {
  const pointing = useHighlights({ index, step });
  const [shown, setShown] = useState(false);
  const problem = useProblem(`steps[${index}].highlights`, true);
  const { chosen } = pointing;
  const groups = groupsOf(sizeOf(draft.scenes[step.scene ?? '']), chosen);
  return (
    <Section title={t('What it points at')} count={chosen.length}>
      <button
        type="button"
        className="text-button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {t('Point in the picture')}
      </button>
      {shown && (
        <DialogGuard resetKey={index} onFail={() => setShown(false)}>
          <PointDialog
            draft={draft}
            index={index}
            step={step}
            groups={groups}
            onClose={() => setShown(false)}
          />
        </DialogGuard>
      )}
      <Chips groups={groups} pointing={pointing} />
      <Problem text={problem} />
    </Section>
  );
}
