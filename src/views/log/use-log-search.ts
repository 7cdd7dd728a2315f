import { useDeferredValue, useLayoutEffect, useMemo, useState } from 'react';

import { t } from '../../base/language.ts';
import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { LogIndex } from '../../analysis/log/log-index.ts';
import { searchRows } from '../../analysis/log/log-search.ts';
import { groupDigits } from '../../draw/format.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { INCIDENT_LABELS, incidentSentence } from '../faults/incident-words.ts';
import { useApp } from '../shell/app-context.ts';

interface Question {
  readonly index: LogIndex;
  readonly rows: Int32Array;
  readonly query: string;
  /** Position of the playhead: the search goes on from there. */
  readonly current: number;
}

/** What a search of the log has found. */
export interface LogSearchResult {
  /** Positions, in order. */
  readonly hits: Int32Array;
  /** Index in `hits` of the one that was gone to; -1 = none yet. */
  readonly at: number;
  /** Moves on to the next (1) or previous (-1) one, around the ends; its position, `null` without any. */
  readonly find: (direction: 1 | -1) => number | null;
}

/** Searches `rows`; typing does not wait for it, but going to a hit does, and the page is not idle before. */
export function useLogSearch({ index, rows, query, current }: Question): LogSearchResult {
  const { awaitPart } = useApp();
  const settled = useDeferredValue(query);
  const hits = useMemo(() => searchRows(index, rows, settled, textOf), [index, rows, settled]);
  const typing = settled !== query;
  useLayoutEffect(() => (typing ? awaitPart() : undefined), [typing, awaitPart]);
  // What was gone to is of no use among other hits.
  const [gone, setGone] = useState({ rows, query, at: -1 });
  const atOf = (asked: string): number =>
    gone.rows === rows && gone.query === asked ? gone.at : -1;
  return {
    hits,
    at: atOf(settled),
    find(direction) {
      // Enter may come right behind the last letter.
      const found = typing ? searchRows(index, rows, query, textOf) : hits;
      if (found.length === 0) return null;
      const at = atOf(query);
      const next = at === -1 ? nearest(found, current, direction) : at + direction;
      const around = (next + found.length) % found.length;
      setGone({ rows, query, at: around });
      return found[around];
    },
  };
}

/** Index of the first hit after `position`, or of the last one before. */
function nearest(hits: Int32Array, position: number, direction: 1 | -1): number {
  return direction === 1 ? upperBound(hits, position) : lowerBound(hits, position) - 1;
}

function textOf(incident: Incident, plan: MachinePlan): string {
  const { kind, event } = incident;
  const label = t(INCIDENT_LABELS[kind]);
  const number = t('event {event}', { event: groupDigits(event + 1) });
  return `${label} ${incidentSentence(incident, plan)} ${number}`;
}
