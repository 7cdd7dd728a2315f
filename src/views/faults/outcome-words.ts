import { assertUnreachable } from '../../base/assert.ts';
import { msg, t } from '../../base/language.ts';
import { stopSentence } from '../../analysis/causes/ending.ts';
import { appName } from '../../analysis/causes/stopped.ts';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { AppSummary, Recording } from '../../run/recording.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import { subjectName } from './subject-words.ts';

/** Every way in which a run ends for an application: its name, and what it means, as messages. */
export const OUTCOME_WORDS: Readonly<
  Record<'completed' | FaultOutcome, { readonly name: string; readonly meaning: string }>
> = {
  completed: { name: msg('completed'), meaning: msg('No fault hit the application.') },
  masked: {
    name: msg('masked'),
    meaning: msg('Every wrong value was gone before anybody saw it.'),
  },
  'latent at end': {
    name: msg('latent at end'),
    meaning: msg('A wrong value is still there at the end; nobody has noticed.'),
  },
  corrected: {
    name: msg('corrected'),
    meaning: msg('Romain found the wrong replica and overwrote it with a right one.'),
  },
  'detected, stopped': {
    name: msg('detected, stopped'),
    meaning: msg('The replicas differed, and the run was stopped before anything wrong got out.'),
  },
  'crash contained': {
    name: msg('crash contained'),
    meaning: msg('The program crashed; nothing wrong got out.'),
  },
  hang: {
    name: msg('hang'),
    meaning: msg('The group waits for ever for a replica that never comes.'),
  },
  'silent corruption': {
    name: msg('silent corruption'),
    meaning: msg('A wrong value left the application, and nobody noticed in time.'),
  },
  'RCB failure': {
    name: msg('RCB failure'),
    meaning: msg('The reliable computing base itself failed.'),
  },
};

/** How the run ended for an application. */
export interface EndWords {
  /** `bad`: it stopped, hangs, or let something wrong out. */
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
  /** The instant that decided it; `null` when there is none. */
  readonly at: number | null;
}

type Run = {
  readonly plan: MachinePlan;
  readonly recording: Pick<Recording, 'incidents' | 'summary'>;
};

/** How the run ended for `app`, in one line; `null` without faults. */
export function endWords({ plan, recording }: Run, app: number): EndWords | null {
  const summary = recording.summary.apps[app];
  if (summary === undefined || summary.outcome === 'completed') return null;
  const { faults } = summary;
  const text = endText({ plan, recording }, summary);
  const found = latencyText(plan, summary);
  const tone = OUTCOME_TONES[summary.outcome];
  const instant = faults.externalizedAt >= 0 ? faults.externalizedAt : faults.detectedAt;
  const at = instant >= 0 ? instant : faults.injectedAt >= 0 ? faults.injectedAt : null;
  return { tone, text: found === '' ? text : `${text} · ${found}`, at };
}

/** Is an outcome good or bad? */
export const OUTCOME_TONES: Readonly<Record<'completed' | FaultOutcome, EndWords['tone']>> = {
  completed: 'plain',
  masked: 'good',
  'latent at end': 'plain',
  corrected: 'good',
  'detected, stopped': 'bad',
  'crash contained': 'bad',
  hang: 'bad',
  'silent corruption': 'bad',
  'RCB failure': 'bad',
};

function endText(run: Run, { id, outcome, stop, faults }: AppSummary): string {
  const { plan } = run;
  switch (outcome) {
    case 'completed':
      return t(OUTCOME_WORDS.completed.name);
    case 'masked':
      return t(
        '{n, plural, one {the fault is masked} other {{count} faults are masked}}',
        counted(faults.injected),
      );
    case 'latent at end':
      return t(
        '{n, plural, one {{count} wrong value} other {{count} wrong values}} at the end, unnoticed',
        counted(faults.latent),
      );
    case 'corrected':
      return t('{who} corrected at event {event}', {
        who: replicasIn(run, id, 'recovered'),
        event: groupDigits(faults.detectedEvent + 1),
      });
    case 'detected, stopped':
    case 'crash contained':
      return t('stopped: {why}', { why: stopWords(stop, plan, id) });
    case 'hang':
      return hangText(run, id);
    case 'silent corruption':
      return t('a wrong value got out at event {event}', {
        event: groupDigits(faults.externalizedEvent + 1),
      });
    case 'RCB failure':
      return t('the reliable computing base failed');
    default:
      return assertUnreachable(outcome);
  }
}

const SHORT_STOPS: Partial<Record<AppSummary['stop'], string>> = {
  'fail-stop': msg('two states differ, fail-stop'),
  debugger: msg('kernel debugger'),
  'no-majority': msg('no majority'),
  crash: msg('a crash that nobody repairs'),
  'machine-halted': msg('another application halted the machine'),
};

function stopWords(stop: AppSummary['stop'], plan: MachinePlan, app: number): string {
  const short = SHORT_STOPS[stop];
  return short === undefined ? stopSentence(stop, appName(plan, app)) : t(short);
}

function hangText({ plan, recording }: Run, app: number): string {
  const hung = recording.incidents.find((i) => i.kind === 'hung' && i.app === app);
  if (hung === undefined) return t('hang: the group waits for ever');
  return t('hang: {who} never traps', { who: subjectName(plan, app, hung.replica) });
}

/** The replicas that incidents of a kind are about, each once. */
function replicasIn({ plan, recording }: Run, app: number, kind: 'recovered'): string {
  const found = recording.incidents.filter((i) => i.kind === kind && i.app === app);
  const names = found.map(({ replica }) => subjectName(plan, app, replica));
  return [...new Set(names)].join(', ');
}

/** How long after the first fault it was found. */
function latencyText({ clockGHz }: MachinePlan, { faults }: AppSummary): string {
  if (faults.detectedAt < 0 || faults.injectedAt < 0) return '';
  const cycles = faults.detectedAt - faults.injectedAt;
  return t(
    '{n, plural, one {found {time} µs after the fault} other {found {time} µs after the first fault}}',
    { n: faults.injected, time: formatMicroseconds(cycles, clockGHz, 1) },
  );
}

function counted(n: number): { readonly n: number; readonly count: string } {
  return { n, count: groupDigits(n) };
}
