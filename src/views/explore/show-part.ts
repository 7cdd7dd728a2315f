import type { AppStore } from '../../store/app-store.ts';
import type { Explore } from '../../store/explore.ts';
import type { ExplorePart } from '../../store/explore-parts.ts';

/** Goes to a part of Explore from wherever the page is. */
export function showPart(app: AppStore, { part }: Pick<Explore, 'part'>, next: ExplorePart): void {
  part.setState({ part: next });
  if (app.store.getState().screen !== 'explore') app.setScreen('explore');
}
