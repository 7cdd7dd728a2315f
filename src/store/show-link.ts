import { t } from '../base/language.ts';
import { assertUnreachable } from '../base/assert.ts';
import { equalData } from '../base/equal.ts';
import { playheadOfLink } from '../run/instants.ts';
import { clampWindow, followWindow } from '../run/time-window.ts';
import type { LinkComparison, LinkView } from '../scenario/codec/view.ts';
import type { DecodedLink } from '../scenario/link.ts';
import type { AppStore } from './app-store.ts';
import { selectionIn } from './arrival.ts';
import { endOf } from './held.ts';
import { branchShows } from './opening.ts';
import type { Opening } from './opening.ts';
import type { KeptWork } from './kept-works.ts';
import type { Persistence } from './persistence.ts';
import { offerUndo } from './undo-notice.ts';
import { shownBranch, showing, workspaceIn, workspaceOf } from './workspace.ts';
import type { Branch, Workspace } from './workspace.ts';

/** Begins the page with `opening`, keeps from then on what the person makes, and offers what else is kept. */
export function beginWith(
  app: AppStore,
  opening: Exclude<Opening, { readonly kind: 'first' }>,
  persistence: Persistence | undefined,
): void {
  switch (opening.kind) {
    case 'work':
      beginWithWork(app, opening);
      persistence?.begin(opening.kept);
      return;
    case 'link':
      beginWithLink(app, opening.link);
      break;
    case 'refused':
      app.runs.request({ kind: 'first' });
      break;
    default:
      assertUnreachable(opening);
  }
  persistence?.begin(null);
  if (opening.kept !== null && persistence !== undefined) {
    offerWork(app, persistence, opening.kept);
  }
}

/** Begins with what a link carries and nothing else. */
function beginWithLink(app: AppStore, link: DecodedLink): void {
  look(app, link.view);
  app.edits.begin(workspaceOfLink(link), { kind: 'link', view: link.view });
  compareAs(app, link.compare);
  tell(app, link);
}

/** Goes on with the work of before, steps to undo included. */
function beginWithWork(app: AppStore, opening: Opening & { readonly kind: 'work' }): void {
  const { work, branch, link, left } = opening;
  // The address lags a little behind what was last seen.
  const view = { ...link?.view, ...(left && work.place) };
  look(app, view);
  app.held.ends = work.ends;
  app.edits.begin(showing(work.present, branch), { kind: 'link', view }, work);
  compareAs(app, link?.compare);
  if (link !== null) tell(app, link);
  if (work.steppedBack) app.notify('info', t('Your last change was not valid and is left out.'));
}

/** Offers to bring back work that what is shown has nothing to do with. */
function offerWork(app: AppStore, persistence: Persistence, kept: KeptWork): void {
  const { branches } = kept.header;
  const text = t(
    '{n, plural, one {Your last work} other {Your last work ({n} branches)}} is kept.',
    { n: branches },
  );
  app.notify('info', text, {
    label: t('Bring it back'),
    perform: () => void bringBack(app, persistence, kept),
  });
}

async function bringBack(app: AppStore, persistence: Persistence, kept: KeptWork): Promise<void> {
  const work = await persistence.read(kept);
  if (work === null) return;
  app.held.ends = [...app.held.ends, ...work.ends];
  app.edits.open(work.present, { kind: 'link', view: work.place });
}

/**
 * Goes to where a link points while the page shows something: to a branch that shows just that, to a
 * step of the history that did, or else to the link alone, which can be undone.
 */
export function showLink(app: AppStore, link: DecodedLink): void {
  const { store, held, edits } = app;
  look(app, link.view);
  const arrival = { kind: 'link', view: link.view } as const;
  const known = goToBranch(app, link);
  if (!known) {
    const lost =
      store.getState().branches.length > 1 || shownBranch(store.getState()).notes.length > 0;
    edits.open(workspaceOfLink(link), arrival);
    if (lost) {
      offerUndo(app, app.history, t('The link is open in the place of your branches and notes.'));
    }
  }
  compareAs(app, link.compare);
  tell(app, link);
  const { run } = held;
  const playhead =
    run !== null && equalData(run.scenario, link.scenario)
      ? playheadOfLink(run, link.view)
      : undefined;
  if (run === null || playhead === undefined) {
    if (known) app.runs.request(arrival);
    return;
  }
  const end = endOf(run);
  const { window } = link.view;
  store.setState({
    playing: false,
    playhead,
    window:
      window === undefined
        ? followWindow(store.getState().window, playhead.time, end)
        : clampWindow(window, end),
    selection: selectionIn(run, arrival),
    explanation: null,
  });
}

/** Shows the branch or the step of the history that shows just what `link` does; is there one? */
function goToBranch({ store, history }: AppStore, link: DecodedLink): boolean {
  const state = store.getState();
  const shows = branchShows(link);
  if (shows(shownBranch(state))) return true;
  const branch = state.branches.find(shows);
  if (branch !== undefined) {
    history.put(showing(workspaceIn(state), branch.id));
    return true;
  }
  const step =
    state.past.findLast((one) => shows(shownBranch(one))) ??
    state.future.find((one) => shows(shownBranch(one)));
  if (step !== undefined) history.goTo(step);
  return step !== undefined;
}

/** How a link wants the page to look, run aside. */
function look(app: AppStore, view: LinkView): void {
  const { theme, screen, axis, closeGaps } = view;
  if (theme !== undefined) app.setTheme(theme);
  app.store.setState({
    screen: screen ?? 'lab',
    lesson: null,
    ...(screen === 'explore' && { explore: view.explore ?? '' }),
    ...(axis && { axis }),
    ...(closeGaps !== undefined && { closeGaps }),
  });
}

function workspaceOfLink({ scenario, notes, compare }: DecodedLink): Workspace {
  const alone = workspaceOf(scenario, notes);
  if (compare === undefined) return alone;
  const other: Branch = {
    id: 1,
    name: compare.name === '' ? t('Compared') : compare.name,
    parent: alone.branch,
    at: compare.at,
    scenario: compare.scenario,
    notes: [],
  };
  return { ...alone, branches: [...alone.branches, other] };
}

/** Shows beside the scenario of a link the one that the link compares it with. */
function compareAs({ store }: AppStore, compare: LinkComparison | undefined): void {
  const { branches, branch } = store.getState();
  const other = branches.find(
    ({ id, scenario }) => id !== branch && compare && equalData(scenario, compare.scenario),
  );
  const { layout, align } = compare ?? {};
  const comparison = other && layout && align ? { other: other.id, layout, align } : null;
  if (comparison !== null || store.getState().comparison !== null) store.setState({ comparison });
}

function tell(app: AppStore, { notices }: DecodedLink): void {
  for (const notice of notices) app.notify('info', notice);
}
