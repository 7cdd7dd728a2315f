import { spokenLanguage } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import { findRecent, holdRun, keepRun } from '../../store/held.ts';
import { createLessons } from '../../store/lessons.ts';
import type { Lessons } from '../../store/lessons.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { createSimulator, startWorker } from '../../worker/client.ts';
import { createLastingWorker } from '../../worker/lasting-worker.ts';
import type { Simulator } from '../../worker/client.ts';
import { createAskFindings, createAskLesson } from '../../worker/lesson-client.ts';
import {
  browserFrames,
  browserMemory,
  browserTimers,
  prefersReducedMotion,
} from '../shell/browser.ts';

const coming = new WeakMap<AppStore, Promise<Lessons>>();

/** The lessons of `app`, which last as long as it; the same promise whenever it is asked for. */
export function lessonsOf(app: AppStore): Promise<Lessons> {
  const known = coming.get(app) ?? begin(app);
  coming.set(app, known);
  return known;
}

async function begin(app: AppStore): Promise<Lessons> {
  // Whoever asks is drawing, and must not change what others draw.
  await Promise.resolve();
  const baseUrl = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  return createLessons(app, {
    memory: browserMemory,
    ask: createAskLesson(startWorker, baseUrl),
    writing: {
      timers: browserTimers,
      ask: createAskFindings(startWorker, baseUrl),
      language: spokenLanguage,
    },
    prefetch: createPrefetch(app, baseUrl),
    frames: browserFrames,
    reducedMotion: () => prefersReducedMotion.matches,
  });
}

/** Runs scenarios in a worker of their own and keeps the runs with those that were shown before. */
function createPrefetch(
  { held, looking }: AppStore,
  baseUrl: string,
): (scenario: Scenario) => void {
  let simulator: Simulator | null = null;
  return (scenario) => {
    if (findRecent(held.recent, scenario) !== undefined) return;
    if (simulator === null) {
      simulator = createSimulator(createLastingWorker(startWorker), baseUrl);
      simulator.listen((reply) => {
        // What is shown itself must stay the latest.
        if (reply.kind !== 'run-ended' || findRecent(held.recent, reply.run.scenario)) return;
        keepRun(held, holdRun(reply.run, looking));
        if (held.run !== null) keepRun(held, held.run);
      });
    }
    simulator.run(scenario);
  };
}
