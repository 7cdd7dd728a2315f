import type { Draft } from 'immer';
import type { StoreApi } from 'zustand/vanilla';

import type { Scenario } from '../scenario/scenario.ts';
import type { Simulator } from '../worker/client.ts';
import type { RunChecker } from '../worker/check-client.ts';
import type { WhatIf } from '../worker/what-if-client.ts';
import type { LinkCodec } from '../worker/link-client.ts';
import type { Held } from './held.ts';
import type { LateCode } from './late-code.ts';
import type { Looking } from './looking.ts';
import type { Memory } from './memory.ts';
import type { Rules } from './rules.ts';
import type { AppState, Notice, NoticeAction } from './state.ts';

/** Timers, injected so that tests decide when they fire. */
export interface Timers {
  readonly start: (action: () => void, ms: number) => number;
  readonly stop: (id: number) => void;
}

/** Animation frames; `now` is in milliseconds. */
export interface FrameClock {
  readonly request: (onFrame: (now: number) => void) => number;
  readonly cancel: (id: number) => void;
}

/** What `recipe` makes of `base`, which stays as it is; what did not change is shared. */
export type Produce = <T>(base: T, recipe: (draft: Draft<T>) => void) => T;

/** What the store needs from the outside. */
export interface AppDeps {
  /** The scenario of a first visit. */
  readonly scenario: Scenario;
  readonly simulator: Simulator;
  /** Starts the simulator of the run that is compared with; absent = nothing is compared. */
  readonly otherSimulator?: () => Simulator;
  readonly codec: LinkCodec;
  /** How edits are made. */
  readonly produce: LateCode<Produce>;
  /** How runs are looked into. */
  readonly looking: LateCode<Looking>;
  readonly checkRun: RunChecker;
  /** Simulates a run otherwise; absent = what would help cannot be asked. */
  readonly whatIf?: WhatIf;
  readonly timers: Timers;
  readonly frames: FrameClock;
  /** Does the person prefer no motion? Then play is one kernel event per second. */
  readonly reducedMotion: () => boolean;
  /** What outlasts the page; absent = nothing does. */
  readonly memory?: Memory;
  /** What people may do here; absent = everything. */
  readonly rules?: Rules;
}

/** What every part of the store shares. */
export interface Core {
  readonly store: StoreApi<AppState>;
  readonly held: Held;
  readonly deps: AppDeps;
}

/** Adds a message for the person. */
export function addNotice(
  { store }: Pick<Core, 'store'>,
  tone: Notice['tone'],
  text: string,
  action?: NoticeAction,
): void {
  const { notices } = store.getState();
  if (notices.some((notice) => notice.text === text)) return;
  const id = 1 + Math.max(0, ...notices.map((notice) => notice.id));
  store.setState({ notices: [...notices, { id, tone, text, ...(action && { action }) }] });
}

/** Takes a message away. */
export function dismissNotice({ store }: Pick<Core, 'store'>, id: number): void {
  store.setState({ notices: store.getState().notices.filter((notice) => notice.id !== id) });
}

/** Counts a part of the page that is on its way; returns what is to be called when it is there. */
export function awaitPart({ store }: Pick<Core, 'store'>): () => void {
  const add = (count: number): void =>
    store.setState(({ partsComing }) => ({ partsComing: partsComing + count }));
  add(1);
  return () => add(-1);
}
