import { describe, expect, it } from 'vitest';

import { changeBoard, closed, PLAIN_BOARD, uncoversFirst } from './presenter.ts';
import type { BoardState } from './presenter.ts';
import { sheetAt } from './presenter-ink.ts';
import type { PresenterAct } from './presenter-keys.ts';

const STROKE = { colour: 'red', points: [{ x: 0.1, y: 0.2, pressure: 0.5 }] } as const;

function after(board: BoardState, ...acts: readonly PresenterAct[]): BoardState {
  return acts.reduce((now, act) => changeBoard(now, { kind: 'act', act, stop: 'a' }), board);
}

describe('the board of the presenter', () => {
  it('goes blank and comes back', () => {
    expect(after(PLAIN_BOARD, 'blank').blank).toBe(true);
    expect(after(PLAIN_BOARD, 'blank', 'blank')).toEqual(PLAIN_BOARD);
  });

  it('has one card at a time, and none under a blank screen', () => {
    expect(after(PLAIN_BOARD, 'qr').card).toBe('qr');
    expect(after(PLAIN_BOARD, 'qr', 'help').card).toBe('help');
    expect(after(PLAIN_BOARD, 'help', 'help').card).toBeNull();
    expect(after(PLAIN_BOARD, 'help', 'blank')).toMatchObject({ blank: true, card: null });
    expect(after(PLAIN_BOARD, 'blank', 'qr')).toMatchObject({ blank: false, card: 'qr' });
  });

  it('has one tool in the hand', () => {
    expect(after(PLAIN_BOARD, 'laser', 'pen').tool).toBe('pen');
    expect(after(PLAIN_BOARD, 'pen', 'pen').tool).toBeNull();
  });

  it('takes the pen for whoever chooses a colour', () => {
    expect(after(PLAIN_BOARD, 'colour')).toMatchObject({ tool: 'pen', colour: 'blue' });
    expect(changeBoard(PLAIN_BOARD, { kind: 'take-colour', colour: 'green' })).toMatchObject({
      tool: 'pen',
      colour: 'green',
    });
  });

  it('draws at the stop that is shown alone', () => {
    const drawn = changeBoard(PLAIN_BOARD, { kind: 'draw', stroke: STROKE, stop: 'a' });
    expect(sheetAt(drawn.ink, 'a').strokes).toEqual([STROKE]);
    expect(sheetAt(drawn.ink, 'b').strokes).toEqual([]);
    expect(sheetAt(after(drawn, 'undo').ink, 'a').strokes).toEqual([]);
    expect(sheetAt(after(drawn, 'wipe', 'undo').ink, 'a').strokes).toEqual([STROKE]);
  });

  it('closes what lies on top before the presenter itself is left', () => {
    const full = after(PLAIN_BOARD, 'pen', 'qr');
    expect(after(full, 'leave')).toMatchObject({ card: null, tool: 'pen' });
    expect(after(full, 'leave', 'leave').tool).toBeNull();
    expect(closed(after(full, 'leave', 'leave'))).toBeNull();
  });

  it('shows the stop again before it moves on from it', () => {
    expect(uncoversFirst(after(PLAIN_BOARD, 'blank'), 'next')).toBe(true);
    expect(uncoversFirst(after(PLAIN_BOARD, 'qr'), 'previous')).toBe(true);
    expect(uncoversFirst(after(PLAIN_BOARD, 'blank'), 'blank')).toBe(false);
    expect(uncoversFirst(after(PLAIN_BOARD, 'pen'), 'next')).toBe(false);
  });
});
