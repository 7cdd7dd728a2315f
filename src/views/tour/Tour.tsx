import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { captionOf } from '../machine/caption.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { useMachineView } from '../shell/use-machine-view.ts';
import { useMedia } from '../shell/use-media.ts';
import { useModal } from '../shell/use-modal.ts';
import { placeCard } from './place-card.ts';
import type { Box } from './place-card.ts';
import { TOUR_STOPS } from './stops.ts';
import type { TourStop } from './stops.ts';
import { replicasOf } from './replicas.ts';
import { keepPlace, showMoment, tourEvent } from './tour-run.ts';
import { useTarget } from './use-target.ts';
import './tour.css';

/** What there is to see on the page, stop by stop, each at a real moment of the run. */
export function Tour() {
  const app = useApp();
  const [index, setIndex] = useState(0);
  const [event] = useState(() => {
    const { run } = app.held;
    const { app: shown, playhead } = app.store.getState();
    return run === null ? 0 : tourEvent(run, shown, playhead.time);
  });
  const [stops] = useState(stopsHere);
  const stop = stops[index] ?? stops[0];
  const still = useMedia(STILL);
  const dialog = useModal('.tour-next');

  useEffect(() => {
    app.settings.set({ toured: true });
    app.store.setState({ welcome: false });
    return keepPlace(app);
  }, [app]);
  useEffect(() => {
    if (stop.panel !== undefined) app.showPanel(stop.panel);
    return showMoment(app, stop, { event, still });
  }, [app, stop, event, still]);

  const close = (): void => dialog.current?.close();
  const go = (to: number): void => {
    if (to >= stops.length) close();
    else setIndex(Math.max(0, to));
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowRight' || key === 'PageDown') go(Math.min(index + 1, stops.length - 1));
    if (key === 'ArrowLeft' || key === 'PageUp') go(index - 1);
  };
  return (
    <dialog
      ref={dialog}
      className="tour"
      aria-label={t('Tour')}
      onClose={() => app.close('tour')}
      onKeyDown={onKeyDown}
    >
      <Lit stop={stop}>
        <Words stop={stop} index={index} count={stops.length} />
        <Tools index={index} last={stops.length - 1} onGo={go} onEnd={close} />
      </Lit>
    </dialog>
  );
}

/** Does the person prefer no motion? And have they but fingers to point with? */
const STILL = '(prefers-reduced-motion: reduce)';
const FINGERS = '(hover: none) and (pointer: coarse)';

interface ToolsProps {
  readonly index: number;
  readonly last: number;
  readonly onGo: (to: number) => void;
  readonly onEnd: () => void;
}

function Tools({ index, last, onGo, onEnd }: ToolsProps) {
  return (
    <div className="tour-tools">
      <button type="button" className="text-button" onClick={onEnd}>
        {t('End the tour')}
      </button>
      <button
        type="button"
        className="text-button"
        disabled={index === 0}
        onClick={() => onGo(index - 1)}
      >
        {t('Back')}
      </button>
      <button
        type="button"
        className="text-button primary tour-next"
        onClick={() => onGo(index + 1)}
      >
        {index === last ? t('Done') : t('Next', {}, 'step')}
      </button>
    </div>
  );
}

/** Those that can be shown of this run. */
function stopsHere(): readonly TourStop[] {
  return TOUR_STOPS.filter(
    ({ mayLack, target }) => mayLack !== true || document.querySelector(target.join()) !== null,
  );
}

interface WordsProps {
  readonly stop: TourStop;
  readonly index: number;
  readonly count: number;
}

function Words({ stop, index, count }: WordsProps) {
  const app = useApp();
  const run = useHeldRun();
  const still = useMedia(STILL);
  const touch = useMedia(FINGERS);
  const n = run === null ? 1 : replicasOf(run, app.store.getState().app);
  const { plays, hands } = stop;
  return (
    <div aria-live="polite" aria-atomic="true">
      <p className="quiet">{t('{at} of {count}', { at: index + 1, count })}</p>
      <h2>{t(stop.title)}</h2>
      <p>
        {t(stop.text, { n, count: groupDigits(n) })}{' '}
        {plays !== undefined && run !== null && (
          <>{still ? <Moved run={run} message={plays.moved} /> : t(plays.moving)} </>
        )}
        {hands !== undefined && t(touch ? hands.touch : hands.keys)}
      </p>
    </div>
  );
}

interface MovedProps {
  readonly run: HeldRun;
  readonly message: string;
}

/** What there is at the playhead now. */
function Moved({ run, message }: MovedProps) {
  const app = useAppState((state) => state.app);
  const playhead = useAppState((state) => state.playhead);
  const view = useMachineView(run, playhead);
  if (view === null) return null;
  return t(message, { now: captionOf(view, run.plan, app, run.recording.incidents) });
}

/** The card beside what it is about, which is lit while the rest of the page is dimmed. */
function Lit({ stop, children }: { readonly stop: TourStop; readonly children: ReactNode }) {
  const box = useTarget(stop.target);
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    if (box === null || card.current === null) return;
    const { offsetWidth: width, offsetHeight: height } = card.current;
    const page = { width: window.innerWidth, height: window.innerHeight };
    setPlace(placeCard(box, { width, height }, page));
  }, [box, stop]);
  return (
    <>
      {box !== null && <div className="tour-light" style={lightOf(box)} />}
      <div
        ref={card}
        className={box !== null && isLow(box) ? 'tour-card over' : 'tour-card'}
        style={place ?? undefined}
      >
        {children}
      </div>
    </>
  );
}

/** Is it in the lower half of the window, where the card lies on a phone? */
function isLow({ top, height }: Box): boolean {
  return top + height / 2 > window.innerHeight / 2;
}

/** CSS px of page around what is lit. */
const MARGIN = 4;

function lightOf({ left, top, width, height }: Box): Box {
  return {
    left: left - MARGIN,
    top: top - MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
  };
}
