import { t } from '../../base/language.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { CoreView } from '../../run/machine-view.ts';
import type { TileWords } from './tile-words.ts';
import { modeWord } from './words.ts';

/** The tile of a replica of `app` on a core that other applications share: whose turn it is. */
export function turnWords(
  words: TileWords,
  core: CoreView,
  app: AppPlan,
  plan: MachinePlan,
): TileWords {
  if (!(plan.shared[core.id] ?? false) || words.away || core.broken === 'stopped') return words;
  const other = core.app >= 0 && core.app !== app.id ? plan.apps[core.app] : undefined;
  const waiting = core.queued.filter((thread) => thread.app !== app.id).length;
  if (other === undefined) {
    if (waiting === 0) return words;
    const queued = (text: string): string => t('{text}, {n} queued', { text, n: waiting });
    return { ...words, detail: queued(words.detail), short: queued(words.short) };
  }
  const name = app.redundancy === 'native' ? app.name : `R${app.cores.indexOf(core.id)}`;
  const queues = core.queued.some((thread) => thread.app === app.id);
  const title = queues
    ? t('{name} waits for its turn', { name })
    : t('{name} is blocked', { name });
  const running = t('{name} runs', { name: other.name });
  return {
    ...words,
    mode: modeWord(core.mode),
    signalling: false,
    title,
    detail: running,
    short: running,
  };
}
