import { useEffect, useMemo } from 'react';

import { t } from '../../../../base/language.ts';
import { MAX_HIGHLIGHTS } from '../../../../lessons/limits.ts';
import { AppContext, useApp } from '../../../shell/app-context.ts';
import { useMedia } from '../../../shell/use-media.ts';
import { useModal } from '../../../shell/use-modal.ts';
import { stylesIn } from '../../spotlight.ts';
import type { StepProps } from '../PlaceFields.tsx';
import { useEditorState } from '../use-editor.ts';
import { Chips } from './Chips.tsx';
import { pictureOf } from './picture-app.ts';
import { PictureOfStep } from './PictureOfStep.tsx';
import { SpotLayer } from './SpotLayer.tsx';
import type { Group } from './things.ts';
import { useHighlights } from './use-highlights.ts';
import type { Pointing } from './use-highlights.ts';
import { usePlaces } from './use-places.ts';
import './point.css';

interface Props extends StepProps {
  readonly groups: readonly Group[];
  readonly onClose: () => void;
}

/** The Lab where a step plays, to press what the step points at. Nothing else answers until it is closed. */
export function PointDialog({ groups, onClose, ...written }: Props) {
  const { draft, index, step } = written;
  const app = useApp();
  const picture = useMemo(() => pictureOf(app), [app]);
  const dialog = useModal();
  const pointing = useHighlights(written);
  const where = useEditorState(({ step: at }) => at);
  // What is pressed changes the draft, but not where its step plays.
  const place = JSON.stringify([step.scene, step.stop, draft.scenes[step.scene ?? '']]);
  useEffect(
    () => picture.show(draft, index),
    // oxlint-disable-next-line react/exhaustive-deps
    [picture, index, place],
  );
  // An undo may lead to another step.
  useEffect(() => {
    if (where !== index) onClose();
  }, [where, index, onClose]);
  return (
    <dialog ref={dialog} className="point" aria-label={t('Point in the picture')} onClose={onClose}>
      <Bar index={index} pointing={pointing} onClose={onClose} />
      <AppContext value={picture.app}>
        <Stage {...written} groups={groups} pointing={pointing} />
      </AppContext>
    </dialog>
  );
}

interface BarProps {
  readonly index: number;
  readonly pointing: Pointing;
  readonly onClose: () => void;
}

/** Says what is to be done, and how much of it is done. */
function Bar({ index, pointing, onClose }: BarProps) {
  const keys = useMedia('(any-hover: hover)');
  return (
    <header className="point-bar">
      <h2>{t('What step {n} points at', { n: index + 1 })}</h2>
      <p>
        {t('Press what the step points at; press it again to take it back.')}{' '}
        {keys && t('Escape ends.')}{' '}
        <output className="num">
          {t('{n} of at most {most} chosen', { n: pointing.chosen.length, most: MAX_HIGHLIGHTS })}
        </output>
      </p>
      <button type="button" className="text-button primary" onClick={onClose}>
        {t('Done')}
      </button>
    </header>
  );
}

interface StageProps extends StepProps {
  readonly groups: readonly Group[];
  readonly pointing: Pointing;
}

/** The picture, what is over it, and below it what is not in it. */
function Stage({ groups, pointing, ...written }: StageProps) {
  const { picture, spots, lanes, absent } = usePlaces(groups);
  const { store } = useApp();
  const styles = stylesIn(pointing.chosen).join(' ');
  // The timeline itself draws the kinds of time that are chosen, as in the lesson.
  useEffect(() => {
    store.setState({ pointedAt: stylesIn(pointing.chosen) });
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, styles, spots]);
  return (
    <div className="point-stage">
      <div className="point-picture">
        <div ref={picture} className="point-lab" inert>
          <PictureOfStep {...written} />
        </div>
        <SpotLayer picture={picture} spots={spots} lanes={lanes} pointing={pointing} />
      </div>
      <section className="point-absent" aria-label={t('Not in this picture')}>
        <h3>{t('Not in this picture')}</h3>
        <Chips groups={absent} pointing={pointing} />
      </section>
    </div>
  );
}
