import type { Dispatch } from 'react';

import type { HeldRun } from '../../store/held.ts';
import { closed, uncoversFirst } from '../../store/presenter.ts';
import type { BoardAction, BoardState } from '../../store/presenter.ts';
import { stopPresenting } from '../../store/presenting.ts';
import { sheetAt } from '../../store/presenter-ink.ts';
import type { PresenterAct } from '../../store/presenter-keys.ts';
import { useApp } from '../shell/app-context.ts';
import { useSettings } from '../shell/commands/use-key-hint.ts';
import { BlankCard, HelpCard, QrCard } from './Cards.tsx';
import { BoardTools } from './BoardTools.tsx';
import { InkLayer } from './InkLayer.tsx';
import { Laser } from './Laser.tsx';
import type { Show } from './show.ts';
import { StopPage } from './StopPage.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { useNotesWindow } from './use-notes-window.ts';
import { usePresenterKeys } from './use-presenter-keys.ts';

/** What the presenter gives to whatever is presented. */
export interface BoardParts {
  readonly board: BoardState;
  readonly change: Dispatch<BoardAction>;
  readonly upright: boolean;
}

interface Props extends BoardParts {
  readonly run: HeldRun;
  readonly show: Show;
}

/** A stop with all that lies over it, and the keys. */
export function Board({ run, show, board, change, upright }: Props) {
  const app = useApp();
  const { singleKeys } = useSettings();
  const fullScreen = useFullScreen();
  const { stop } = show;
  const perform = (act: PresenterAct): void => {
    if (uncoversFirst(board, act)) return change({ kind: 'act', act: 'leave', stop });
    switch (act) {
      case 'next':
        return show.step(1);
      case 'previous':
        return show.step(-1);
      case 'next-rendezvous':
        return app.navigation.stepRendezvous(1);
      case 'previous-rendezvous':
        return app.navigation.stepRendezvous(-1);
      case 'play':
        return app.playback.toggle();
      case 'full-screen':
        return fullScreen.toggle();
      case 'leave':
        return closed(board) === null ? stopPresenting(app) : change({ kind: 'act', act, stop });
      default:
        return change({ kind: 'act', act, stop });
    }
  };
  const notes = useNotesWindow(sheetOf(show, board), perform);
  const press = (act: PresenterAct): void => {
    if (act === 'notes') notes.open();
    else perform(act);
  };
  usePresenterKeys(window, { singleKeys, onAct: press, onHand: show.countHand });
  const covered = board.blank || board.card !== null;
  return (
    <>
      <StopPage run={run} show={show} upright={upright} covered={covered}>
        <BoardTools board={board} change={change} onAct={press} fullScreen={fullScreen} />
      </StopPage>
      <InkLayer
        sheet={sheetAt(board.ink, stop)}
        colour={board.colour}
        drawing={board.tool === 'pen' && !covered}
        onStroke={(stroke) => change({ kind: 'draw', stroke, stop })}
      />
      {board.tool === 'laser' && !covered && <Laser />}
      {board.card === 'qr' && <QrCard link={show.link} onClose={() => perform('leave')} />}
      {board.card === 'help' && <HelpCard onClose={() => perform('leave')} />}
      {board.blank && <BlankCard onClose={() => perform('blank')} />}
    </>
  );
}

function sheetOf(show: Show, { blank }: BoardState) {
  const { talk, title, place, captionText, remarks, next } = show;
  return { talk, title, place, caption: captionText, remarks, next, blank };
}
