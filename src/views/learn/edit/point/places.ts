import type { Highlight, HighlightText } from '../../../../lessons/highlight.ts';
import { selectorsOf } from '../../spotlight.ts';
import type { Thing } from './things.ts';

/** Where something is pressed to point at it, and what then lights up. */
export interface Place<E> {
  readonly thing: Thing;
  /** Where it is pressed. */
  readonly handle: readonly E[];
  /** What lights up when the step is played. */
  readonly lit: readonly E[];
}

/** Things whose handles are the same elements, so that each can only have a part of it. */
export interface Spot<E> {
  readonly handle: readonly E[];
  readonly places: readonly Place<E>[];
}

/** Elements of the picture by a CSS selector. */
export type Find<E> = (selector: string) => readonly E[];

/**
 * CSS selectors of what is pressed to point at `highlight`, best first. Only what stands for nothing
 * else: a core in the tile of its replica is pressed at its number, a region full of others at its title.
 */
function handlesOf(highlight: Highlight, homes: readonly number[]): readonly string[] {
  const [lit] = selectorsOf(highlight, homes);
  switch (highlight.kind) {
    case 'core':
      return [`${lit} .core-id:not(.romain-id)`, lit];
    case 'stage':
      return highlight.stage === 'slots'
        ? ['.pipeline .step-slots']
        : highlight.stage === 'recovery'
          ? ['.pipeline .step-handle']
          : [lit];
    case 'part':
      return [`.event-cost [data-part="${highlight.part}"]`];
    case 'bar':
      return [`.live-bars [data-bar="${highlight.method}-${highlight.replicas}"]`];
    case 'message':
      return selectorsOf(highlight, homes);
    case 'lane':
    case 'panel':
    case 'replica':
    case 'slot':
    case 'span':
    case 'term':
      return [lit];
    default:
      return highlight satisfies never;
  }
}

/** Where each of `things` is in the picture; those that are not are left out. */
export function placesIn<E>(
  things: readonly Thing[],
  homes: readonly number[],
  find: Find<E>,
): readonly Place<E>[] {
  return things.flatMap((thing) => {
    const handle = firstFound(handlesOf(thing.highlight, homes), find);
    if (handle.length === 0) return [];
    return [{ thing, handle, lit: firstFound(selectorsOf(thing.highlight, homes), find) }];
  });
}

/** `places` by what is pressed. */
export function spotsOf<E>(places: readonly Place<E>[]): readonly Spot<E>[] {
  const spots = new Map<E, { handle: readonly E[]; places: Place<E>[] }>();
  for (const place of places) {
    const [first] = place.handle;
    const known = spots.get(first);
    if (known === undefined) spots.set(first, { handle: place.handle, places: [place] });
    else known.places.push(place);
  }
  return [...spots.values()];
}

/** What pressing one of them makes of the chosen ones. */
export function withToggled(
  chosen: readonly HighlightText[],
  text: HighlightText,
): readonly HighlightText[] {
  return chosen.includes(text) ? chosen.filter((one) => one !== text) : [...chosen, text];
}

function firstFound<E>(selectors: readonly string[], find: Find<E>): readonly E[] {
  for (const selector of selectors) {
    const found = find(selector);
    if (found.length > 0) return found;
  }
  return [];
}
