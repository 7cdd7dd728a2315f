import { useMemo } from 'react';
import type { ReactNode } from 'react';

import type { HeldRun } from '../../store/held.ts';
import { MethodPictogram } from '../glyphs/MethodPictogram.tsx';
import { useAppState } from '../shell/app-context.ts';
import { Coming } from '../shell/Part.tsx';
import { useMachineView } from '../shell/use-machine-view.ts';
import { ChartBoard } from './ChartBoard.tsx';
import { useUnit } from './show.ts';
import type { Show } from './show.ts';
import { litThings, wantsChart } from './stage/lit.ts';
import { PresenterStage } from './stage/PresenterStage.tsx';
import { isTall, Strip } from './Strip.tsx';

interface Props {
  readonly run: HeldRun;
  readonly show: Show;
  readonly upright: boolean;
  /** Does something lie over it? */
  readonly covered: boolean;
  /** The tools. */
  readonly children: ReactNode;
}

/** One stop: title, machine or chart, timeline or question, caption. */
export function StopPage({ run, show, upright, covered, children }: Props) {
  const { title, caption, captionText, highlights, picture, below } = show;
  const unit = useUnit();
  const playhead = useAppState((state) => state.playhead);
  const playing = useAppState((state) => state.playing);
  const app = Math.min(
    useAppState((state) => state.app),
    run.plan.apps.length - 1,
  );
  // The chart would give away what a question asks about.
  const hidden = useAppState((state) => state.hiddenFrom !== null);
  const chart = wantsChart(highlights) && !hidden;
  const view = useMachineView(run, playhead);
  const program = run.plan.apps[app];
  const lit = litThings(highlights, {
    homes: program?.cores ?? [],
    resCore: program?.resCore ?? -1,
  });
  const timeline = lit.has('panel:timeline');
  const crowd = (program?.cores.length ?? 0) > MOST_ABOVE_STRIP && !timeline;
  const strip = below === null && picture === null && !chart && !crowd;
  const tall = useMemo(() => isTall(run), [run]);
  // A step about the timeline of many cores is not about the machine, which shows one program.
  const alone = strip && timeline && tall;
  return (
    <main id="main" className="pr-page" inert={covered}>
      <header className="pr-head">
        {program !== undefined && program.redundancy !== 'native' && (
          <MethodPictogram method={program.signalling} width={60 * unit} />
        )}
        <h1>{title}</h1>
        <Place show={show} />
      </header>
      {picture !== null ? (
        picture
      ) : chart ? (
        <ChartBoard run={run} app={app} tall={below === null} />
      ) : view === null ? (
        <Coming />
      ) : alone ? null : (
        <PresenterStage run={run} view={view} app={app} lit={lit} upright={upright} />
      )}
      {below}
      {strip && <Strip run={run} app={app} lit={timeline} alone={alone} />}
      <p
        className="pr-caption"
        data-long={captionText.length > LONG ? '' : undefined}
        aria-live={playing ? 'off' : 'polite'}
      >
        {caption}
      </p>
      {children}
    </main>
  );
}

/** The machine of more replicas needs the room of the timeline. */
const MOST_ABOVE_STRIP = 4;
/** Longer captions, in UTF-16 code units, are set smaller. */
const LONG = 150;
/** More stops than this are not drawn one by one. */
const MOST_SQUARES = 14;

function Place({ show: { at, of, place } }: { readonly show: Show }) {
  const unit = useUnit();
  return (
    <p className="pr-place">
      <span>{place}</span>
      {of <= MOST_SQUARES && (
        <svg
          width={of * 19 * unit}
          height={14 * unit}
          viewBox={`0 0 ${of * 19} 14`}
          aria-hidden="true"
        >
          {Array.from({ length: of }, (_, i) => (
            <rect
              // Squares never change places.
              key={i}
              x={i * 19 + 1}
              y={1}
              width={12}
              height={12}
              className={i + 1 === at ? 'here' : i + 1 < at ? 'past' : ''}
            />
          ))}
        </svg>
      )}
    </p>
  );
}
