import { nextColour, NO_INK, wipedAt, withoutLast, withStroke } from './presenter-ink.ts';
import type { Ink, InkColour, Stroke } from './presenter-ink.ts';
import type { PresenterAct } from './presenter-keys.ts';

/** What the presenter shows over a stop, and what the pointer does there. */
export interface BoardState {
  /** Is nothing shown, so that people look at the lecturer? */
  readonly blank: boolean;
  /** What lies over the stop. */
  readonly card: 'qr' | 'help' | null;
  readonly tool: 'laser' | 'pen' | null;
  readonly colour: InkColour;
  readonly ink: Ink;
}

/** How the presenter begins. */
export const PLAIN_BOARD: BoardState = {
  blank: false,
  card: null,
  tool: null,
  colour: 'red',
  ink: NO_INK,
};

/** What changes the board; `stop` is the key of what is shown. */
export type BoardAction =
  | { readonly kind: 'act'; readonly act: PresenterAct; readonly stop: string }
  | { readonly kind: 'draw'; readonly stroke: Stroke; readonly stop: string }
  | { readonly kind: 'take-colour'; readonly colour: InkColour };

/** The board after `action`; acts that are none of its own leave it as it is. */
export function changeBoard(board: BoardState, action: BoardAction): BoardState {
  if (action.kind === 'take-colour') return { ...board, colour: action.colour, tool: 'pen' };
  const { ink } = board;
  const { stop } = action;
  if (action.kind === 'draw') return { ...board, ink: withStroke(ink, stop, action.stroke) };
  switch (action.act) {
    case 'blank':
      return { ...board, blank: !board.blank, card: null };
    case 'laser':
    case 'pen':
      return { ...board, tool: board.tool === action.act ? null : action.act };
    case 'colour':
      return { ...board, colour: nextColour(board.colour), tool: 'pen' };
    case 'undo':
      return { ...board, ink: withoutLast(ink, stop) };
    case 'wipe':
      return { ...board, ink: wipedAt(ink, stop) };
    case 'qr':
    case 'help':
      return { ...board, card: board.card === action.act ? null : action.act, blank: false };
    case 'leave':
      return closed(board) ?? board;
    default:
      return board;
  }
}

/** The board with what lies on top of it closed; `null` = there is nothing left to close. */
export function closed(board: BoardState): BoardState | null {
  if (board.blank) return { ...board, blank: false };
  if (board.card !== null) return { ...board, card: null };
  return board.tool === null ? null : { ...board, tool: null };
}

/** Does what covers the stop have to go before `act` may move on? Then that is all that a press does. */
export function uncoversFirst(board: BoardState, act: PresenterAct): boolean {
  return (board.blank || board.card !== null) && (act === 'next' || act === 'previous');
}
