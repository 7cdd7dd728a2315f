import { createStore } from 'zustand/vanilla';

import { runnable } from '../../../../lessons/draft.ts';
import type { Lesson } from '../../../../lessons/lesson.ts';
import { scenarioOfScene } from '../../../../lessons/scene.ts';
import type { Scenario } from '../../../../scenario/scenario.ts';
import type { AppStore } from '../../../../store/app-store.ts';
import { createHeld, findRecent, holdRun } from '../../../../store/held.ts';
import type { HeldRun } from '../../../../store/held.ts';
import { lookAt } from '../../../../store/lessons-place.ts';
import type { AppState } from '../../../../store/state.ts';
import { workspaceOf } from '../../../../store/workspace.ts';
import { createSimulator, startWorker } from '../../../../worker/client.ts';
import { createLastingWorker } from '../../../../worker/lasting-worker.ts';
import type { WorkerReply } from '../../../../worker/protocol.ts';

/** The Lab once more, to be looked at only: what it shows is its own, and nobody can press anything in it. */
export interface Picture {
  readonly app: AppStore;
  /** Shows where step `index` of `draft` plays, when its run is there; returns what gives that up. */
  readonly show: (draft: Lesson, index: number) => () => void;
}

/** What the Lab of a picture begins with, whatever is under way in the real one. */
const AT_REST = {
  notices: [],
  playing: false,
  selection: null,
  explanation: null,
  comparison: null,
  otherRun: null,
  halt: null,
  hiddenFrom: null,
  overlay: null,
  injecting: null,
  searching: false,
  lesson: null,
  pointedAt: [],
  app: 0,
  // What lies under the pointer is found on an even axis alone.
  axis: 'time',
  closeGaps: false,
  run: { kind: 'running', steps: 0, fraction: 0 },
  sidePanel: 'why',
} as const satisfies Partial<AppState>;

const known = new WeakMap<AppStore, Picture>();

/** The picture beside `app`, in its theme and with its settings; there is one, as it has a worker. */
export function pictureOf(app: AppStore): Picture {
  const picture = known.get(app) ?? createPicture(app);
  known.set(app, picture);
  return picture;
}

function createPicture(app: AppStore): Picture {
  const store = createStore<AppState>(() => app.store.getState());
  const held = createHeld();
  const baseUrl = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  const simulator = createSimulator(createLastingWorker(startWorker), baseUrl);
  const clear = (scenario: Scenario): void => {
    held.run = null;
    held.matrix = [];
    store.setState({
      ...app.store.getState(),
      ...AT_REST,
      ...workspaceOf(scenario),
      runCount: store.getState().runCount + 1,
    });
  };
  return {
    app: { ...app, store, held },
    show(draft, index) {
      // Texts may still be empty; where a step plays does not depend on them.
      const lesson = runnable(draft);
      const scenario = scenarioOfScene(lesson.scenes[lesson.steps[index]?.scene ?? '']);
      if (!scenario.ok) return () => {};
      clear(scenario.value);
      const look = (run: HeldRun): void => {
        const { runCount } = store.getState();
        const place = lookAt(run, { lesson, step: index, answered: false }, store.getState());
        held.run = run;
        // Who writes a question may see what it asks.
        store.setState({ ...place, hiddenFrom: null, run: READY, runCount: runCount + 1 });
        // What the Lab has compared need not be compared again.
        if (run === app.held.run && app.store.getState().app === 0) held.matrix = app.held.matrix;
        simulator.matrix(run.scenario, 0, held.matrix.length);
      };
      const take = (reply: WorkerReply): void => {
        if (reply.kind === 'run-ended') look(holdRun(reply.run, app.looking));
        else if (reply.kind === 'matrix-row') {
          held.matrix = [...held.matrix, reply.row];
          store.setState(({ matrixCount }) => ({ matrixCount: matrixCount + 1 }));
        } else if (reply.kind === 'failed' && held.run === null) {
          store.setState({ run: { kind: 'failed', problems: reply.problems } });
        }
        if (ENDS.has(reply.kind)) arrived();
      };
      const arrived = once(app.awaitPart());
      simulator.listen(take);
      const begin = async (): Promise<void> => {
        await app.looking.load();
        if (given) return;
        const run = findRecent(app.held.recent, scenario.value);
        if (run === undefined) simulator.run(scenario.value);
        else look(run);
      };
      let given = false;
      void begin();
      return () => {
        given = true;
        simulator.cancel();
        arrived();
      };
    },
  };
}

const READY = { kind: 'ready' } as const;
/** After these there is no more to come. */
const ENDS: ReadonlySet<WorkerReply['kind']> = new Set(['matrix-ended', 'failed']);

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
