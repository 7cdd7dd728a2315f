import { setScreenHeight } from './screen.ts';

import { readFileSync } from 'node:fs';

import { produce } from 'immer';
import { prerender } from 'react-dom/static';

import { speak } from '../../../src/base/language.ts';
import type { Language } from '../../../src/base/language.ts';
import { loadMessages } from '../../../src/locales/load.ts';
import type { MachinePlan } from '../../../src/kernel/plan.ts';
import { record } from '../../../src/run/record.ts';
import { compilePlan, profileIdsOf } from '../../../src/scenario/compile.ts';
import { defaultScenario } from '../../../src/scenario/default-scenario.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { createAppStore } from '../../../src/store/app-store.ts';
import type { AppStore } from '../../../src/store/app-store.ts';
import { presentCode } from '../../../src/store/late-code.ts';
import { LOOKING } from '../../../src/store/looking.ts';
import { App } from '../../../src/views/App.tsx';
import { WelcomeLine } from '../../../src/views/tour/Welcome.tsx';
import { LoadExploreContext } from '../../../src/views/shell/load-explore.ts';
import type { WorkerReply } from '../../../src/worker/protocol.ts';
import { parseProfile } from '../../../src/workload/profile.ts';

const WORKLOADS = 'public/workloads';

const ignore = (): void => {};
const never = (): Promise<never> => new Promise(() => {});

/** The page in `language` as a first visit sees it once the first run has ended, as HTML; `height` in CSS px. */
export async function drawPage(language: Language, height: number): Promise<string> {
  setScreenHeight(height);
  await WelcomeLine.load();
  speak(language, language === 'en' ? {} : await loadMessages(language));
  const app = appAfterFirstRun();
  const page = (
    <LoadExploreContext value={never}>
      <App app={app} loadExplore={never} />
    </LoadExploreContext>
  );
  const errors: unknown[] = [];
  const { prelude } = await prerender(page, {
    identifierPrefix: 'still-',
    // What comes late is in its place, and not at the end with a script that puts it there.
    progressiveChunkSize: Infinity,
    onError: (error) => void errors.push(error),
  });
  if (errors.length > 0) throw new AggregateError(errors, 'the still could not be drawn');
  return await new Response(prelude).text();
}

/** The page's own store, with a simulator that has run the first scenario and will never run another. */
function appAfterFirstRun(): AppStore {
  const scenario = defaultScenario();
  let reply: (reply: WorkerReply) => void = ignore;
  const app = createAppStore({
    scenario,
    simulator: { run: ignore, matrix: ignore, cancel: ignore, listen: (on) => void (reply = on) },
    codec: { encode: never, decode: never, readWork: never },
    produce: presentCode(produce),
    looking: presentCode(LOOKING),
    checkRun: never,
    timers: { start: () => 0, stop: ignore },
    frames: { request: () => 0, cancel: ignore },
    reducedMotion: () => false,
  });
  app.runs.request({ kind: 'first' });
  const plan = planOf(scenario);
  reply({ kind: 'run-ended', job: 1, run: { scenario, plan, recording: record(plan) } });
  app.store.setState({ welcome: true });
  // What components are drawn with where there is no browser.
  app.store.getInitialState = app.store.getState;
  return app;
}

function planOf(scenario: Scenario): MachinePlan {
  const profiles = profileIdsOf(scenario).map((id) => {
    const profile = parseProfile(JSON.parse(readFileSync(`${WORKLOADS}/${id}.json`, 'utf8')));
    if (!profile.ok) throw new Error(JSON.stringify(profile.error));
    return [id, profile.value] as const;
  });
  const plan = compilePlan(scenario, new Map(profiles));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
