import type { Note } from '../scenario/note.ts';
import type { Memory } from './memory.ts';
import type { Playhead } from './state.ts';

/** Which of `notes`, in order of time, the playhead has come to; -1 = it is before the first. */
export function stopAt(notes: readonly Note[], playhead: Playhead): number {
  return notes.findLastIndex((note) => compared(note, playhead) <= 0);
}

/** The note to go to from `playhead`: the next (1) or the one before (-1); `undefined` = there is none. */
export function stopFrom(
  notes: readonly Note[],
  playhead: Playhead,
  direction: 1 | -1,
): Note | undefined {
  return direction === 1
    ? notes.find((note) => compared(note, playhead) > 0)
    : notes.findLast((note) => compared(note, playhead) < 0);
}

function compared(note: Playhead, playhead: Playhead): number {
  return note.time - playhead.time || note.step - playhead.step;
}

const KEY = 'watchmen.presented';

/** Remembers which questions were put to the class, as long as the tab lasts. */
export interface AskedSteps {
  /** Notes that the step was shown; was that the first time? */
  readonly show: (lesson: string, step: number) => boolean;
}

/** Questions that were asked in this tab. */
export function createAskedSteps(memory: Memory): AskedSteps {
  const shown = new Set((memory.read(KEY) ?? '').split(' ').filter((one) => one !== ''));
  return {
    show(lesson, step) {
      const name = `${lesson}/${step}`;
      if (shown.has(name)) return false;
      shown.add(name);
      memory.write(KEY, [...shown].join(' '));
      return true;
    },
  };
}

/** The option with most hands; `null` = there are no hands, or several options have most. */
export function mostHands(hands: readonly number[]): number | null {
  const most = Math.max(0, ...hands);
  const first = hands.indexOf(most);
  return most === 0 || first !== hands.lastIndexOf(most) ? null : first;
}
