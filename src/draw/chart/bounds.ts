import { msg } from '../../base/language.ts';

/** A published limit: no bar height was ever published for this system, so these are never drawn as data. */
export interface PublishedBound {
  readonly percent: number;
  /** Number of replicas that it speaks of; `null` = all. */
  readonly redundancy: number | null;
  /** Messages. */
  readonly label: string;
  readonly source: string;
}

/** Facts 1.1 (slide 11) and EMSOFT'12. */
export const PUBLISHED_BOUNDS: readonly PublishedBound[] = [
  {
    percent: 30,
    redundancy: 3,
    label: 'TMR ≤ 30 %',
    source: msg('EMSOFT’12: overhead of triple redundancy with local handling is at most 30 %'),
  },
  {
    percent: 60,
    redundancy: null,
    label: msg('axis to 60 %'),
    source: msg('HotDep’12, slide 11: the axis ends at 60 %; heights of bars are not known'),
  },
];
