import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { CoreView } from '../../run/machine-view.ts';
import type { TileWords } from './tile-words.ts';

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
    const queue = waiting === 0 ? '' : `, ${waiting} queued`;
    return { ...words, detail: words.detail + queue, short: words.short + queue };
  }
  const name = app.redundancy === 'native' ? app.name : `R${app.cores.indexOf(core.id)}`;
  const queues = core.queued.some((thread) => thread.app === app.id);
  const title = `${name} ${queues ? 'waits for its turn' : 'is blocked'}`;
  const running = `${other.name} runs`;
  return { ...words, mode: core.mode, signalling: false, title, detail: running, short: running };
}
