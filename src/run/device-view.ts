import { upperBound } from '../base/binary-search.ts';
import type { Cycles } from '../base/units.ts';
import type { DeviceRead, DeviceState, DeviceWrite } from '../kernel/device.ts';
import { wordOf } from '../kernel/device.ts';
import type { DevicePlan } from '../kernel/plan.ts';

/** What one replica, or Romain for all (`replica` -1), has read for the interrupt being served. */
export interface ReadView {
  readonly replica: number;
  /** First to last; `null` = the FIFO was empty. */
  readonly words: readonly (number | null)[];
  /** Are they what one copy of the driver reads? */
  readonly right: boolean;
}

/** The device of a driver at an instant. */
export interface DeviceView {
  readonly access: 'naive' | 'proxied';
  readonly input: 'fifo' | 'counter';
  /** Interrupts of the whole run, those that have come, and those that the driver has taken. */
  readonly interrupts: number;
  readonly arrived: number;
  readonly taken: number;
  /** When the oldest that has come and is not taken came; `null` = none waits. */
  readonly raisedAt: Cycles | null;
  /** Items that wait in the FIFO; 0 for a counter. */
  readonly queued: number;
  /** The interrupt being served, or served last, from 0; -1 = none yet. */
  readonly serving: number;
  /** What one copy of the driver reads for it, and how often it writes. */
  readonly dueWords: readonly number[];
  readonly dueWrites: number;
  /** What has been done for it, in order. */
  readonly reads: readonly ReadView[];
  readonly writes: readonly DeviceWrite[];
  /** Since the start: what the device saw beside what one copy of the driver does. */
  readonly soFar: Readonly<
    Pick<DeviceState, 'reads' | 'readsDue' | 'wrongInputs' | 'writes' | 'writesDue' | 'wrongWrites'>
  >;
}

/** What a person should see of the device `plan` in `state` at `time`. */
export function viewDevice(plan: DevicePlan, state: DeviceState, time: Cycles): DeviceView {
  const { access, input, arrivals } = plan;
  const { interrupts: taken, newestReads, newestWrites } = state;
  const arrived = upperBound(arrivals, time);
  const touched = [...newestReads, ...newestWrites].map(({ interrupt }) => interrupt);
  const serving = Math.max(taken - 1, ...touched);
  const { reads, readsDue, wrongInputs, writes, writesDue, wrongWrites } = state;
  return {
    access,
    input,
    interrupts: arrivals.length,
    arrived,
    taken,
    raisedAt: arrived > taken ? arrivals[taken] : null,
    queued: input === 'fifo' ? Math.max(0, arrived * plan.reads - state.taken) : 0,
    serving,
    dueWords: itemsOf(plan, serving).map((item) => wordOf(plan, item)),
    dueWrites: serving === -1 ? 0 : plan.writes,
    reads: newestReads
      .filter(({ interrupt }) => interrupt === serving)
      .map((read) => viewRead(plan, read)),
    writes: newestWrites.filter(({ interrupt }) => interrupt === serving),
    soFar: { reads, readsDue, wrongInputs, writes, writesDue, wrongWrites },
  };
}

/** The items that are due to interrupt `serving`. */
function itemsOf({ reads }: DevicePlan, serving: number): number[] {
  return serving === -1 ? [] : Array.from({ length: reads }, (_, i) => serving * reads + i);
}

function viewRead(plan: DevicePlan, { interrupt, replica, got }: DeviceRead): ReadView {
  const due = itemsOf(plan, interrupt);
  return {
    replica,
    words: got.map((item) => (item === -1 ? null : wordOf(plan, item))),
    right: got.every((item, i) => item === due[i]),
  };
}
