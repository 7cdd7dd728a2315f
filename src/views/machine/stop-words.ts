import type { StopReason } from '../../kernel/faults/incidents.ts';
import type { AppView } from '../../run/machine-view.ts';

/** What stands where an app was stopped. */
export interface StopWords {
  /** A word or two for headers. */
  readonly title: string;
  /** What happened and what follows, one or two short sentences. */
  readonly text: string;
}

const WORDS: Readonly<Record<Exclude<StopReason, 'none'>, StopWords>> = {
  'fail-stop': {
    title: 'fail-stop',
    text: 'Two states differ and none is known to be right: Romain ends the program.',
  },
  debugger: {
    title: 'kernel debugger',
    text: 'The prototype cannot recover here: the whole machine halts.',
  },
  'no-majority': {
    title: 'no majority',
    text: 'Too few states are equal: Romain, being strict, ends the program.',
  },
  crash: {
    title: 'crash',
    text: 'Nobody can repair this exception: the program ends.',
  },
  rcb: { title: 'RCB failed', text: 'Nothing can be relied on: the whole machine halts.' },
  'machine-halted': { title: 'machine halted', text: 'Another application halted the machine.' },
};

/** The words for an app that ended before its program did; `null` for any other. */
export function stopWords(app: Pick<AppView, 'stage' | 'stop'>): StopWords | null {
  return app.stage !== 'stopped' || app.stop === 'none' ? null : WORDS[app.stop];
}
