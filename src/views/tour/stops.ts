import { msg } from '../../base/language.ts';
import type { Moment } from '../../lessons/lesson.ts';
import type { SidePanel } from '../../store/state.ts';

/** One thing that the tour points at. */
export interface TourStop {
  readonly id: string;
  readonly title: string;
  /** `{n}` and `{count}` are the number of replicas. */
  readonly text: string;
  /** Where it is on the page: of these selectors the first that finds something. */
  readonly target: readonly string[];
  /** Is it left out where its target is not there, as it may well not be? */
  readonly mayLack?: true;
  /** What must stand beside the picture for it. */
  readonly panel?: SidePanel;
  /** The moment of an event that is shown: of the one that the tour is about, or of the one after it. */
  readonly at: Moment;
  readonly next?: true;
  /** Does the run go on from there, until the event is over? */
  readonly plays?: true;
}

/** The stops in their order; each text is read in about seven seconds. */
export const TOUR_STOPS: readonly TourStop[] = [
  {
    id: 'machine',
    title: msg('The machine'),
    text: msg(
      'One program runs here {n, plural, one {once} other {{count} times at once}}, each time on a core of its own. To the outside, these replicas are one.',
    ),
    target: ['.machine'],
    at: 'arrived',
  },
  {
    id: 'res',
    title: msg('Res and NonRes'),
    text: msg(
      'The dark core is resilient: faults do not reach it. Such cores are dear and slow, so only what must not fail runs there: Romain, which watches the replicas. All others may fail.',
    ),
    target: ['.machine .hull'],
    mayLack: true,
    at: 'arrived',
  },
  {
    id: 'replicas',
    title: msg('Replicas meet'),
    text: msg(
      'At each system call and page fault the replicas stop and wait for each other. Now all have arrived: Romain compares their registers. One that differs has been hit by a fault.',
    ),
    target: ['.pipeline', '.machine'],
    at: 'met',
  },
  {
    id: 'timeline',
    title: msg('The same over time'),
    text: msg(
      'One lane for each core. Thin lines are cores that wait: this is what replication costs. The strip below shows the whole run; drag in it, or zoom with W and S.',
    ),
    target: ['.tl', '.timeline-slot'],
    at: 'completed',
  },
  {
    id: 'playhead',
    title: msg('One instant at a time'),
    text: msg(
      'Everything on the page shows the instant of the playhead, which moves now to the next event. Step with the arrow keys, forwards and back, play with Space, or drag the line.',
    ),
    target: ['.transport'],
    at: 'trapped',
    next: true,
    plays: true,
  },
  {
    id: 'chart',
    title: msg('What it costs so far'),
    text: msg(
      'How much longer the program takes than alone and unprotected, for each way in which replicas signal to Romain, up to the playhead. The marked bar is this run.',
    ),
    target: ['.overhead', '.cycles-slot'],
    panel: 'cycles',
    at: 'completed',
    next: true,
  },
  {
    id: 'why',
    title: msg('Why so long?'),
    text: msg(
      'Why an event takes as long as it does, step by step, each with its cycles. Select anything in the timeline to ask why it lasted.',
    ),
    target: ['.why', '.why-slot'],
    panel: 'why',
    at: 'met',
  },
  {
    id: 'poke',
    title: msg('Break something'),
    text: msg(
      'Flip a bit in a replica, crash it, lose a message: press X at any instant and see who notices. Your run stays; the fault makes a branch beside it. “Learn” explains all of this, one step at a time.',
    ),
    target: ['.inject-button', '.top'],
    at: 'arrived',
  },
];
