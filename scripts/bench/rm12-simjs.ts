import { createRng } from '../../src/base/rng.ts';
import { nextCompute, PROCESSES, REPLICAS, SEED, SERVICE, SIGNAL } from './rm12.ts';
import type { Rm12Result } from './rm12.ts';

/* RM12 on simjs, its timers as the events; the manager's queue is written as in the other contender. */

const scope = globalThis as { window?: { Sim?: typeof Simjs } };
scope.window ??= {};
await import('simjs');
const simjs = scope.window.Sim;
if (simjs === undefined) throw new Error('simjs did not register itself on window.Sim');
const { Sim, Entity } = simjs;

/** What all entities of a run share. */
interface Shared {
  readonly rng: ReturnType<typeof createRng>;
  readonly rounds: number;
  events: number;
}

class Manager extends Entity {
  private readonly jobs: Process[] = [];
  private busy = false;

  start(): void {
    this.busy = false;
  }

  enqueue(process: Process): void {
    this.jobs.push(process);
    if (!this.busy) this.serve();
  }

  serve(): void {
    const process = this.jobs.shift();
    this.busy = process !== undefined;
    if (process !== undefined) this.setTimer(SERVICE).done(process.onServed, process, 0);
  }
}

class Process extends Entity {
  private shared: Shared | null = null;
  private manager: Manager | null = null;
  private rounds = 0;
  private arrived = 0;

  start(manager: Manager, shared: Shared): void {
    this.manager = manager;
    this.shared = shared;
    for (let replica = 0; replica < REPLICAS; replica++) this.compute(replica);
  }

  private compute(replica: number): void {
    this.setTimer(nextCompute(this.counted(0).rng)).done(this.onComputed, this, replica);
  }

  private counted(events: number): Shared {
    const shared = this.shared as Shared;
    shared.events += events;
    return shared;
  }

  private readonly onComputed = (replica: number): void => {
    this.counted(1);
    this.setTimer(SIGNAL).done(this.onArrival, this, replica);
  };

  private readonly onArrival = (): void => {
    this.counted(1);
    this.arrived++;
    if (this.arrived < REPLICAS) return;
    this.arrived = 0;
    this.manager?.enqueue(this);
  };

  readonly onServed = (): void => {
    const { rounds } = this.counted(1);
    this.rounds++;
    if (this.rounds < rounds) {
      for (let i = 0; i < REPLICAS; i++) this.setTimer(SIGNAL).done(this.onResume, this, i);
    }
    this.manager?.serve();
  };

  private readonly onResume = (replica: number): void => {
    this.counted(1);
    this.compute(replica);
  };
}

/** Runs RM12 for `rounds` rounds of each process. */
export function runRm12Simjs(rounds: number): Rm12Result {
  const shared: Shared = { rng: createRng(SEED), rounds, events: 0 };
  const sim = new Sim();
  const manager = sim.addEntity(Manager, 'manager');
  for (let p = 0; p < PROCESSES; p++) sim.addEntity(Process, `process ${p}`, manager, shared);
  sim.simulate(Infinity);
  return { events: shared.events, endTime: sim.time() };
}
