import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Board } from './Board.tsx';
import type { BoardParts } from './Board.tsx';
import { placeOfEvent, useRunTitle, useSentence } from './run-words.ts';

interface Props extends BoardParts {
  readonly run: HeldRun;
}

/** A run that nobody has written anything about: its rendezvous are the stops. */
export function EventsShow({ run, ...parts }: Props) {
  const { navigation } = useApp();
  const app = useAppState((state) => state.app);
  const title = useRunTitle(run);
  const sentence = useSentence(run);
  const event = useAppState((state) => placeOfEvent(run, app, state.playhead.time));
  const of = run.recording.summary.apps[app]?.events.total ?? 0;
  return (
    <Board
      {...parts}
      run={run}
      show={{
        // What is drawn belongs to the instant.
        stop: `event.${event}`,
        talk: title,
        title,
        at: event,
        of,
        place: t('event {n} of {all}', { n: groupDigits(event), all: groupDigits(of) }),
        caption: sentence,
        captionText: sentence,
        highlights: [],
        picture: null,
        below: null,
        remarks: [],
        next: event < of ? t('event {n}', { n: groupDigits(event + 1) }) : '',
        link: { target: 'moment' },
        step: (direction) => navigation.stepRendezvous(direction),
        countHand: () => undefined,
      }}
    />
  );
}
