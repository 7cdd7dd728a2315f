import { msg, t } from '../base/language.ts';
import { assertUnreachable } from '../base/assert.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Place } from '../run/opening.ts';
import type { Look, RunEnded, WorkerReply } from '../worker/protocol.ts';
import { selectionIn } from './arrival.ts';
import type { Arrival } from './arrival.ts';
import { addNotice } from './core.ts';
import type { Core } from './core.ts';
import { findRecent, holdRun, keepRun } from './held.ts';
import type { HeldRun } from './held.ts';
import { withCode } from './late-code.ts';

const NO_CODE = msg('A part of the page could not be loaded. Check the connection and run again.');

/** Pause in typing after which an edit runs. */
export const TYPING_PAUSE_MS = 150;

/** Runs the scenario of the store and takes in what comes back. */
export interface Runs {
  /** Runs now, or after `delayMs`; supersedes what runs or waits. */
  readonly request: (arrival: Arrival, delayMs?: number) => void;
  /** Stops what runs and keeps the last good run. */
  readonly cancel: () => void;
}

/** What the matrix of an app depends on: the app alone, without its own method and redundancy, and the faults. */
function matrixKeyOf(scenario: Scenario, app: number): string {
  const { seed, era, machine, costs, costChanges, apps, protection, faults, faultRate, flow } =
    scenario;
  const spec = apps[app];
  const own = spec && [spec.workload, spec.resCore, spec.placement, spec.writableKiB];
  const healthy = faults.length === 0 && faultRate === null;
  // Without faults, the watchdog alone of all protection takes time.
  const hit = healthy ? protection.watchdog : [app, faults, faultRate, protection, flow];
  return JSON.stringify([seed, era, machine, costs, costChanges, own, hit]);
}

/** Connects store and simulator. */
export function createRuns(core: Core): Runs {
  const { store, held, deps } = core;
  const { simulator, timers } = deps;
  let arrival: Arrival = { kind: 'first' };
  let timer: number | null = null;
  // Counts what supersedes a run that waits for the code that finds its place.
  let turn = 0;

  const stopTimer = (): void => {
    turn += 1;
    if (timer !== null) timers.stop(timer);
    timer = null;
  };
  const start = (): void => {
    timer = null;
    const known = findRecent(held.recent, store.getState().scenario);
    if (known === undefined) startRun(core, arrival);
    else {
      simulator.cancel();
      show(known);
    }
  };
  const show = (run: HeldRun): void => {
    const mine = turn;
    withCode(deps.looking, (looking) => {
      if (mine !== turn) return;
      const before = { run: held.run, state: store.getState() };
      if (looking === null) sayUnseen(core);
      else showRun(core, run, arrival, looking.placeIn(run, arrival, before));
    });
  };
  const takeRun = ({ run: completed, opening }: RunEnded): void => {
    const run = holdRun(completed, deps.looking, opening?.view);
    if (opening === undefined) show(run);
    else showRun(core, run, arrival, opening);
  };

  simulator.listen((reply) => {
    if (reply.kind === 'run-ended') takeRun(reply);
    else takeReply(core, reply);
  });
  compareChosenApp(core);

  return {
    request(where, delayMs = 0) {
      stopTimer();
      // An edit while a link or a first visit still loads must not forget where that wanted to go.
      if (where.kind !== 'keep' || held.run !== null) arrival = where;
      store.setState({ playing: false });
      if (delayMs === 0) {
        start();
        return;
      }
      simulator.cancel();
      store.setState({ run: { kind: 'waiting' }, matrixPending: false });
      timer = timers.start(start, delayMs);
    },
    cancel() {
      stopTimer();
      simulator.cancel();
      store.setState({ run: { kind: 'cancelled' }, matrixPending: false });
    },
  };
}

/** Brings the matrix after another application is chosen. */
function compareChosenApp(core: Core): void {
  const { store, held } = core;
  store.subscribe((state, before) => {
    const other = state.app !== before.app && state.runCount === before.runCount;
    // While a run is under way, the comparison follows when it has ended.
    if (other && held.run !== null && state.run.kind === 'ready') {
      startMatrix(core, held.run.scenario);
    }
  });
}

function startRun({ store, deps }: Core, arrival: Arrival): void {
  const { scenario, app } = store.getState();
  store.setState({ run: { kind: 'running', steps: 0, fraction: 0 }, matrixPending: false });
  deps.simulator.run(scenario, lookOf(arrival, app));
}

/** What the worker should look at first; only the page knows what an edit follows. */
function lookOf(arrival: Arrival, app: number): Look | undefined {
  if (arrival.kind === 'keep') return undefined;
  return { app, view: arrival.kind === 'link' ? arrival.view : null };
}

/** There is a run, but without the code that looks into it nothing to see. */
function sayUnseen({ store }: Core): void {
  store.setState({ run: { kind: 'failed', problems: [{ path: '', message: t(NO_CODE) }] } });
}

function takeReply(core: Core, reply: Exclude<WorkerReply, RunEnded>): void {
  const { store, held } = core;
  const { matrixCount, matrixPending } = store.getState();
  switch (reply.kind) {
    case 'progress':
      store.setState({ run: { kind: 'running', steps: reply.steps, fraction: reply.fraction } });
      return;
    case 'matrix-row':
      held.matrix = [...held.matrix, reply.row];
      store.setState({ matrixCount: matrixCount + 1 });
      return;
    case 'matrix-ended':
      store.setState({ matrixPending: false });
      return;
    case 'failed':
      if (matrixPending) {
        store.setState({ matrixPending: false });
        addNotice(
          core,
          'problem',
          t('The comparison stopped: {problem}', { problem: reply.problems[0]?.message ?? '' }),
        );
      } else store.setState({ run: { kind: 'failed', problems: reply.problems } });
      return;
    default:
      assertUnreachable(reply);
  }
}

function showRun(core: Core, run: HeldRun, arrival: Arrival, { playhead, window }: Place): void {
  const { store, held } = core;
  const state = store.getState();
  held.run = run;
  keepRun(held, run);
  store.setState({
    playhead,
    window,
    run: { kind: 'ready' },
    selection: selectionIn(run, arrival),
    explanation: null,
    halt: null,
    runCount: state.runCount + 1,
    app: Math.min(state.app, run.plan.apps.length - 1),
    jumps: state.jumps + (arrival.kind === 'keep' ? 1 : 0),
    // Together with the run, so that the page does not seem idle in between.
    matrixPending: true,
  });
  startMatrix(core, run.scenario);
}

function startMatrix({ store, held, deps }: Core, scenario: Scenario): void {
  const { app, matrixCount } = store.getState();
  const key = matrixKeyOf(scenario, app);
  if (key !== held.matrixKey) {
    held.matrixKey = key;
    held.matrix = [];
  }
  store.setState({ matrixPending: true, matrixCount: matrixCount + 1 });
  deps.simulator.matrix(scenario, app, held.matrix.length);
}
