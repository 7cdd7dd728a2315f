import { t } from '../base/language.ts';
import { cyclesToMicroseconds } from '../base/units.ts';
import type { AppSummary, CoreSummary, RunSummary } from '../run/recording.ts';
import type { RunFigure, Value } from './measure.ts';
import { MeasureError } from './runs.ts';

/** A run and the app in it that is asked about. */
export interface FigureInput {
  readonly summary: RunSummary;
  readonly app: AppSummary;
  /** The app's Res core. */
  readonly res: CoreSummary;
}

type Figure = (run: FigureInput) => Value;

/** All figures of a run but those that need runs of their own. */
export const FIGURES: Readonly<Record<Exclude<RunFigure, 'unprotected' | 'leader-rule'>, Figure>> =
  {
    overhead: ({ app }) => app.overheadPercent,
    'run-time': ({ app }) => app.totalCycles,
    'run-microseconds': ({ app, summary }) =>
      cyclesToMicroseconds(app.totalCycles, summary.clockGHz),
    'native-time': ({ app }) => app.nativeCycles,
    events: ({ app }) => app.events.total,
    'page-faults': ({ app }) => app.events.pagefault,
    'system-calls': ({ app }) => app.events.syscall,
    'completed-events': ({ app }) => app.completedEvents,
    'event-cost': ({ app }) => perEvent(app, app.totalCycles - app.breakdown.compute),
    'event-distance': ({ app }) => perEvent(app, app.breakdown.compute),
    'event-microseconds': ({ app, summary }) =>
      cyclesToMicroseconds(
        perEvent(app, app.totalCycles - app.breakdown.compute),
        summary.clockGHz,
      ),
    ipis: ({ app }) => app.ipis,
    'ipis-per-event': ({ app }) => perEvent(app, app.ipis),
    messages: ({ app }) => app.messages,
    'messages-per-event': ({ app }) => perEvent(app, app.messages),
    polls: ({ app }) => app.polls,
    'polls-per-event': ({ app }) => perEvent(app, app.polls),
    'kernel-steps': ({ summary }) => summary.kernelSteps,
    'copied-kibibytes': ({ app }) => app.bytesCopied / 1024,
    'res-busy': ({ res, summary }) =>
      ((res.user + res.kernel + res.manager) / summary.totalCycles) * 100,
    'res-polling': ({ res, summary }) => (res.polling / summary.totalCycles) * 100,
    'polling-per-event': ({ app, summary }) =>
      perEvent(
        app,
        sumOver(summary, (core) => core.polling),
      ),
    'busy-per-event': ({ app, summary }) =>
      perEvent(
        app,
        sumOver(summary, (core) => core.user + core.kernel + core.manager + core.polling),
      ),
    outcome: ({ app }) => app.outcome,
    stop: ({ app }) => app.stop,
    'gave-away': ({ app }) => yes(app.faults.externalizedAt !== -1),
    noticed: ({ app }) => yes(app.faults.detectedAt !== -1),
    'detection-cycles': ({ app }) => detected(app).detectedAt - app.faults.injectedAt,
    'detection-events': ({ app }) => detected(app).detectedEvent - app.faults.injectedEvent,
    recoveries: ({ app }) => app.faults.recoveries,
    'device-writes': ({ app }) => device(app).writes,
    'device-writes-due': ({ app }) => device(app).writesDue,
    'writes-per-due': ({ app }) => device(app).writes / device(app).writesDue,
    'wrong-inputs': ({ app }) => device(app).wrongInputs,
    'empty-reads': ({ app }) => device(app).emptyReads,
    interrupts: ({ app }) => device(app).interrupts,
    'interrupt-latency': ({ app }) => device(app).meanLatency,
  };

function yes(holds: boolean): Value {
  return holds ? 'yes' : 'no';
}

function perEvent(app: AppSummary, total: number): number {
  if (app.completedEvents === 0) throw new MeasureError(t('the run completes no event'));
  return total / app.completedEvents;
}

function sumOver({ cores }: RunSummary, cycles: (core: CoreSummary) => number): number {
  return cores.reduce((sum, core) => sum + cycles(core), 0);
}

function detected({ faults }: AppSummary): AppSummary['faults'] {
  if (faults.detectedAt === -1) throw new MeasureError(t('no fault is detected in this run'));
  return faults;
}

function device({ device: summary }: AppSummary): NonNullable<AppSummary['device']> {
  if (summary === undefined) throw new MeasureError(t('the app of this measure drives no device'));
  return summary;
}
