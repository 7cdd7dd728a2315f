import { msg } from '../../../base/language.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { AppStore } from '../../../store/app-store.ts';
import { doneWords } from './move-words.ts';
import type { Way } from './move-words.ts';
import { dropOn, homesOf, placementsFor, residentsOf } from './moves.ts';
import type { Cores, Drop, Mover } from './moves.ts';

/** Why nothing can be lifted; a message. */
export const NOBODY_PLACED = msg(
  'Replicas cannot be moved while the scenario cannot run: what is wrong with it stands above.',
);

/** Puts `mover` down on `core` as an edit of the scenario, and says what has become of it. */
export function doMove(
  { store, edits, say }: Pick<AppStore, 'store' | 'edits' | 'say'>,
  mover: Mover,
  { core, way }: { readonly core: number; readonly way: Way },
): void {
  const { scenario } = store.getState();
  const cores = homesOf(scenario);
  if (cores === null) return;
  const drop = dropOn(scenario, cores, mover, core);
  const next = homesAfter(drop, way);
  if (next === null) return;
  const placements = placementsFor(scenario, next);
  edits.edit((draft) => {
    // A title may name the cores.
    draft.title = '';
    draft.apps.forEach((app, i) => {
      const placement = placements[i];
      if (placement !== undefined && placement !== scenario.apps[i]?.placement) {
        app.placement = typeof placement === 'string' ? placement : [...placement];
      }
    });
  });
  say(doneWords(scenario, mover, { core, drop, way }));
}

/** Who lives where once `drop` is done; `null` where it does nothing. */
function homesAfter(drop: Drop, way: Way): Cores | null {
  if (drop.kind === 'free') return drop.cores;
  if (drop.kind !== 'taken') return null;
  return way === 'share' ? drop.shared : drop.swapped;
}

/** What a drop with or without the Alt key does. */
export function wayOf(drop: Drop, share: boolean): Way {
  if (drop.kind !== 'taken') return 'move';
  return drop.shared !== null && (share || drop.swapped === null) ? 'share' : 'swap';
}

/** Who is lifted from `core`, if anybody. */
export function liftedFrom(scenario: Scenario, core: number, shown: number): Mover | null {
  const cores = homesOf(scenario);
  return cores === null ? null : (residentsOf(cores, core, shown)[0] ?? null);
}
