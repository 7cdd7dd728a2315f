/*
 * Figures of others that lessons quote. They are data with a source, so that no text of a lesson has
 * a figure typed into it: what is not here is computed by the kernel.
 */

/** A published figure. */
export interface Published {
  readonly value: number;
  readonly unit: 'percent' | 'count' | 'gigahertz' | 'bytes' | 'year';
  /** Where it is printed, for the foot of a page. */
  readonly source: string;
}

const EMSOFT_12 = "EMSOFT'12 (Döbel, Härtig, Engel), abstract";
const EMSOFT_14 = "EMSOFT'14 (Döbel, Härtig), abstract";
const TALK = "HotDep'12 (Döbel, Härtig), slides";
const THESIS = 'Döbel, dissertation, TU Dresden 2014, abstract';

/** By name; lessons refer to them with `{ "of": "published", "fact": name }`. */
export const PUBLISHED = {
  'emsoft12-tmr-most': { value: 30, unit: 'percent', source: EMSOFT_12 },
  'emsoft12-tmr-often': { value: 5, unit: 'percent', source: EMSOFT_12 },
  'emsoft14-two-threads': { value: 24, unit: 'percent', source: EMSOFT_14 },
  'emsoft14-four-threads': { value: 65, unit: 'percent', source: EMSOFT_14 },
  'thesis-tmr-most': { value: 14, unit: 'percent', source: THESIS },
  'thesis-corrected-least': { value: 99.6, unit: 'percent', source: THESIS },
  'talk-axis': { value: 60, unit: 'percent', source: `${TALK}, slide 11: end of the axis` },
  'talk-cores': { value: 12, unit: 'count', source: `${TALK}, slide 10` },
  'talk-clock': { value: 2.6, unit: 'gigahertz', source: `${TALK}, slide 10` },
  'scc-cores': { value: 48, unit: 'count', source: 'Intel SCC, RWTH LfBS page' },
} as const satisfies Readonly<Record<string, Published>>;

/** Name of a published figure. */
export type FactName = keyof typeof PUBLISHED;

/** All of them. */
export const FACT_NAMES = Object.keys(PUBLISHED) as readonly FactName[];
