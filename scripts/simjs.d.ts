/** The part of simjs that the benchmark uses. The package exports nothing: it hangs its classes on `window`. */
declare module 'simjs';

declare namespace Simjs {
  interface Request {
    done(callback: (argument: number) => void, context: object, argument: number): Request;
  }

  class Entity {
    constructor(sim: Sim, name: string);
    readonly sim: Sim;
    time(): number;
    setTimer(duration: number): Request;
    /** Waits its turn at `facility` and then holds it for `duration`. */
    useFacility(facility: Facility, duration: number): Request;
  }

  /** A server with a queue and statistics of both. */
  class Facility {
    static readonly FCFS: number;
    constructor(name: string, discipline: number, servers: number);
  }

  class Sim {
    time(): number;
    /** Calls `start` of the new entity with the arguments after `name`. */
    addEntity<T extends Entity, A extends readonly unknown[]>(
      entity: new (sim: Sim, name: string) => T & { start(...args: A): void },
      name: string,
      ...args: A
    ): T;
    /** Runs until `endTime` or until nothing is left. */
    simulate(endTime: number): boolean;
  }
}
