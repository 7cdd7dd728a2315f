import { t } from '../base/language.ts';
import { assertUnreachable } from '../base/assert.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Simulator } from '../worker/client.ts';
import type { WorkerReply } from '../worker/protocol.ts';
import { addNotice } from './core.ts';
import type { Core } from './core.ts';
import type { HeldComparison } from './comparison.ts';
import { findRecent, holdRun, keepRun } from './held.ts';
import type { HeldRun } from './held.ts';
import type { OtherRunState } from './state.ts';

/** Keeps the run of the branch that is compared with, and the difference, up to date. */
export interface OtherRuns {
  /** To be called after every change of the state. */
  readonly follow: () => void;
  readonly cancel: () => void;
  readonly retry: () => void;
}

/** What a difference was counted of. */
interface Counted {
  readonly a: HeldRun;
  readonly b: HeldRun;
  readonly app: number;
}

/** The other run of `core`, on a simulator of its own; what there is of it is put into `held`. */
export function createOtherRuns(core: Core, held: HeldComparison): OtherRuns {
  return new Follower(core, held);
}

class Follower implements OtherRuns {
  private readonly held: HeldComparison;
  private readonly core: Core;
  /** Started when something is first compared. */
  private simulator: Simulator | null = null;
  /** Which runs, was run, or failed to. */
  private wanted: Scenario | null = null;
  private counted: Counted | null = null;

  constructor(core: Core, held: HeldComparison) {
    this.core = core;
    this.held = held;
  }

  follow = (): void => {
    const { comparison, branches, run, otherRun } = this.core.store.getState();
    const other = branches.find(({ id }) => id === comparison?.other)?.scenario ?? null;
    if (other === null) {
      if (this.wanted !== null || otherRun !== null) this.forget();
      return;
    }
    if (other !== this.wanted) this.start(other);
    else if (run.kind === 'ready') this.count();
  };

  cancel = (): void => {
    this.simulator?.cancel();
    this.counted = null;
    this.publish({ kind: 'cancelled' });
  };

  retry = (): void => {
    if (this.wanted !== null) this.start(this.wanted);
  };

  private forget(): void {
    this.wanted = null;
    this.counted = null;
    this.simulator?.cancel();
    this.held.run = null;
    this.held.difference = null;
    this.publish(null);
  }

  private start(scenario: Scenario): void {
    const { held } = this.core;
    this.wanted = scenario;
    this.counted = null;
    this.held.difference = null;
    const known = findRecent(held.recent, scenario);
    if (known !== undefined) {
      this.simulator?.cancel();
      this.take(known);
      return;
    }
    this.simulator ??= this.startSimulator();
    if (this.simulator === null) {
      const message = t('A second scenario cannot be run here.');
      this.publish({ kind: 'failed', problems: [{ path: '', message }] });
      return;
    }
    this.simulator.run(scenario);
    this.publish({ kind: 'running', steps: 0, fraction: 0 });
  }

  private startSimulator(): Simulator | null {
    const simulator = this.core.deps.otherSimulator?.() ?? null;
    simulator?.listen((reply) => this.hear(reply));
    return simulator;
  }

  private hear(reply: WorkerReply): void {
    switch (reply.kind) {
      case 'progress':
        this.publish({ kind: 'running', steps: reply.steps, fraction: reply.fraction });
        return;
      case 'run-ended':
        this.take(holdRun(reply.run, this.core.deps.looking));
        return;
      case 'failed':
        this.publish({ kind: 'failed', problems: reply.problems });
        return;
      case 'matrix-row':
      case 'matrix-ended':
        return;
      default:
        assertUnreachable(reply);
    }
  }

  private take(run: HeldRun): void {
    const { held, store } = this.core;
    keepRun(held, run);
    this.held.run = run;
    this.publish({ kind: 'ready' });
    if (store.getState().run.kind === 'ready') this.count();
  }

  /** Counts the difference of the runs that are there, unless that is done or under way. */
  private count(): void {
    const a = this.core.held.run;
    const b = this.held.run;
    const { app, otherRun } = this.core.store.getState();
    if (a === null || b === null || otherRun?.kind === 'running') return;
    if (otherRun?.kind === 'failed' || otherRun?.kind === 'cancelled') return;
    if (this.counted?.a === a && this.counted.b === b && this.counted.app === app) return;
    const mine = { a, b, app };
    this.counted = mine;
    this.held.difference = null;
    this.publish({ kind: 'counting' });
    void this.finishCount(mine);
  }

  private async finishCount(mine: Counted): Promise<void> {
    const { a, b, app } = mine;
    const { timers } = this.core.deps;
    const breathe = (): Promise<void> =>
      new Promise((resolve) => {
        timers.start(resolve, 0);
      });
    try {
      const { countDifference } = await import('./count-difference.ts');
      const other = Math.min(app, b.plan.apps.length - 1);
      const difference = await countDifference(
        { run: a, app },
        { run: b, app: other },
        { breathe, isCurrent: () => this.counted === mine },
      );
      if (difference === null || this.counted !== mine) return;
      this.held.difference = difference;
    } catch (error) {
      if (this.counted !== mine) return;
      const reason = error instanceof Error ? error.message : String(error);
      addNotice(
        this.core,
        'problem',
        t('The difference of both runs is not shown: {reason}', { reason }),
      );
    }
    this.publish({ kind: 'ready' });
  }

  private publish(otherRun: OtherRunState | null): void {
    const { otherCount } = this.core.store.getState();
    this.core.store.setState({ otherRun, otherCount: otherCount + 1 });
  }
}
