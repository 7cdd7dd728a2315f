import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { PlacementRule } from '../analysis/placement/study.ts';
import type { StudyCell } from '../analysis/wish-list/first-app.ts';
import { createPlacementDraft, createWishListDraft } from './study-draft.ts';
import type { StudyDraft, WishListDraft } from './study-draft.ts';
import type { StudyRunner } from './study.ts';

/** A run of the wishes: of a wish, under a way of protection, granted or not. */
export interface WishSelection extends StudyCell {
  readonly wish: 'notification' | 'isolation';
  readonly granted: boolean;
}

/** What a person has set up and chosen on the page of the wishes; kept while the Lab is shown. */
export interface WishListForm {
  readonly draft: WishListDraft;
  /** `null` = whatever the page takes to begin with. */
  readonly selected: WishSelection | null;
}

/** The page of the wishes: what runs, what is set up. */
export interface WishListStudy {
  readonly runner: StudyRunner<'wish-list'>;
  readonly form: StoreApi<WishListForm>;
}

/** A run of a placement: a way of protection by a rule. */
export interface PlacementSelection extends StudyCell {
  readonly rule: PlacementRule;
}

/** What a person has set up and chosen on the page of placements; kept while the Lab is shown. */
export interface PlacementForm {
  readonly draft: StudyDraft;
  /** `null` = whatever the page takes to begin with. */
  readonly selected: PlacementSelection | null;
}

/** The page of placements: what runs, what is set up. */
export interface PlacementStudy {
  readonly runner: StudyRunner<'placement'>;
  readonly form: StoreApi<PlacementForm>;
}

/** No study yet. */
export function createWishList(runner: StudyRunner<'wish-list'>): WishListStudy {
  return { runner, form: createStore(() => ({ draft: createWishListDraft(), selected: null })) };
}

/** No study yet. */
export function createPlacement(runner: StudyRunner<'placement'>): PlacementStudy {
  return { runner, form: createStore(() => ({ draft: createPlacementDraft(), selected: null })) };
}
