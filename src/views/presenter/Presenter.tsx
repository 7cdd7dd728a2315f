import { useReducer } from 'react';

import { changeBoard, PLAIN_BOARD } from '../../store/presenter.ts';
import { shownBranch } from '../../store/workspace.ts';
import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { Guard } from '../shell/Guard.tsx';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Notices } from '../shell/Notices.tsx';
import { Coming, Part } from '../shell/Part.tsx';
import { t } from '../../base/language.ts';
import { EventsShow } from './EventsShow.tsx';
import { NotesShow } from './NotesShow.tsx';
import { UnitContext } from './show.ts';
import { useAddress } from './use-address.ts';
import { useAwake } from './use-awake.ts';
import { useBoardSize } from './use-board-size.ts';
import { useStillPointer } from './use-still-pointer.ts';
import './presenter.css';

// Most runs are presented without a lesson.
const LessonShow = lazyPart(async () => (await import('./LessonShow.tsx')).LessonShow);

/** The page for a lecture: one picture, one caption, keys of a remote; in the place of all else. */
export function Presenter() {
  const { unit, upright } = useBoardSize();
  const [board, change] = useReducer(changeBoard, PLAIN_BOARD);
  const run = useHeldRun();
  const learning = useAppState((state) => state.lesson !== null);
  const noted = useAppState((state) => shownBranch(state).notes.length > 0);
  const still = useStillPointer();
  useAddress();
  useAwake();
  const parts = { board, change, upright };
  return (
    <UnitContext value={unit}>
      <div
        className="pr"
        data-theme="projector"
        data-upright={upright ? '' : undefined}
        data-still={still ? '' : undefined}
        data-tool={board.tool ?? undefined}
        style={{ ['--u' as string]: `${unit}px` }}
      >
        <Notices />
        <Guard name={t('The presenter')} resetKey={run}>
          <Part>
            {learning ? (
              <LessonShow {...parts} />
            ) : run === null ? (
              <Coming />
            ) : noted ? (
              <NotesShow run={run} {...parts} />
            ) : (
              <EventsShow run={run} {...parts} />
            )}
          </Part>
        </Guard>
      </div>
    </UnitContext>
  );
}
