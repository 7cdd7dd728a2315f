import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { equalData } from '../../../../base/equal.ts';
import { MESSAGE_KINDS } from '../../../../kernel/events.ts';
import { useHeldRun } from '../../../shell/app-context.ts';
import { around, inReadingOrder, pressable, within } from './boxes.ts';
import type { Box } from './boxes.ts';
import { placesIn, spotsOf } from './places.ts';
import type { Place } from './places.ts';
import type { Group, Thing } from './things.ts';

/** A thing that can be pressed, as it lies in the picture. */
export interface ShownThing extends Thing {
  /** What lights up when the step is played. */
  readonly lit: Box | null;
}

/** Things that are pressed in one place. */
export interface ShownSpot {
  readonly box: Box;
  /** Where the same can be pressed, too: messages of a kind are on several wires. */
  readonly others: readonly Box[];
  readonly things: readonly ShownThing[];
}

interface Found {
  /** The element that holds the picture. */
  readonly picture: RefObject<HTMLDivElement | null>;
  readonly spots: readonly ShownSpot[];
  /** Where the lanes of the timeline are drawn; `null` = they are not. */
  readonly lanes: Box | null;
  /** What cannot be pressed now. */
  readonly absent: readonly Group[];
}

type Measured = Pick<Found, 'spots' | 'lanes'>;

const NOTHING: Measured = { spots: [], lanes: null };
const NO_CORES: readonly number[] = [];

/** Finds `groups` in the picture, anew whenever it changes. */
export function usePlaces(groups: readonly Group[]): Found {
  const run = useHeldRun();
  const picture = useRef<HTMLDivElement>(null);
  const [{ spots, lanes }, setFound] = useState<Measured>(NOTHING);
  const homes = run?.plan.apps[0]?.cores ?? NO_CORES;
  const sent = useMemo(
    () => new Set([...(run?.recording.messages.kind ?? [])].map((kind) => MESSAGE_KINDS[kind])),
    [run],
  );
  const key = groups.flatMap(({ things }) => things.map(({ text }) => text)).join(' ');
  useEffect(() => {
    const page = picture.current;
    if (page === null) return undefined;
    const things = groups
      .flatMap((group) => group.things)
      // What is never sent would only fill the wires with names.
      .filter(({ highlight }) => highlight.kind !== 'message' || sent.has(highlight.message));
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      const found = measured(page, things, homes);
      setFound((before) => (equalData(before, found) ? before : found));
    };
    const later = (): void => void (frame ||= requestAnimationFrame(measure));
    const changes = new MutationObserver(later);
    changes.observe(page, { childList: true, subtree: true, attributes: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(page);
    later();
    return () => {
      changes.disconnect();
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, homes, sent]);
  const there = new Set(spots.flatMap(({ things }) => things.map(({ text }) => text)));
  const absent = groups.map(({ kind, things }) => ({
    kind,
    things: things.filter(({ text }) => !there.has(text)),
  }));
  return { picture, spots, lanes, absent };
}

function measured(page: Element, things: readonly Thing[], homes: readonly number[]): Measured {
  const origin = page.getBoundingClientRect();
  const boxOf = (elements: readonly Element[]): Box | null =>
    around(elements.flatMap((one) => visible(one, page) ?? []).map((box) => from(box, origin)));
  const places = placesIn(things, homes, (selector) => [...page.querySelectorAll(selector)]);
  const spots = spotsOf(places).flatMap(({ handle, places: mine }) => {
    const apart = mine.every(({ thing }) => thing.highlight.kind === 'message');
    const handles = apart ? handle.map((one) => [one]) : [handle];
    const [box, ...others] = handles.flatMap((one) => boxOf(one) ?? []).map(pressed);
    if (box === undefined) return [];
    return [{ box, others, things: mine.map((place) => shown(place, boxOf)) }];
  });
  const lanes = boxOf([...page.querySelectorAll('.tl-body .tl-canvas')]);
  return { spots: inReadingOrder(spots), lanes: lanes && rounded(lanes) };
}

function shown(
  { thing, lit }: Place<Element>,
  boxOf: (elements: readonly Element[]) => Box | null,
): ShownThing {
  const box = boxOf(lit);
  return { ...thing, lit: box && rounded(box) };
}

/** What of an element is in sight where what holds it scrolls by itself. */
function visible(element: Element, page: Element): Box | null {
  const scroller = element.closest('[data-scrolls]');
  const box = element.getBoundingClientRect();
  return scroller === null || scroller === element || !page.contains(scroller)
    ? box
    : within(box, scroller.getBoundingClientRect());
}

function from({ left, top, width, height }: Box, origin: Box): Box {
  return { left: left - origin.left, top: top - origin.top, width, height };
}

function pressed(box: Box): Box {
  return rounded(pressable(box));
}

function rounded({ left, top, width, height }: Box): Box {
  const [x, y] = [Math.round(left), Math.round(top)];
  return {
    left: x,
    top: y,
    width: Math.round(left + width) - x,
    height: Math.round(top + height) - y,
  };
}
