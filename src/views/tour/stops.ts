import { msg } from '../../base/language.ts';
import type { Moment } from '../../lessons/lesson.ts';
import type { SidePanel } from '../../store/state.ts';

/** One thing that the tour points at. */
export interface TourStop {
  readonly id: string;
  readonly title: string;
  /** `{n}` and `{count}` are the number of replicas. */
  readonly text: string;
  /** What follows it: how one does that with a keyboard, and with a finger. */
  readonly hands?: { readonly keys: string; readonly touch: string };
  /** Where it is on the page: of these selectors the first that finds something. */
  readonly target: readonly string[];
  /** Is it left out where its target is not there, as it may well not be? */
  readonly mayLack?: true;
  /** What must stand beside the picture for it. */
  readonly panel?: SidePanel;
  /** The moment of an event that is shown: of the one that the tour is about, or of the one after it. */
  readonly at: Moment;
  readonly next?: true;
  /**
   * What is said before `hands` where the run goes on from there until the event is over; and where it
   * has gone to that end at once, since the person prefers no motion: `{now}` says what is there.
   */
  readonly plays?: { readonly moving: string; readonly moved: string };
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
      'One lane for each core. Thin lines are cores that wait: this is what replication costs.',
    ),
    hands: {
      keys: msg('The strip below shows the whole run; drag in it, or zoom with W and S.'),
      touch: msg('The strip below shows the whole run; drag in it, or zoom with two fingers.'),
    },
    target: ['.tl', '.timeline-slot'],
    at: 'completed',
  },
  {
    id: 'playhead',
    title: msg('One instant at a time'),
    text: msg('Everything on the page shows the instant of the playhead.'),
    plays: {
      moving: msg('It moves now to the next event.'),
      moved: msg('It has just moved on by one event: {now}'),
    },
    hands: {
      keys: msg('Step with the arrow keys, forwards and back, play with Space, or drag the line.'),
      touch: msg('Step with these buttons, forwards and back, play, or drag the line.'),
    },
    target: ['.transport'],
    at: 'trapped',
    next: true,
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
      'Flip a bit in a replica, crash it, lose a message, at any instant, and see who notices. Your run stays; the fault makes a branch beside it. “Learn” explains all of this, one step at a time.',
    ),
    hands: {
      keys: msg('Press X to begin.'),
      touch: msg('This button begins it.'),
    },
    target: ['.inject-button', '.top'],
    at: 'arrived',
  },
];
