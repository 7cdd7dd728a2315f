import { msg, t } from '../../base/language.ts';
import { err, ok } from '../../base/result.ts';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { COST_PRESET_IDS, COST_PRESETS } from '../../kernel/costs.ts';
import { PRESETS, titleOf } from '../../scenario/presets.ts';
import type { AppSpec } from '../../scenario/scenario.ts';
import type { AppStore } from '../../store/app-store.ts';
import { parseGoTo } from '../../store/go-to.ts';
import { shownBranch } from '../../store/workspace.ts';
import { noteName } from '../notes/note-words.ts';
import { entryName, workloadOf } from '../scenario/workload-names.ts';
import { CONDITION_KINDS, firstOf } from '../transport/condition-draft.ts';
import { groupedText } from '../transport/position-text.ts';
import { untilWords } from '../transport/condition-words.ts';
import { commandTitle, isAvailable } from '../shell/commands/command.ts';
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
  const go = (where: string, title: string): PaletteItem => ({
    id: lineId('go', where),
    title,
    group: t('Go to', {}, 'instant'),
    fleeting: true,
    keys: [],
    run: () => {
      const gone = app.navigation.goTo(where);
      return gone.ok ? gone : err(groupedText(gone.error));
    },
  });
  if (!parseGoTo(typed).ok) return [];
  if (!/^\d+$/u.test(typed)) return [go(typed, t('Go to {where}', { where: typed }))];
  return [
    go(lineId('event', typed), t('Go to event {event}', { event: typed })),
    go(typed, t('Go to {time} µs', { time: typed })),
    go(lineId('step', typed), t('Go to step {step}', { step: typed })),
  ];
}

/** Names a line for good: `preset crc32-tmr-ipc`. Settings keep it, so it is the same in every language. */
function lineId(kind: string, which: string | number): string {
  return [kind, which].join(' ');
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
        plain(command.id, commandTitle(command), t(command.group), () => command.run(app)),
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
    const title = t('Run until {condition}', { condition: untilWords(condition, run.plan) });
    return plain(lineId('until', kind), title, t('Find and explain'), () => {
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
    const name = noteName(note);
    const title =
      bookmark === null
        ? t('Go to note: {name}', { name })
        : t('Go to bookmark {bookmark}: {name}', { bookmark, name });
    return {
      id: lineId('note', `${time}.${step}`),
      title,
      group: t('Notes and bookmarks'),
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
      plain(lineId('branch', id), t('Show branch: {name}', { name }), t('Branches'), () =>
        app.branches.show(id),
      ),
    );
}

function presetItems(app: AppStore): readonly PaletteItem[] {
  return PRESETS.map((preset) =>
    plain(
      lineId('preset', preset.id),
      t('Open preset: {title}', { title: titleOf(preset) }),
      t('Presets'),
      () => app.edits.load(preset.scenario),
    ),
  );
}

const REDUNDANCIES = [
  ['native', msg('native, without Romain')],
  [1, msg('one replica')],
  [2, msg('two replicas (DMR)')],
  [3, msg('three replicas (TMR)')],
  [4, msg('four replicas')],
  [5, msg('five replicas')],
  [6, msg('six replicas')],
  [7, msg('seven replicas')],
] as const;

const METHOD_NAMES = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('synchronous IPC'),
  polling: msg('shared memory polling'),
} as const;

const PLACEMENTS = [
  ['same-socket', msg('same socket')],
  ['other-socket', msg('other socket')],
  ['spread', msg('alternating sockets')],
] as const;

/** Whose events are counted and whose parts the sentence of the scenario shows, where there are several. */
function countedItems(app: AppStore): readonly PaletteItem[] {
  const { scenario, app: shown } = app.store.getState();
  return scenario.apps.flatMap(({ name }, index) =>
    index === shown
      ? []
      : [
          plain(
            lineId('app', index),
            t('Show application {number}: {name}', { number: index + 1, name }),
            t('Scenario'),
            () => app.navigation.selectApp(index),
          ),
        ],
  );
}

/** The app that the sentence of the scenario speaks of, and what it is not yet. */
function appItems(app: AppStore): readonly PaletteItem[] {
  const spec = shownApp(app);
  if (spec === undefined) return [];
  const fits = typeof spec.placement === 'string' ? {} : { placement: 'same-socket' as const };
  const title = titleFor(app);
  return [
    ...REDUNDANCIES.filter(([redundancy]) => redundancy !== spec.redundancy).map(
      ([redundancy, name]) =>
        change(app, lineId('redundancy', redundancy), title('redundancy', t(name)), {
          redundancy,
          ...fits,
        }),
    ),
    ...SIGNALLING_METHODS.filter((method) => method !== spec.signalling).map((signalling) =>
      change(
        app,
        lineId('signalling', signalling),
        title('signalling', t(METHOD_NAMES[signalling])),
        {
          signalling,
        },
      ),
    ),
    ...PLACEMENTS.filter(([placement]) => placement !== spec.placement).map(([placement, name]) =>
      change(app, lineId('placement', placement), title('placement', t(name)), { placement }),
    ),
  ];
}

/** What of an app is changed: where it is the only one, and where there are several. */
const CHANGES = {
  redundancy: [msg('Redundancy: {value}'), msg('Redundancy of {app}: {value}')],
  signalling: [msg('Signalling: {value}'), msg('Signalling of {app}: {value}')],
  placement: [msg('Placement: {value}'), msg('Placement of {app}: {value}')],
  workload: [msg('Workload: {value}'), msg('Workload of {app}: {value}')],
} as const;

/** The title of a line that changes the app that is shown; says which one where there are several. */
function titleFor(app: AppStore): (what: keyof typeof CHANGES, value: string) => string {
  const several = app.store.getState().scenario.apps.length > 1;
  const name = shownApp(app)?.name ?? '';
  return (what, value) => {
    const [alone, ofSeveral] = CHANGES[what];
    return several ? t(ofSeveral, { app: name, value }) : t(alone, { value });
  };
}

function shownApp(app: AppStore): AppSpec | undefined {
  const { scenario, app: index } = app.store.getState();
  return scenario.apps[index];
}

function change(app: AppStore, id: string, title: string, what: Partial<AppSpec>): PaletteItem {
  return plain(id, title, t('Scenario'), () =>
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
    plain(
      lineId('costs', id),
      t('Costs: {preset}', { preset: t(COST_PRESETS[id].title) }),
      t('Scenario'),
      () => app.edits.edit((draft) => void (draft.costs = { preset: id, overrides: {} })),
    ),
  );
}

function workloadItems(app: AppStore): readonly PaletteItem[] {
  const spec = shownApp(app);
  const entries = app.store.getState().workloads ?? [];
  if (spec === undefined) return [];
  const title = titleFor(app);
  return entries.map((entry) =>
    change(app, lineId('workload', entry.id), title('workload', entryName(entry)), {
      workload: workloadOf(entry.id, spec.workload),
      name: entry.name,
    }),
  );
}
