import { msg } from '../../../base/language.ts';
import { shownTheme } from '../../../store/app-store.ts';
import type { AppStore } from '../../../store/app-store.ts';
import { BOOKMARKS } from '../../../store/notes.ts';
import { startPresenting } from '../../../store/presenting.ts';
import { copyLink } from '../copy-link.ts';
import type { Chord } from './chord.ts';
import type { Command, CommandGroup, CommandPlace } from './command.ts';
import { toggleBreakpoint } from './breakpoint.ts';
import { DEFAULT_KEYS } from './default-keys.ts';
import {
  changeSpeed,
  goToBookmark,
  inLesson,
  learn,
  moveReplica,
  openNote,
  openTour,
  setBookmark,
  showPanel,
  speakAs,
} from './deeds.ts';
import { orderTimeline } from './timeline-order.ts';
import type { TimelineCommandId } from './timeline-order.ts';

/** A command without what it shares with its group. */
interface Row extends Partial<
  Pick<Command, 'number' | 'place' | 'repeats' | 'inText' | 'ready' | 'run'>
> {
  readonly title: string;
  readonly run: (app: AppStore) => void;
}

const KEYS: ReadonlyMap<string, readonly Chord[]> = new Map(Object.entries(DEFAULT_KEYS));

type Named<Id extends string> = Command & { readonly id: Id };

function group<Id extends string>(
  name: CommandGroup,
  place: CommandPlace,
  rows: Readonly<Record<Id, Row>>,
): readonly Named<Id>[] {
  const named = ([id, row]: [Id, Row]): Named<Id> => {
    const keys = KEYS.get(id) ?? [];
    const command = { place, ...row, keys, id, group: name };
    return command;
  };
  return (Object.entries<Row>(rows) as [Id, Row][]).map(named);
}

/** A step that is repeated while its key is held. */
function step(title: string, run: (app: AppStore) => void): Row {
  return { title, run, repeats: true };
}

/** A command that the timeline does itself. */
function onTimeline(id: TimelineCommandId, title: string): Row {
  return step(title, (app) => orderTimeline(app, id));
}

const MOVE = group(msg('Move'), 'run', {
  play: { title: msg('Play or pause'), run: (app) => app.playback.toggle() },
  'next-event': step(msg('Next event of the kernel'), (app) => app.navigation.stepBy(1)),
  'previous-event': step(msg('Previous event of the kernel'), (app) => app.navigation.stepBy(-1)),
  'next-rendezvous': step(msg('Next rendezvous'), (app) => app.navigation.stepRendezvous(1)),
  'previous-rendezvous': step(msg('Previous rendezvous'), (app) =>
    app.navigation.stepRendezvous(-1),
  ),
  start: { title: msg('Start of the run'), run: (app) => app.navigation.toStart() },
  end: { title: msg('End of the run'), run: (app) => app.navigation.toEnd() },
  faster: step(msg('Play twice as fast'), (app) => changeSpeed(app, 2)),
  slower: step(msg('Play half as fast'), (app) => changeSpeed(app, 0.5)),
});

const TIMELINE = group(msg('Timeline'), 'timeline', {
  'zoom-in': onTimeline('zoom-in', msg('Zoom in')),
  'zoom-out': onTimeline('zoom-out', msg('Zoom out')),
  'pan-left': onTimeline('pan-left', msg('Pan left')),
  'pan-right': onTimeline('pan-right', msg('Pan right')),
  fit: onTimeline('fit', msg('Fit the selection, or the whole run')),
  'select-right': onTimeline('select-right', msg('Select the next span')),
  'select-left': onTimeline('select-left', msg('Select the previous span')),
  'select-up': onTimeline('select-up', msg('Select on the core above')),
  'select-down': onTimeline('select-down', msg('Select on the core below')),
  'area-right': onTimeline('area-right', msg('Extend the area to the right')),
  'area-left': onTimeline('area-left', msg('Extend the area to the left')),
  'area-up': onTimeline('area-up', msg('Extend the area upwards')),
  'area-down': onTimeline('area-down', msg('Extend the area downwards')),
  'time-axis': {
    title: msg('Axis of time'),
    place: 'lab',
    ready: ({ store }) => store.getState().axis !== 'time',
    run: (app) => app.navigation.setAxis('time'),
  },
  'event-axis': {
    title: msg('Axis of events'),
    place: 'lab',
    ready: ({ store }) => store.getState().axis !== 'event',
    run: (app) => app.navigation.setAxis('event'),
  },
  'close-gaps': {
    title: msg('Close gaps, or open them again'),
    place: 'lab',
    run: ({ store, navigation }) => navigation.setCloseGaps(!store.getState().closeGaps),
  },
});

const FIND = group(msg('Find and explain'), 'run', {
  'next-incident': step(msg('Next incident of a fault'), (app) => app.navigation.stepIncident(1)),
  'previous-incident': step(msg('Previous incident of a fault'), (app) =>
    app.navigation.stepIncident(-1),
  ),
  'previous-cause': step(msg('Cause before this one'), (app) => app.causes.previous()),
  'next-cause': step(msg('Cause after this one'), (app) => app.causes.next()),
  'run-until': {
    title: msg('Run until the condition that is set'),
    run: (app) => app.runUntil.play(),
  },
  'next-match': step(msg('Go to where that condition holds next'), (app) => app.runUntil.go(1)),
  'previous-match': step(msg('Go to where that condition held before'), (app) =>
    app.runUntil.go(-1),
  ),
  breakpoint: {
    title: msg('Breakpoint on or off here'),
    run: toggleBreakpoint,
  },
  'next-breakpoint': step(msg('Go to the next breakpoint'), (app) =>
    app.runUntil.goToBreakpoint(1),
  ),
  'previous-breakpoint': step(msg('Go to the previous breakpoint'), (app) =>
    app.runUntil.goToBreakpoint(-1),
  ),
  search: { title: msg('Search the event log'), run: (app) => app.log.openSearch() },
  'clear-selection': {
    title: msg('Select nothing'),
    ready: ({ store }) => store.getState().selection !== null,
    run: (app) => app.navigation.select(null),
  },
  'show-why': { title: msg('Show the panel Why?'), run: (app) => showPanel(app, 'why') },
  'show-log': { title: msg('Show the event log'), run: (app) => showPanel(app, 'log') },
});

const NOTES = group(msg('Notes and bookmarks'), 'run', {
  note: { title: msg('Write a note here'), run: openNote },
  'show-notes': { title: msg('Show the notes'), run: (app) => showPanel(app, 'notes') },
  ...numbered('bookmark', (number) => ({
    title: msg('Go to bookmark {number}'),
    number,
    run: (app) => goToBookmark(app, number),
  })),
  ...numbered('set-bookmark', (number) => ({
    title: msg('Set bookmark {number} here'),
    number,
    run: (app) => setBookmark(app, number),
  })),
});

type Numbered<Name extends string> = Record<`${Name}-${(typeof BOOKMARKS)[number]}`, Row>;

function numbered<Name extends string>(name: Name, row: (number: number) => Row): Numbered<Name> {
  const rows = BOOKMARKS.map((number) => [`${name}-${number}`, row(number)] as const);
  return Object.fromEntries(rows) as Numbered<Name>;
}

const CHANGE = group(msg('Change'), 'page', {
  inject: {
    title: msg('Inject a fault here'),
    place: 'run',
    run: (app) => app.faults.openInject(),
  },
  'move-replica': {
    title: msg('Move a replica to another core'),
    place: 'run',
    run: moveReplica,
  },
  compare: {
    title: msg('Compare with another run, or end it'),
    place: 'run',
    run: (app) => app.comparisons.toggle(),
  },
  undo: {
    title: msg('Undo'),
    repeats: true,
    ready: (app) => app.history.canUndo(),
    run: (app) => app.history.undo(),
  },
  redo: {
    title: msg('Redo'),
    repeats: true,
    ready: (app) => app.history.canRedo(),
    run: (app) => app.history.redo(),
  },
});

const PAGE = group(msg('Page'), 'page', {
  export: {
    title: msg('Export the run as a file'),
    place: 'run',
    run: (app) => app.open({ kind: 'export' }),
  },
  share: {
    title: msg('Share: link, QR code, frame of another page'),
    ready: ({ held }) => held.run !== null,
    run: (app) => app.open({ kind: 'share' }),
  },
  'import-log': {
    title: msg('Import a log of your own program'),
    run: (app) => app.open({ kind: 'import', files: [], app: app.store.getState().app }),
  },
  palette: {
    title: msg('All commands'),
    inText: true,
    run: (app) => app.open({ kind: 'palette' }),
  },
  present: { title: msg('Present on a projector'), run: startPresenting },
  tour: {
    title: msg('Show me around: the tour'),
    ready: ({ held, store }) =>
      held.run !== null && (held.run.plan.apps[store.getState().app]?.cores.length ?? 0) > 1,
    run: openTour,
  },
  help: { title: msg('Keys'), run: (app) => app.open({ kind: 'keys' }) },
  theme: {
    title: msg('Light or dark'),
    run: (app) => app.setTheme(shownTheme(app.store.getState()) === 'dark' ? 'light' : 'dark'),
  },
  'copy-scenario': {
    title: msg('Copy a link to this scenario'),
    ready: ({ held }) => held.run !== null,
    run: (app) => void copyLink(app, 'scenario'),
  },
  'copy-moment': {
    title: msg('Copy a link to this moment'),
    ready: ({ held }) => held.run !== null,
    run: (app) => void copyLink(app, 'moment'),
  },
  'language-browser': {
    title: msg('Language as the browser'),
    run: (app) => speakAs(app, 'browser'),
  },
  'language-en': { title: msg('Language: English'), run: (app) => speakAs(app, 'en') },
  'language-de': { title: msg('Language: Deutsch'), run: (app) => speakAs(app, 'de') },
  'theme-system': { title: msg('Theme as the system'), run: (app) => app.setTheme('system') },
  'theme-projector': {
    title: msg('Theme for a projector, high contrast'),
    run: (app) => app.setTheme('projector'),
  },
  lab: {
    title: msg('Go to the Lab'),
    ready: ({ store }) => store.getState().screen !== 'lab',
    run: (app) => app.setScreen('lab'),
  },
  explore: {
    title: msg('Go to Explore'),
    ready: ({ store }) => store.getState().screen !== 'explore',
    run: (app) => app.setScreen('explore'),
  },
});

const LEARN = group(msg('Learn'), 'page', {
  'next-stop': {
    title: msg('Next step of the lesson'),
    place: 'lab',
    ready: inLesson,
    run: (app) => learn(app, 'next'),
  },
  'previous-stop': {
    title: msg('Previous step of the lesson'),
    place: 'lab',
    ready: inLesson,
    run: (app) => learn(app, 'previous'),
  },
  answer: {
    title: msg('Answer the question of the lesson'),
    place: 'lab',
    ready: inLesson,
    run: (app) => learn(app, 'answer'),
  },
  'leave-lesson': {
    title: msg('Leave the lesson'),
    place: 'lab',
    ready: inLesson,
    run: (app) => learn(app, 'leave'),
  },
  'new-lesson': { title: msg('Write a new lesson'), run: (app) => learn(app, 'write') },
  'lesson-from-notes': {
    title: msg('Write a lesson from the notes of the Lab'),
    run: (app) => learn(app, 'write-notes'),
  },
  learn: {
    title: msg('Go to Learn'),
    ready: ({ store }) => store.getState().screen !== 'learn',
    run: (app) => app.setScreen('learn'),
  },
});

const ROWS = [...MOVE, ...TIMELINE, ...FIND, ...NOTES, ...LEARN, ...CHANGE, ...PAGE] as const;

/** Names a command for as long as the project lives: settings keep it. */
export type CommandId = (typeof ROWS)[number]['id'];

/** Everything that the page does by key or by name. Keys, their list, the palette and hints are made from it. */
export const COMMANDS: readonly Named<CommandId>[] = ROWS;
