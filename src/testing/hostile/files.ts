import { checksumOf } from '../../analysis/blocks/block-file.ts';
import { jsonDigest } from '../../analysis/blocks/json-digest.ts';
import { isRecord } from '../../analysis/sweep/json-fields.ts';
import { readJson } from '../../base/json.ts';
import type { RngState } from '../../base/rng.ts';
import { createRng } from '../../base/rng.ts';
import type { OriginalFile } from './originals.ts';
import { originalFiles } from './originals.ts';
import { below, HOSTILE_KEYS, HOSTILE_TEXTS, hostileJson, nested, oneOf } from './values.ts';

/**
 * `count` files that nobody should trust, made of those of every kind whose name has `only` in it; the
 * same for the same seed.
 */
export function hostileFiles(count: number, seed: number, only = /^/u): readonly OriginalFile[] {
  const rng = createRng(seed);
  const originals = originalFiles().filter(({ name }) => only.test(name));
  return Array.from({ length: count }, (_, i) => {
    const { name, text } = originals[i % originals.length];
    const odd = below(rng, 6) === 0 ? oneOf(rng, HOSTILE_TEXTS).slice(0, 60) : '';
    const changed = hostileText(rng, text);
    const trusted = name.endsWith('.ndjson') && below(rng, 2) === 0;
    return { name: odd + name, text: trusted ? withSums(changed) : changed };
  });
}

/** Lines of results under checksums that are right again, as somebody who means harm would write them. */
function withSums(text: string): string {
  let runs: string[] = [];
  const lines = text.split('\n').map((line) => {
    const json = readJson(line);
    if (!json.ok || !isRecord(json.value)) return line;
    const { spec, block } = json.value;
    if (isRecord(spec)) return JSON.stringify({ ...json.value, digest: jsonDigest(spec) });
    if ('run' in json.value) runs.push(line);
    if (typeof block !== 'number') return line;
    const checksum = checksumOf(block, runs);
    runs = [];
    return JSON.stringify({ ...json.value, checksum });
  });
  return lines.join('\n');
}

function hostileText(rng: RngState, text: string): string {
  switch (below(rng, 8)) {
    case 0:
      return text.slice(0, below(rng, text.length));
    case 1:
      return flipped(rng, text);
    case 2:
    case 3:
    case 4:
      return withValue(rng, text);
    case 5:
      return withKey(rng, text);
    case 6:
      return spliced(rng, text);
    default:
      return alone(rng, text);
  }
}

function flipped(rng: RngState, text: string): string {
  const characters = Array.from(text);
  for (let flips = 1 + below(rng, 8); flips > 0; flips--) {
    const at = below(rng, characters.length);
    const code = characters[at]?.codePointAt(0) ?? 32;
    characters[at] = String.fromCodePoint(code ^ (1 << below(rng, 7)));
  }
  return characters.join('');
}

/** JSON values, wherever they stand: what comes after a colon, or in a list. */
const VALUE =
  /(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false|null|\[\]|\{\})(?=\s*[,\]}])/gu;

/** One value is another, up to what the file as a whole means. */
function withValue(rng: RngState, text: string): string {
  const places = [...text.matchAll(VALUE)];
  if (places.length === 0) return text + hostileJson(rng);
  const place = oneOf(rng, places);
  return replaced(text, place.index, place[0].length, hostileJson(rng));
}

/** One field has another name, or there is one more. */
function withKey(rng: RngState, text: string): string {
  const places = [...text.matchAll(/"[\w-]+"(?=\s*:)/gu)];
  if (places.length === 0) return `${JSON.stringify(oneOf(rng, HOSTILE_KEYS))}\n${text}`;
  const place = oneOf(rng, places);
  const key = JSON.stringify(oneOf(rng, HOSTILE_KEYS));
  if (below(rng, 2) === 0) return replaced(text, place.index, place[0].length, key);
  return replaced(text, place.index, 0, `${key}:${hostileJson(rng)},`);
}

/** A stretch twice, or something that does not belong there. */
function spliced(rng: RngState, text: string): string {
  const at = below(rng, text.length);
  const stretch = text.slice(at, at + below(rng, 2000));
  return replaced(text, at, 0, oneOf(rng, [stretch, nested(rng), '\n', '\u0000', '}\n{', '"']));
}

/** Little of the file is left. */
function alone(rng: RngState, text: string): string {
  const head = text.slice(0, below(rng, 120));
  return oneOf(rng, [
    hostileJson(rng),
    head + hostileJson(rng),
    `\uFEFF${text}`,
    `${text}\n${text}`,
    oneOf(rng, HOSTILE_TEXTS),
    head + '\u0000'.repeat(50_000),
    `${head}\n`.repeat(2000),
  ]);
}

function replaced(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}
