import { msg, t } from '../../base/language.ts';
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
    title: msg('fail-stop'),
    text: msg('Two states differ and none is known to be right: Romain ends the program.'),
  },
  debugger: {
    title: msg('kernel debugger'),
    text: msg('The prototype cannot recover here: the whole machine halts.'),
  },
  'no-majority': {
    title: msg('no majority'),
    text: msg('Too few states are equal: Romain, being strict, ends the program.'),
  },
  crash: {
    title: msg('crash'),
    text: msg('Nobody can repair this exception: the program ends.'),
  },
  rcb: {
    title: msg('RCB failed'),
    text: msg('Nothing can be relied on: the whole machine halts.'),
  },
  'machine-halted': {
    title: msg('machine halted'),
    text: msg('Another application halted the machine.'),
  },
};

/** The words for an app that ended before its program did; `null` for any other. */
export function stopWords(app: Pick<AppView, 'stage' | 'stop'>): StopWords | null {
  if (app.stage !== 'stopped' || app.stop === 'none') return null;
  const { title, text } = WORDS[app.stop];
  return { title: t(title), text: t(text) };
}
