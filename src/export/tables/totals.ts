import { overheadAtEvent } from '../../analysis/overhead.ts';
import { CORE_MODES, PARTS } from '../../base/vocabulary.ts';
import type { AppSummary, DeviceSummary, RunSummary } from '../../run/recording.ts';
import { isWithin } from '../range.ts';
import type { Cell, Table } from './table.ts';

type Rows = Generator<readonly Cell[], void, undefined>;

/** How the overhead of each app grew. */
export const SERIES: Table = {
  title: 'how the overhead grew, with mean cycles per replica by part',
  fields: ['app', 'events', 'time', 'native', 'nominal', 'overheadPercent', ...PARTS],
  *rows({ recording, range }): Rows {
    for (const [app, series] of recording.series.entries()) {
      for (let i = 0; i < series.length; i++) {
        if (!isWithin(range, series.time[i])) continue;
        const { time, native, nominal, percent, parts } = overheadAtEvent(series, series.event[i]);
        yield [app, series.event[i], time, native, nominal, percent, ...parts];
      }
    }
  },
};

type AppRow = AppSummary & { readonly run: RunSummary };

const SUMMARY_CELLS: Readonly<Record<string, (app: AppRow) => Cell>> = {
  app: ({ id }) => id,
  name: ({ name }) => name,
  workload: ({ workload }) => workload,
  redundancy: ({ redundancy }) => redundancy,
  signalling: ({ signalling }) => signalling,
  seed: ({ run }) => run.seed,
  digest: ({ run }) => run.digest,
  clockGHz: ({ run }) => run.clockGHz,
  nativeCycles: ({ nativeCycles }) => nativeCycles,
  totalCycles: ({ totalCycles }) => totalCycles,
  overheadPercent: ({ overheadPercent }) => overheadPercent,
  events: ({ events }) => events.total,
  completedEvents: ({ completedEvents }) => completedEvents,
  ipis: ({ ipis }) => ipis,
  messages: ({ messages }) => messages,
  polls: ({ polls }) => polls,
  bytesCopied: ({ bytesCopied }) => bytesCopied,
  outcome: ({ outcome }) => outcome,
  stop: ({ stop }) => stop,
};

/** What a driver did to its device; empty for an app without one. */
const DEVICE_CELLS: Readonly<Record<string, (device: DeviceSummary) => Cell>> = {
  deviceAccess: ({ access }) => access,
  interruptsArrived: ({ arrived }) => arrived,
  interruptsTaken: ({ interrupts }) => interrupts,
  meanLatency: ({ meanLatency }) => meanLatency,
  longestLatency: ({ longestLatency }) => longestLatency,
  reads: ({ reads }) => reads,
  readsDue: ({ readsDue }) => readsDue,
  emptyReads: ({ emptyReads }) => emptyReads,
  wrongInputs: ({ wrongInputs }) => wrongInputs,
  writes: ({ writes }) => writes,
  writesDue: ({ writesDue }) => writesDue,
  wrongWrites: ({ wrongWrites }) => wrongWrites,
};

/** The figures of each app over the whole run. */
export const SUMMARY: Table = {
  title: 'figures of the whole run, one row an app',
  fields: [...Object.keys(SUMMARY_CELLS), ...PARTS, ...Object.keys(DEVICE_CELLS)],
  *rows({ recording }): Rows {
    const run = recording.summary;
    for (const app of run.apps) {
      const cells = Object.values(SUMMARY_CELLS).map((cell) => cell({ ...app, run }));
      const { breakdown, device } = app;
      const touched = Object.values(DEVICE_CELLS).map((cell) =>
        device === undefined ? null : cell(device),
      );
      yield [...cells, ...PARTS.map((part) => breakdown[part]), ...touched];
    }
  },
};

/** Where the cycles of each replica went over the whole run. */
export const REPLICAS: Table = {
  title: 'cycles of each replica by part, over the whole run',
  fields: ['app', 'replica', 'core', ...PARTS],
  *rows({ recording }): Rows {
    for (const { id, replicas } of recording.summary.apps) {
      for (const { id: replica, core, breakdown } of replicas) {
        yield [id, replica, core, ...PARTS.map((part) => breakdown[part])];
      }
    }
  },
};

/** Where the cycles of each core went over the whole run. */
export const CORES: Table = {
  title: 'cycles of each core by mode, over the whole run',
  fields: ['core', 'kind', ...CORE_MODES],
  *rows({ recording }): Rows {
    for (const core of recording.summary.cores) {
      yield [core.id, core.kind, ...CORE_MODES.map((mode) => core[mode])];
    }
  },
};
