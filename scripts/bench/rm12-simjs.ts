import { createRng } from '../../src/base/rng.ts';
import { nextCompute, PROCESSES, REPLICAS, SEED, SERVICE, SIGNAL } from './rm12.ts';
import type { Rm12Result } from './rm12.ts';

/* RM12 on simjs as its documentation writes such a model: timers for delays, a Facility for the FIFO server. */

const scope = globalThis as { window?: { Sim?: typeof Simjs } };
scope.window ??= {};
await import('simjs');
const simjs = scope.window.Sim;
if (simjs === undefined) throw new Error('simjs did not register itself on window.Sim');
const { Sim, Entity, Facility } = simjs;

/** What all entities of a run share. */
interface Shared {
  readonly rng: ReturnType<typeof createRng>;
  readonly rounds: number;
  events: number;
}

class Process extends Entity {
  private shared: Shared | null = null;
  private manager: Simjs.Facility | null = null;
  private rounds = 0;
  private arrived = 0;

  start(manager: Simjs.Facility, shared: Shared): void {
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
    if (this.manager !== null) this.useFacility(this.manager, SERVICE).done(this.onServed, this, 0);
  };

  private readonly onServed = (): void => {
    const { rounds } = this.counted(1);
    this.rounds++;
    if (this.rounds < rounds) {
      for (let i = 0; i < REPLICAS; i++) this.setTimer(SIGNAL).done(this.onResume, this, i);
    }
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
  const manager = new Facility('manager', Facility.FCFS, 1);
  for (let p = 0; p < PROCESSES; p++) sim.addEntity(Process, `process ${p}`, manager, shared);
  sim.simulate(Infinity);
  return { events: shared.events, endTime: sim.time() };
}
