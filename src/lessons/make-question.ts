import { CORE_MODES, FAULT_OUTCOMES, PARTS, SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import type { ChoiceOption, NumberQuestion, OrderQuestion, Variation } from './lesson.ts';
import { MAX_OPTIONS } from './limits.ts';
import { escapeMarks } from './marks.ts';
import type { Measure, PlainMeasure, Value } from './measure.ts';
import type { Language, LocalText } from './text.ts';
import type { Measured } from './value-text.ts';
import { valueText } from './value-text.ts';

/*
 * Options to choose from, made around what the kernel has found, so that whoever writes a lesson
 * need neither know the answer nor write it down.
 */

/** What things of the same kind differ in where they are compared. */
export const COMPARED_BY = ['methods', 'replicas'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

const METHODS: Readonly<Record<SignallingMethod, LocalText>> = {
  local: { en: 'Local handling', de: 'Lokale Bearbeitung' },
  migration: { en: 'Thread migration', de: 'Thread-Migration' },
  ipc: { en: 'Synchronous IPC', de: 'Synchrone IPC' },
  polling: { en: 'Shared-memory polling', de: 'Polling im gemeinsamen Speicher' },
};
const GROUPS = [
  [1, { en: 'One replica', de: 'Ein Replikat' }],
  [2, { en: 'Two replicas (DMR)', de: 'Zwei Replikate (DMR)' }],
  [3, { en: 'Three replicas (TMR)', de: 'Drei Replikate (TMR)' }],
] as const satisfies readonly (readonly [number, LocalText])[];

const RIGHT: LocalText = { en: 'Right.', de: 'Richtig.' };
const WRONG: LocalText = {
  en: 'The kernel says otherwise.',
  de: 'Der Simulator sagt etwas anderes.',
};

/** What is said at least to who predicted what came, and to who did not. */
export function explanations(
  languages: readonly Language[],
): Pick<NumberQuestion, 'right' | 'wrong'> {
  const [right, wrong] = [RIGHT, WRONG].map((text) =>
    inLanguages(languages, (language) => text[language] ?? ''),
  );
  return { right, wrong };
}

/** The same measure on several variations of its scene, each with its name. */
export function comparedThings(
  measure: PlainMeasure & { readonly scene: string },
  by: ComparedBy,
  languages: readonly Language[],
): OrderQuestion['items'] {
  const one = (variation: Variation, name: LocalText): OrderQuestion['items'][number] => ({
    text: inLanguages(languages, (language) => name[language] ?? ''),
    measure: { ...measure, ...variation },
  });
  if (by === 'methods') return SIGNALLING_METHODS.map((method) => one({ method }, METHODS[method]));
  return GROUPS.map(([replicas, name]) => one({ replicas }, name));
}

/** What else a measure might have been than `found`, as options of which one is right. */
export function valueOptions(
  measure: Measure,
  { value, unit }: Measured,
  { replicas, languages }: { readonly replicas: number; readonly languages: readonly Language[] },
): readonly ChoiceOption[] {
  return othersOf(measure, value, replicas).map((is) => ({
    text: inLanguages(languages, (language) => valueText({ value: is, unit }, language)),
    is,
  }));
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  outcome: FAULT_OUTCOMES,
  noticed: ['yes', 'no'],
  'gave-away': ['yes', 'no'],
  'leader-rule': ['first', 'last', 'replica-0', 'varies'],
  'core-mode': CORE_MODES,
  'replica-part': PARTS,
  locks: ['yes', 'no'],
};

/** Values among which `value` is, in an order that tells nothing. */
function othersOf(measure: Measure, value: Value, replicas: number): readonly Value[] {
  if (['leader', 'first', 'last', 'waits-longest'].includes(measure.of)) {
    return Array.from({ length: Math.max(2, replicas) }, (_, i) => i);
  }
  if (typeof value === 'number') {
    const first = Math.max(0, value - (value % 3));
    if (Number.isInteger(value)) return [first, first + 1, first + 2];
    return [round(value / 2), value, round(value * 2)];
  }
  const words = WORDS[measure.of] ?? [];
  const kept = words.filter((word) => word !== value).slice(0, MAX_OPTIONS - 2);
  const all = [...kept, value];
  return words.includes(value) ? words.filter((word) => all.includes(word)) : all;
}

/** Three ranges, in one of which `found` lies: in which one depends on `turn`, so that questions differ. */
export function rangeOptions(
  { value, unit }: Measured,
  turn: number,
  languages: readonly Language[],
): readonly ChoiceOption[] {
  const number = typeof value === 'number' ? value : 0;
  const [low, high] = cutsAround(number, turn % 3);
  const text = (at: number, language: Language): string => valueText({ value: at, unit }, language);
  const say = (en: (at: Language) => string, de: (at: Language) => string): LocalText =>
    inLanguages(languages, (language) => (language === 'de' ? de(language) : en(language)));
  return [
    {
      text: say(
        (at) => `Less than ${text(low, at)}`,
        (at) => `Weniger als ${text(low, at)}`,
      ),
      to: low,
    },
    {
      text: say(
        (at) => `From ${text(low, at)} to ${text(high, at)}`,
        (at) => `Von ${text(low, at)} bis ${text(high, at)}`,
      ),
      from: low,
      to: high,
    },
    {
      text: say(
        (at) => `${text(high, at)} or more`,
        (at) => `${text(high, at)} oder mehr`,
      ),
      from: high,
    },
  ];
}

const FACTORS = [
  [0.5, 2],
  [1.6, 4],
  [0.2, 0.6],
] as const;

/** Two round numbers, `value` on that side of them that `turn` says. */
function cutsAround(value: number, turn: number): readonly [number, number] {
  const size = Math.abs(value);
  if (size < 1e-6) return [1, 10];
  const [a, b] = FACTORS[turn] ?? FACTORS[0];
  const cuts = [round(size * a), round(size * b)] as const;
  return value > 0 ? cuts : [-cuts[1], -cuts[0]];
}

/** A slider that holds `found` but does not point at it, and how near is near enough. */
export function sliderAround({ value }: Measured): Pick<NumberQuestion, 'slider' | 'tolerance'> {
  const number = typeof value === 'number' ? value : 0;
  const size = Math.max(Math.abs(number), 1e-3);
  const most = round(size * 2.6);
  const step = Math.max(round(most / 100), 1e-6);
  const [from, to] = number < 0 ? [-most, 0] : [0, most];
  return { slider: { from, to, step }, tolerance: round(size * 0.15) };
}

/** `value` to one digit and a half: 1, 1.5, 2, 3, 4 … times a power of ten. */
function round(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  const near = digit < 2 ? Math.round(digit * 2) / 2 : Math.round(digit);
  // The product of a power of ten below 1 need not come out round.
  return Number((near * power).toPrecision(3));
}

function inLanguages(
  languages: readonly Language[],
  say: (language: Language) => string,
): LocalText {
  return Object.fromEntries(languages.map((language) => [language, escapeMarks(say(language))]));
}
