import { err, ok } from '../../base/result.ts';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { COST_PRESET_IDS, COST_PRESETS } from '../../kernel/costs.ts';
import { PRESETS } from '../../scenario/presets.ts';
import type { AppSpec } from '../../scenario/scenario.ts';
import type { AppStore } from '../../store/app-store.ts';
import { parseGoTo } from '../../store/go-to.ts';
import { shownBranch } from '../../store/workspace.ts';
import { noteName } from '../notes/note-words.ts';
import { entryName, workloadOf } from '../scenario/workload-names.ts';
import { CONDITION_KINDS, firstOf } from '../transport/condition-draft.ts';
import { groupedText } from '../transport/position-text.ts';
import { untilWords } from '../transport/condition-words.ts';
import { isAvailable } from '../shell/commands/command.ts';
import { keysOf } from '../shell/commands/keys-in-force.ts';
import { COMMANDS } from '../shell/commands/table.ts';
import type { PaletteItem } from './item.ts';

/** Everything that can be chosen now: commands, then what the scenario, branches and notes give. */
export function paletteItems(app: AppStore): readonly PaletteItem[] {
  return [
    ...commandItems(app),
    ...untilItems(app),
    ...noteItems(app),
    ...branchItems(app),
    ...countedItems(app),
    ...presetItems(app),
    ...appItems(app),
    ...costItems(app),
    ...workloadItems(app),
  ];
}

/** What typed text means as an instant: `event 246`, `+200us`; a bare number counts microseconds, or events. */
export function goToItems(app: AppStore, text: string): readonly PaletteItem[] {
  const typed = text.trim();
  if (app.held.run === null || app.store.getState().screen !== 'lab') return [];
  const go = (where: string, words: string): PaletteItem => ({
    id: `go ${where}`,
    title: `Go to ${words}`,
    group: 'Go to',
    keys: [],
    run: () => {
      const gone = app.navigation.goTo(where);
      return gone.ok ? gone : err(groupedText(gone.error));
    },
  });
  if (!parseGoTo(typed).ok) return [];
  if (!/^\d+$/u.test(typed)) return [go(typed, typed)];
  return [
    go(`event ${typed}`, `event ${typed}`),
    go(typed, `${typed} µs`),
    go(`step ${typed}`, `step ${typed}`),
  ];
}

function plain(id: string, title: string, group: string, act: () => void): PaletteItem {
  const run = () => {
    act();
    return ok(null);
  };
  return { id, title, group, keys: [], run };
}

function commandItems(app: AppStore): readonly PaletteItem[] {
  const { keys } = app.settings.get();
  return COMMANDS.filter((command) => command.id !== 'palette' && isAvailable(command, app))
    .filter(({ id }) => !isEmptyBookmark(app, id))
    .map((command) =>
      Object.assign(
        plain(command.id, command.title, command.group, () => command.run(app)),
        { keys: keysOf(command, keys) },
      ),
    );
}

/** A bookmark that is set is listed by its text, one that is not leads nowhere. */
function isEmptyBookmark(app: AppStore, id: string): boolean {
  return /^bookmark-\d$/u.test(id) && app.held.run !== null;
}

/** Run until each kind of condition, as the menu offers it at first. */
function untilItems(app: AppStore): readonly PaletteItem[] {
  const { run } = app.held;
  const { screen, app: index } = app.store.getState();
  if (run === null || screen !== 'lab') return [];
  return CONDITION_KINDS.map((kind) => {
    const condition = firstOf(kind, run, index);
    const title = `Run until ${untilWords(condition, run.plan)}`;
    return plain(`until ${kind}`, title, 'Find and explain', () => {
      app.runUntil.choose(condition);
      app.runUntil.go(1);
    });
  });
}

function noteItems(app: AppStore): readonly PaletteItem[] {
  if (app.held.run === null || app.store.getState().screen !== 'lab') return [];
  const { keys } = app.settings.get();
  return shownBranch(app.store.getState()).notes.map((note) => {
    const { time, step, bookmark } = note;
    const command = COMMANDS.find(({ id }) => id === `bookmark-${bookmark}`);
    const words = noteName(note);
    const title =
      bookmark === null ? `Go to note: ${words}` : `Go to bookmark ${bookmark}: ${words}`;
    return {
      id: `note ${time}.${step}`,
      title,
      group: 'Notes and bookmarks',
      keys: command === undefined ? [] : keysOf(command, keys),
      run: () => app.notes.goTo(note),
    };
  });
}

function branchItems(app: AppStore): readonly PaletteItem[] {
  const { branches, branch } = app.store.getState();
  return branches
    .filter(({ id }) => id !== branch)
    .map(({ id, name }) =>
      plain(`branch ${id}`, `Show branch: ${name}`, 'Branches', () => app.branches.show(id)),
    );
}

function presetItems(app: AppStore): readonly PaletteItem[] {
  return PRESETS.map(({ id, title, scenario }) =>
    plain(`preset ${id}`, `Open preset: ${title}`, 'Presets', () => app.edits.load(scenario)),
  );
}

const REDUNDANCIES = [
  ['native', 'native, without Romain'],
  [1, 'one replica'],
  [2, 'two replicas (DMR)'],
  [3, 'three replicas (TMR)'],
  [4, 'four replicas'],
  [5, 'five replicas'],
  [6, 'six replicas'],
  [7, 'seven replicas'],
] as const;

const METHOD_NAMES = {
  local: 'local handling',
  migration: 'migration',
  ipc: 'synchronous IPC',
  polling: 'shared memory polling',
} as const;

const PLACEMENTS = [
  ['same-socket', 'same socket'],
  ['other-socket', 'other socket'],
  ['spread', 'alternating sockets'],
] as const;

/** Whose events are counted and whose parts the sentence of the scenario shows, where there are several. */
function countedItems(app: AppStore): readonly PaletteItem[] {
  const { scenario, app: shown } = app.store.getState();
  return scenario.apps.flatMap(({ name }, index) =>
    index === shown
      ? []
      : [
          plain(`app ${index}`, `Show application ${index + 1}: ${name}`, 'Scenario', () =>
            app.navigation.selectApp(index),
          ),
        ],
  );
}

/** The app that the sentence of the scenario speaks of, and what it is not yet. */
function appItems(app: AppStore): readonly PaletteItem[] {
  const spec = shownApp(app);
  if (spec === undefined) return [];
  const fits = typeof spec.placement === 'string' ? {} : { placement: 'same-socket' as const };
  const of = ofApp(app);
  return [
    ...REDUNDANCIES.filter(([redundancy]) => redundancy !== spec.redundancy).map(
      ([redundancy, name]) =>
        change(app, `redundancy ${redundancy}`, `Redundancy${of}: ${name}`, {
          redundancy,
          ...fits,
        }),
    ),
    ...SIGNALLING_METHODS.filter((method) => method !== spec.signalling).map((signalling) =>
      change(app, `signalling ${signalling}`, `Signalling${of}: ${METHOD_NAMES[signalling]}`, {
        signalling,
      }),
    ),
    ...PLACEMENTS.filter(([placement]) => placement !== spec.placement).map(([placement, name]) =>
      change(app, `placement ${placement}`, `Placement${of}: ${name}`, { placement }),
    ),
  ];
}

/** ` of driver` where there are several apps. */
function ofApp(app: AppStore): string {
  const several = app.store.getState().scenario.apps.length > 1;
  return several ? ` of ${shownApp(app)?.name}` : '';
}

function shownApp(app: AppStore): AppSpec | undefined {
  const { scenario, app: index } = app.store.getState();
  return scenario.apps[index];
}

function change(app: AppStore, id: string, title: string, what: Partial<AppSpec>): PaletteItem {
  return plain(id, title, 'Scenario', () =>
    app.edits.edit((draft) => {
      const spec = draft.apps[app.store.getState().app];
      // A title such as "CRC32, TMR, …" would no longer be true.
      draft.title = '';
      if (spec !== undefined) Object.assign(spec, what);
    }),
  );
}

function costItems(app: AppStore): readonly PaletteItem[] {
  const { preset } = app.store.getState().scenario.costs;
  return COST_PRESET_IDS.filter((id) => id !== preset).map((id) =>
    plain(`costs ${id}`, `Costs: ${COST_PRESETS[id].title}`, 'Scenario', () =>
      app.edits.edit((draft) => void (draft.costs = { preset: id, overrides: {} })),
    ),
  );
}

function workloadItems(app: AppStore): readonly PaletteItem[] {
  const spec = shownApp(app);
  const entries = app.store.getState().workloads ?? [];
  if (spec === undefined) return [];
  return entries.map((entry) =>
    change(app, `workload ${entry.id}`, `Workload${ofApp(app)}: ${entryName(entry)}`, {
      workload: workloadOf(entry.id, spec.workload),
      name: entry.name,
    }),
  );
}
