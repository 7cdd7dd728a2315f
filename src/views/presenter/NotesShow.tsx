import { t } from '../../base/language.ts';
import type { Note } from '../../scenario/note.ts';
import { endOf } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import { noteAt } from '../../store/notes.ts';
import { stopAt, stopFrom } from '../../store/presenter-stops.ts';
import { shownBranch } from '../../store/workspace.ts';
import { noteName } from '../notes/note-words.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { timeText } from '../transport/position-text.ts';
import { Board } from './Board.tsx';
import type { BoardParts } from './Board.tsx';
import { useRunTitle, useSentence } from './run-words.ts';

interface Props extends BoardParts {
  readonly run: HeldRun;
}

/** Notes and bookmarks of what the Lab shows, each a stop, in order of time. */
export function NotesShow({ run, ...parts }: Props) {
  const { notes: actions, notify, store } = useApp();
  const all = useAppState((state) => shownBranch(state).notes);
  const notes = all.filter(({ time }) => time <= endOf(run));
  const playhead = useAppState((state) => state.playhead);
  const talk = useRunTitle(run);
  const sentence = useSentence(run);
  const here = noteAt(notes, playhead);
  const at = stopAt(notes, playhead);
  const next = stopFrom(notes, playhead, 1);
  const caption = here === undefined || here.text === '' ? sentence : here.text;
  return (
    <Board
      {...parts}
      run={run}
      show={{
        stop: here === undefined ? `beside.${at}` : keyOf(here),
        talk,
        title:
          here === undefined || here.bookmark === null
            ? talk
            : t('Bookmark {bookmark}', { bookmark: here.bookmark }),
        at: at + 1,
        of: notes.length,
        place: t('stop {n} of {all}', { n: at + 1, all: notes.length }),
        caption,
        captionText: caption,
        highlights: [],
        picture: null,
        below: null,
        remarks: [
          { name: t('At this instant'), text: sentence },
          { name: t('Time'), text: timeText(run, playhead.time) },
        ],
        next: next === undefined ? '' : noteName(next),
        link: { target: 'scenario' },
        step: (direction) => {
          const note = stopFrom(notes, store.getState().playhead, direction);
          const gone = note && actions.goTo(note);
          if (gone?.ok === false) notify('info', gone.error);
        },
        countHand: () => undefined,
      }}
    />
  );
}

function keyOf({ time, step }: Note): string {
  return `note.${time}.${step}`;
}
