import { describe, expect, it } from 'vitest';

import { placesIn, spotsOf, withToggled } from './places.ts';
import type { Find } from './places.ts';
import { groupsOf, KINDS } from './things.ts';

const HOMES = [1, 2, 3];
const GROUPS = groupsOf({ cores: 12, replicas: 3 }, []);
const THINGS = GROUPS.flatMap(({ things }) => things);

/** A page in which every selector finds one element, which is the selector. */
const everything: Find<string> = (selector) => [selector];

/** A page that has only elements of these selectors. */
function only(...selectors: readonly string[]): Find<string> {
  return (selector) => (selectors.includes(selector) ? [selector] : []);
}

function thing(text: string) {
  const found = THINGS.find((one) => one.text === text);
  if (found === undefined) throw new Error(`there is no ${text}`);
  return found;
}

describe('the way from things to elements and back', () => {
  const spots = spotsOf(placesIn(THINGS, HOMES, everything));

  it.each(KINDS)('leads from every %s to an element, and from that to it', (kind) => {
    for (const { text } of THINGS.filter(({ highlight }) => highlight.kind === kind)) {
      const mine = spots.filter(({ places }) => places.some((place) => place.thing.text === text));
      expect(mine, text).toHaveLength(1);
      const [{ handle, places }] = mine;
      expect(handle).not.toEqual([]);
      expect(places.find((place) => place.thing.text === text)?.lit, text).not.toEqual([]);
    }
  });

  it('never gives two things of different kinds the same element', () => {
    const mixed = spots.filter(
      ({ places }) => new Set(places.map((place) => place.thing.highlight.kind)).size > 1,
    );
    expect(mixed).toEqual([]);
  });

  it('leads to what lights up when the step is played', () => {
    const [place] = placesIn([thing('stage:recovery')], HOMES, everything);
    expect(place).toMatchObject({
      handle: ['.pipeline .step-handle'],
      lit: ['.pipeline .handlers'],
    });
  });

  it('tells a replica from the core that it lives on', () => {
    const [core, replica] = placesIn([thing('core:2'), thing('replica:1')], HOMES, everything);
    expect(replica.handle).toEqual(['.machine [data-core="2"]']);
    expect(core.handle).not.toEqual(replica.handle);
    expect(core.lit).toEqual(replica.lit);
  });

  it('leaves out what is not in the picture, though something else would light up for it', () => {
    const page = only('.machine [data-core="5"]', '.tl', '.tl-headers', '.tl-body');
    expect(placesIn(THINGS, HOMES, page).map((place) => place.thing.text)).toEqual([
      'panel:timeline',
      'core:5',
    ]);
  });

  it('puts things together that have one element among them', () => {
    const messages = GROUPS.find(({ kind }) => kind === 'message')?.things ?? [];
    const found = spotsOf(placesIn(messages, HOMES, only('.machine .medium')));
    expect(found).toHaveLength(1);
    expect(found[0].places.map((place) => place.thing)).toEqual(messages);
  });
});

describe('pressing a thing', () => {
  it('adds it behind the others, and takes it away again', () => {
    const added = withToggled(['core:1'], 'replica:0');
    expect(added).toEqual(['core:1', 'replica:0']);
    expect(withToggled(added, 'core:1')).toEqual(['replica:0']);
  });
});
