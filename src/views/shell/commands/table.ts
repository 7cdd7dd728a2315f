import { shownTheme } from '../../../store/app-store.ts';
import type { AppStore } from '../../../store/app-store.ts';
import { BOOKMARKS } from '../../../store/notes.ts';
import { copyLink } from '../copy-link.ts';
import type { Chord } from './chord.ts';
import type { Command, CommandGroup, CommandPlace } from './command.ts';
import { toggleBreakpoint } from './breakpoint.ts';
import { DEFAULT_KEYS } from './default-keys.ts';
import {
  changeSpeed,
  goToBookmark,
  moveReplica,
  openNote,
  setBookmark,
  showPanel,
} from './deeds.ts';
import { orderTimeline } from './timeline-order.ts';
import type { TimelineCommandId } from './timeline-order.ts';

/** A command without what it shares with its group. */
interface Row extends Partial<Pick<Command, 'place' | 'repeats' | 'inText' | 'ready' | 'run'>> {
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

const MOVE = group('Move', 'run', {
  play: { title: 'Play or pause', run: (app) => app.playback.toggle() },
  'next-event': step('Next event of the kernel', (app) => app.navigation.stepBy(1)),
  'previous-event': step('Previous event of the kernel', (app) => app.navigation.stepBy(-1)),
  'next-rendezvous': step('Next rendezvous', (app) => app.navigation.stepRendezvous(1)),
  'previous-rendezvous': step('Previous rendezvous', (app) => app.navigation.stepRendezvous(-1)),
  start: { title: 'Start of the run', run: (app) => app.navigation.toStart() },
  end: { title: 'End of the run', run: (app) => app.navigation.toEnd() },
  faster: step('Play twice as fast', (app) => changeSpeed(app, 2)),
  slower: step('Play half as fast', (app) => changeSpeed(app, 0.5)),
});

const TIMELINE = group('Timeline', 'timeline', {
  'zoom-in': onTimeline('zoom-in', 'Zoom in'),
  'zoom-out': onTimeline('zoom-out', 'Zoom out'),
  'pan-left': onTimeline('pan-left', 'Pan left'),
  'pan-right': onTimeline('pan-right', 'Pan right'),
  fit: onTimeline('fit', 'Fit the selection, or the whole run'),
  'select-right': onTimeline('select-right', 'Select the next span'),
  'select-left': onTimeline('select-left', 'Select the previous span'),
  'select-up': onTimeline('select-up', 'Select on the core above'),
  'select-down': onTimeline('select-down', 'Select on the core below'),
  'area-right': onTimeline('area-right', 'Extend the area to the right'),
  'area-left': onTimeline('area-left', 'Extend the area to the left'),
  'area-up': onTimeline('area-up', 'Extend the area upwards'),
  'area-down': onTimeline('area-down', 'Extend the area downwards'),
  'time-axis': {
    title: 'Axis of time',
    place: 'lab',
    ready: ({ store }) => store.getState().axis !== 'time',
    run: (app) => app.navigation.setAxis('time'),
  },
  'event-axis': {
    title: 'Axis of events',
    place: 'lab',
    ready: ({ store }) => store.getState().axis !== 'event',
    run: (app) => app.navigation.setAxis('event'),
  },
  'close-gaps': {
    title: 'Close gaps, or open them again',
    place: 'lab',
    run: ({ store, navigation }) => navigation.setCloseGaps(!store.getState().closeGaps),
  },
});

const FIND = group('Find and explain', 'run', {
  'next-incident': step('Next incident of a fault', (app) => app.navigation.stepIncident(1)),
  'previous-incident': step('Previous incident of a fault', (app) =>
    app.navigation.stepIncident(-1),
  ),
  'previous-cause': step('Cause before this one', (app) => app.causes.previous()),
  'next-cause': step('Cause after this one', (app) => app.causes.next()),
  'run-until': {
    title: 'Run until the condition that is set',
    run: (app) => app.runUntil.play(),
  },
  'next-match': step('Go to where that condition holds next', (app) => app.runUntil.go(1)),
  'previous-match': step('Go to where that condition held before', (app) => app.runUntil.go(-1)),
  breakpoint: {
    title: 'Breakpoint on or off here',
    run: toggleBreakpoint,
  },
  'next-breakpoint': step('Go to the next breakpoint', (app) => app.runUntil.goToBreakpoint(1)),
  'previous-breakpoint': step('Go to the previous breakpoint', (app) =>
    app.runUntil.goToBreakpoint(-1),
  ),
  search: { title: 'Search the event log', run: (app) => app.log.openSearch() },
  'clear-selection': {
    title: 'Select nothing',
    ready: ({ store }) => store.getState().selection !== null,
    run: (app) => app.navigation.select(null),
  },
  'show-why': { title: 'Show the panel Why?', run: (app) => showPanel(app, 'why') },
  'show-log': { title: 'Show the event log', run: (app) => showPanel(app, 'log') },
});

const NOTES = group('Notes and bookmarks', 'run', {
  note: { title: 'Write a note here', run: openNote },
  'show-notes': { title: 'Show the notes', run: (app) => showPanel(app, 'notes') },
  ...numbered('bookmark', (number) => ({
    title: `Go to bookmark ${number}`,
    run: (app) => goToBookmark(app, number),
  })),
  ...numbered('set-bookmark', (number) => ({
    title: `Set bookmark ${number} here`,
    run: (app) => setBookmark(app, number),
  })),
});

type Numbered<Name extends string> = Record<`${Name}-${(typeof BOOKMARKS)[number]}`, Row>;

function numbered<Name extends string>(name: Name, row: (number: number) => Row): Numbered<Name> {
  const rows = BOOKMARKS.map((number) => [`${name}-${number}`, row(number)] as const);
  return Object.fromEntries(rows) as Numbered<Name>;
}

const CHANGE = group('Change', 'page', {
  inject: {
    title: 'Inject a fault here',
    place: 'run',
    run: (app) => app.faults.openInject(),
  },
  'move-replica': {
    title: 'Move a replica to another core',
    place: 'run',
    run: moveReplica,
  },
  compare: {
    title: 'Compare with another run, or end it',
    place: 'run',
    run: (app) => app.comparisons.toggle(),
  },
  undo: {
    title: 'Undo',
    repeats: true,
    ready: (app) => app.history.canUndo(),
    run: (app) => app.history.undo(),
  },
  redo: {
    title: 'Redo',
    repeats: true,
    ready: (app) => app.history.canRedo(),
    run: (app) => app.history.redo(),
  },
});

const PAGE = group('Page', 'page', {
  export: {
    title: 'Export the run as a file',
    place: 'run',
    run: (app) => app.open({ kind: 'export' }),
  },
  share: {
    title: 'Share: link, QR code, frame of another page',
    ready: ({ held }) => held.run !== null,
    run: (app) => app.open({ kind: 'share' }),
  },
  'import-log': {
    title: 'Import a log of your own program',
    run: (app) => app.open({ kind: 'import', files: [], app: app.store.getState().app }),
  },
  palette: {
    title: 'All commands',
    inText: true,
    run: (app) => app.open({ kind: 'palette' }),
  },
  help: { title: 'Keys', run: (app) => app.open({ kind: 'keys' }) },
  theme: {
    title: 'Light or dark',
    run: (app) => app.setTheme(shownTheme(app.store.getState()) === 'dark' ? 'light' : 'dark'),
  },
  'copy-scenario': {
    title: 'Copy a link to this scenario',
    ready: ({ held }) => held.run !== null,
    run: (app) => void copyLink(app, 'scenario'),
  },
  'copy-moment': {
    title: 'Copy a link to this moment',
    ready: ({ held }) => held.run !== null,
    run: (app) => void copyLink(app, 'moment'),
  },
  'theme-system': { title: 'Theme as the system', run: (app) => app.setTheme('system') },
  'theme-projector': {
    title: 'Theme for a projector, high contrast',
    run: (app) => app.setTheme('projector'),
  },
  lab: {
    title: 'Go to the Lab',
    ready: ({ store }) => store.getState().screen !== 'lab',
    run: (app) => app.setScreen('lab'),
  },
  explore: {
    title: 'Go to Explore',
    ready: ({ store }) => store.getState().screen !== 'explore',
    run: (app) => app.setScreen('explore'),
  },
});

const ROWS = [...MOVE, ...TIMELINE, ...FIND, ...NOTES, ...CHANGE, ...PAGE] as const;

/** Names a command for as long as the project lives: settings keep it. */
export type CommandId = (typeof ROWS)[number]['id'];

/** Everything that the page does by key or by name. Keys, their list, the palette and hints are made from it. */
export const COMMANDS: readonly Named<CommandId>[] = ROWS;
