/** How a driver reaches the registers of its device when it is replicated. */
export const DEVICE_ACCESSES = ['naive', 'proxied'] as const;
export type DeviceAccess = (typeof DEVICE_ACCESSES)[number];

/** What a read of the input register gives. */
export const DEVICE_INPUTS = ['fifo', 'counter'] as const;
export type DeviceInput = (typeof DEVICE_INPUTS)[number];

/** When interrupts come. */
export const INTERRUPT_ARRIVALS = ['periodic', 'random'] as const;
export type InterruptArrival = (typeof INTERRUPT_ARRIVALS)[number];

/** A driver and its device. */
export interface DriverSpec {
  readonly interrupts: number;
  /** Cycles between two interrupts, on average. */
  readonly every: number;
  /** Equally far apart, or exponentially distributed. */
  readonly arrival: InterruptArrival;
  /** Instructions between the reads and the writes of one interrupt. */
  readonly instructions: number;
  /** Register reads and writes for each interrupt. */
  readonly reads: number;
  readonly writes: number;
  /**
   * `fifo`: each interrupt brings `reads` items, a read takes the next one out, and an empty FIFO
   * says that it is empty. `counter`: each read gives the next number.
   */
  readonly input: DeviceInput;
  /** `naive`: each replica touches the registers itself. `proxied`: Romain does, once for all. */
  readonly access: DeviceAccess;
  readonly seed: number;
}

/** A network card: each packet is an item of a FIFO, and is answered by one write. */
export const DEFAULT_DRIVER: DriverSpec = {
  interrupts: 200,
  every: 250_000,
  arrival: 'random',
  instructions: 20_000,
  reads: 1,
  writes: 1,
  input: 'fifo',
  access: 'proxied',
  seed: 1,
};
