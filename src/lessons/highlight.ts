import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Part, SignallingMethod } from '../base/vocabulary.ts';
import { MAX_CORES, MAX_REPLICAS, PARTS, SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { SPAN_STYLES } from '../kernel/activities.ts';
import type { SpanStyle } from '../kernel/activities.ts';
import type { MessageKind } from '../kernel/events.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import { didYouMean } from '../scenario/suggest.ts';
import type { TermName } from './terms.ts';
import { TERM_NAMES } from './terms.ts';

/** A thing of the page as a lesson names it, e.g. `replica:1`, `stage:compare`, `bar:ipc-3`. */
export type HighlightText = string;

/** Panels of the Lab. */
export const PANELS = [
  'machine',
  'timeline',
  'overhead',
  'growth',
  'why',
  'log',
  'stack',
  'scenario',
  'transport',
  'locks',
] as const;
/** Parts of the picture of Romain. */
export const STAGES = [
  'slots',
  'compare',
  'system-call-proxy',
  'memory-manager',
  'device',
  'recovery',
  'resume',
] as const;

/** The same, read. */
export type Highlight =
  | { readonly kind: 'core' | 'lane' | 'replica' | 'slot'; readonly index: number }
  | { readonly kind: 'message'; readonly message: MessageKind }
  /** Time of a kind, wherever it is drawn. */
  | { readonly kind: 'span'; readonly style: SpanStyle }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'stage'; readonly stage: (typeof STAGES)[number] }
  | { readonly kind: 'panel'; readonly panel: (typeof PANELS)[number] }
  /** A bar of the overhead chart. */
  | { readonly kind: 'bar'; readonly method: SignallingMethod; readonly replicas: number }
  | { readonly kind: 'term'; readonly term: TermName };

const KINDS = [
  'core',
  'lane',
  'replica',
  'slot',
  'message',
  'span',
  'part',
  'stage',
  'panel',
  'bar',
  'term',
] as const;

/** Reads a highlight; the error says what there is instead. */
export function parseHighlight(text: HighlightText): Result<Highlight, string> {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const kind = KINDS.find((known) => known === name);
  if (kind === undefined || colon < 0) {
    return err(
      t('must be {form}, such as {example}; kinds are {kinds}{hint}', {
        form: 'kind:name',
        example: 'replica:1',
        kinds: KINDS.join(', '),
        hint: didYouMean(name, KINDS),
      }),
    );
  }
  return readNamed(kind, text.slice(colon + 1));
}

function readNamed(kind: (typeof KINDS)[number], name: string): Result<Highlight, string> {
  switch (kind) {
    case 'core':
    case 'lane':
      return readIndex(kind, name, MAX_CORES);
    case 'replica':
    case 'slot':
      return readIndex(kind, name, MAX_REPLICAS);
    case 'message':
      return readWord(name, MESSAGE_KINDS, (message) => ({ kind, message }));
    case 'span':
      return readWord(name, SPAN_STYLES, (style) => ({ kind, style }));
    case 'part':
      return readWord(name, PARTS, (part) => ({ kind, part }));
    case 'stage':
      return readWord(name, STAGES, (stage) => ({ kind, stage }));
    case 'panel':
      return readWord(name, PANELS, (panel) => ({ kind, panel }));
    case 'term':
      return readWord(name, TERM_NAMES, (term) => ({ kind, term }));
    default:
      return readBar(name);
  }
}

function readIndex(
  kind: 'core' | 'lane' | 'replica' | 'slot',
  name: string,
  count: number,
): Result<Highlight, string> {
  const index = /^\d{1,2}$/.test(name) ? Number(name) : -1;
  if (index >= 0 && index < count) return ok({ kind, index });
  return err(t('must have a number from 0 to {last} after "{kind}:"', { last: count - 1, kind }));
}

function readWord<W extends string>(
  name: string,
  words: readonly W[],
  make: (word: W) => Highlight,
): Result<Highlight, string> {
  const word = words.find((known) => known === name);
  if (word !== undefined) return ok(make(word));
  const near = didYouMean(name, words) || t('; there are {names}', { names: words.join(', ') });
  return err(t('names nothing on the page{near}', { near }));
}

function readBar(name: string): Result<Highlight, string> {
  const [, word = '', count = ''] = /^([a-z]+)-([23])$/.exec(name) ?? [];
  const method = SIGNALLING_METHODS.find((known) => known === word);
  if (method !== undefined) return ok({ kind: 'bar', method, replicas: Number(count) });
  return err(
    t('must be a method and 2 or 3 replicas, such as {example}', {
      example: `bar:${SIGNALLING_METHODS[2]}-3`,
    }),
  );
}
