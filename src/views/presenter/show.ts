import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

import { assert } from '../../base/assert.ts';
import type { Highlight } from '../../lessons/highlight.ts';
import type { Hand } from '../../store/presenter-keys.ts';
import type { Remark } from '../../store/presenter-sheet.ts';
import type { Target } from '../share/link-of.ts';

/** One stop of what is presented, and the way on: a lesson, notes and a plain run give the same. */
export interface Show {
  /** Names the stop as long as the page lasts: what is drawn belongs to it. */
  readonly stop: string;
  /** What is presented. */
  readonly talk: string;
  readonly title: string;
  /** Which stop of how many, from 1; 0 = before the first. */
  readonly at: number;
  readonly of: number;
  /** The same in words: `step 3 of 9`. */
  readonly place: string;
  readonly caption: ReactNode;
  /** The caption as one string. */
  readonly captionText: string;
  readonly highlights: readonly Highlight[];
  /** What stands in the place of the machine; `null` = the machine does, or the chart. */
  readonly picture: ReactNode;
  /** What stands in the place of the timeline; `null` = the timeline does. */
  readonly below: ReactNode;
  /** What the lecturer alone sees, in a window of its own. */
  readonly remarks: readonly Remark[];
  /** What comes next; empty = nothing does. */
  readonly next: string;
  /** Where the QR code leads: an address of the page, or what the Lab shows. */
  readonly link: { readonly fragment: string } | { readonly target: Target };
  readonly step: (direction: 1 | -1) => void;
  readonly countHand: (hand: Hand) => void;
}

/** Gives the size in which all of it is drawn: CSS px of what is 1 px on a board of 1024 × 768. */
export const UnitContext = createContext(1);

/** The size of the board. */
export function useUnit(): number {
  const unit = useContext(UnitContext);
  assert(unit > 0, 'a board has a size');
  return unit;
}
