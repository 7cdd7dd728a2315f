import { deflateSync, strToU8 } from 'fflate';

import type { RngState } from '../../base/rng.ts';
import { createRng, nextUint32 } from '../../base/rng.ts';
import { encodeLesson } from '../../lessons/link.ts';
import { seal, unseal } from '../../scenario/codec/envelope.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { encodeLink } from '../../scenario/link.ts';
import { PRESETS } from '../../scenario/presets.ts';
import { SMALL_LESSON } from '../arbitrary-lesson.ts';
import { below, HOSTILE_TEXTS, hostileJson, oneOf } from './values.ts';

/** Characters of a fragment, and some that are none. */
const CHARACTERS = Array.from('AZaz09-_.~%#?&=<>"\'\\/ \u0000\u202E\uD800é');

/** `count` fragments, without `#`, that nobody should trust; the same for the same seed. */
export function hostileLinks(count: number, seed: number): readonly string[] {
  const rng = createRng(seed);
  const whole = wholeLinks();
  return Array.from({ length: count }, () => hostileLink(rng, whole));
}

/** Links that are as they should be. */
function wholeLinks(): readonly string[] {
  const plain = { view: {}, notes: [] };
  const runs = [defaultScenario(), ...PRESETS.slice(0, 6).map(({ scenario }) => scenario)];
  const notes = [{ time: 5, step: 1, text: 'a note', bookmark: 3 }];
  const view = { time: 4000, step: 20, window: [0, 9000] as [number, number] };
  return [
    ...runs.map((scenario) => encodeLink({ scenario, ...plain })),
    encodeLink({ scenario: defaultScenario(), view, notes }),
    encodeLesson(SMALL_LESSON).fragment,
  ];
}

function hostileLink(rng: RngState, whole: readonly string[]): string {
  const link = oneOf(rng, whole);
  switch (below(rng, 10)) {
    case 0:
      return changed(rng, link);
    case 1:
      return link.slice(0, below(rng, link.length));
    case 2:
      return link + oneOf(rng, [link, '.', 'A', '#x', ' '.repeat(9), '%00']);
    case 3:
      return resealed(rng, link);
    case 4:
      return seal(prefixOf(rng, link), randomBytes(rng, below(rng, 200)));
    case 5:
      return seal(prefixOf(rng, link), deflateSync(randomBytes(rng, below(rng, 200))));
    case 6:
      return seal('l1.', deflateSync(strToU8(hostileJson(rng))));
    case 7:
      return talking(rng);
    case 8:
      return below(rng, 25) === 0 ? bomb(rng, link) : otherVersion(rng, link);
    default:
      return stray(rng);
  }
}

function prefixOf(rng: RngState, link: string): string {
  return below(rng, 4) === 0 ? oneOf(rng, ['w1.', 'w2.', 'w3.', 'l1.']) : link.slice(0, 3);
}

function changed(rng: RngState, link: string): string {
  const at = below(rng, link.length);
  return link.slice(0, at) + oneOf(rng, CHARACTERS) + link.slice(at + 1);
}

/** The bytes of a link with bits flipped, under a checksum that is right again. */
function resealed(rng: RngState, link: string): string {
  const bytes = unseal(link.slice(0, 3), link.slice(3)) ?? new Uint8Array();
  for (let flips = 1 + below(rng, 4); flips > 0 && bytes.length > 0; flips--) {
    bytes[below(rng, bytes.length)] ^= 1 << below(rng, 8);
  }
  return seal(link.slice(0, 3), bytes);
}

function randomBytes(rng: RngState, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => nextUint32(rng) & 255);
}

/** A whole link whose texts are not what they seem. */
function talking(rng: RngState): string {
  // Longer than a title may be, at times.
  const title = oneOf(rng, HOSTILE_TEXTS).slice(0, 210);
  const text = oneOf(rng, HOSTILE_TEXTS).slice(0, 400);
  const explore = below(rng, 2) === 0 ? hostileJson(rng).slice(0, 1000) : text;
  return encodeLink({
    scenario: { ...defaultScenario(), title },
    view: below(rng, 2) === 0 ? { screen: 'explore', explore } : { time: 1e15, step: 1e15 },
    notes: [{ time: below(rng, 2) * 9e15, step: 0, text, bookmark: null }],
  });
}

/** A few kilobytes that would unpack to megabytes. */
function bomb(rng: RngState, link: string): string {
  const filler = oneOf(rng, [0, 32, 91, 255]);
  return seal(link.slice(0, 3), deflateSync(new Uint8Array(4_000_000).fill(filler), { level: 9 }));
}

function otherVersion(rng: RngState, link: string): string {
  const version = oneOf(rng, ['0', '4', '9', '99', '999999', '1000000', '-1', '1e3', '03', '']);
  const prefix = `${link[0] ?? 'w'}${version}.`;
  const bytes = unseal(link.slice(0, 3), link.slice(3)) ?? new Uint8Array();
  return below(rng, 2) === 0 ? seal(prefix, bytes) : prefix + link.slice(3);
}

/** What was never a link of Watchmen. */
function stray(rng: RngState): string {
  const text = oneOf(rng, HOSTILE_TEXTS);
  return oneOf(rng, [
    text,
    encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '')),
    `lesson=${text}`,
    `lesson=${text}/9999999999`,
    `learn/${text}`,
    `w3.${text}`,
    `w${text}`,
    `l${text}`,
    `explore=${text}`,
    `#${text}`,
    `?${text}`,
  ]);
}
