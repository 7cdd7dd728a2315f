// Rows that stand where they are told, and of which few are in the page, are not those of a table.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useLayoutEffect, useRef } from 'react';

import { lowerBound } from '../../base/binary-search.ts';
import { msg, t } from '../../base/language.ts';
import { stepOfRow } from '../../analysis/log/log-rows.ts';
import { eventAt } from '../../run/navigate.ts';
import type { Recording } from '../../run/recording.ts';
import type { HeldRun } from '../../store/held.ts';
import type { SelectedSteps } from './log-highlight.ts';
import { drawnHeight, drawnRows, reveal } from './log-scroll.ts';
import { LogRow } from './LogRow.tsx';
import type { LogEntry, Standing } from './LogRow.tsx';
import { useLogScroll } from './use-log-scroll.ts';
import type { LogScroll } from './use-log-scroll.ts';
import { useRoving } from './use-roving.ts';

/** What the grid shows. */
export interface LogList {
  readonly run: HeldRun;
  readonly rows: Int32Array;
  /** Position of the last row that has happened at the playhead; -1 before the first. */
  readonly current: number;
  readonly selected: SelectedSteps | null;
  /** Positions that the search has found. */
  readonly hits: Int32Array;
  /** Position of the one that was gone to; -1 = none. */
  readonly hit: number;
  /** A position to bring into sight; another object asks again. */
  readonly wanted: { readonly position: number } | null;
  /** Goes to a row and selects it. */
  readonly onGo: (position: number) => void;
}

const COLUMNS = [
  msg('Step'),
  msg('µs'),
  msg('Cycle'),
  msg('Core'),
  msg('What happened'),
  msg('Kind'),
];

/** The rows as a grid of which only what is seen is in the page; one Tab stop, arrows inside. */
export function LogGrid(list: LogList) {
  const { rows, current, wanted, onGo } = list;
  const scrolling = useLogScroll(rows.length, current);
  const { box, extent, following, follow, onScroll } = scrolling;
  const { active, handlers } = useRoving(rows.length, scrolling, onGo);
  useWanted(wanted, scrolling);
  return (
    <div className="log-list">
      <div
        role="grid"
        aria-label={t('Kernel steps and incidents')}
        aria-rowcount={rows.length + 1}
        aria-colcount={COLUMNS.length}
        aria-readonly="true"
        tabIndex={-1}
        className="log-grid"
        {...handlers}
      >
        <Head />
        <div role="rowgroup" className="log-scroll" ref={box} onScroll={onScroll}>
          <div className="log-height" role="presentation" style={{ height: drawnHeight(extent) }}>
            <Rows list={list} scrolling={scrolling} active={active} />
          </div>
        </div>
      </div>
      {rows.length === 0 && (
        <p className="log-none">{t('No step of this run passes these filters.')}</p>
      )}
      {!following && current >= 0 && (
        <button type="button" className="log-back" onClick={() => follow(true)}>
          {t('Back to playhead')}
        </button>
      )}
    </div>
  );
}

interface RowsProps {
  readonly list: LogList;
  readonly scrolling: LogScroll;
  readonly active: number | null;
}

/** The rows that are seen, and the one with the focus, which must not go away under it. */
function Rows({ list, scrolling: { extent, scroll }, active }: RowsProps) {
  const { run, rows, current } = list;
  const { first, end, offset } = drawnRows(extent, scroll);
  const seen = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  const away = active !== null && (active < first || active >= end) ? [active] : [];
  const stop = active ?? (seen.includes(current) ? current : (seen.at(5) ?? first));
  return [...seen, ...away].map((position) => (
    <LogRow
      key={keyOf(position, away)}
      position={position}
      entry={entryOf(run.recording, rows[position])}
      plan={run.plan}
      top={offset + position * extent.rowPx}
      standing={standingOf(list, position)}
      stop={position === stop}
      hidden={away.includes(position)}
    />
  ));
}

/** Brings a position into sight when it is asked for; the playhead is not followed from then on. */
function useWanted(wanted: LogList['wanted'], { extent, scroll, follow, moveTo }: LogScroll): void {
  const done = useRef<LogList['wanted']>(null);
  useLayoutEffect(() => {
    if (wanted === null || wanted === done.current || extent.viewPx === 0) return;
    done.current = wanted;
    const next = reveal(extent, scroll, wanted.position);
    if (next === scroll) return;
    follow(false);
    moveTo(next);
  });
}

function Head() {
  return (
    <div role="rowgroup" className="log-columns">
      <div role="row" aria-rowindex={1}>
        {COLUMNS.map((name) => (
          <span role="columnheader" key={name}>
            {t(name)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** More than the rows that are ever drawn at once. */
const SLOTS = 128;

/**
 * Rows that go give their elements to those that come, which is far cheaper than new ones. Only the
 * one with the focus keeps its own, wherever it is.
 */
function keyOf(position: number, [focused]: readonly number[]): number {
  const slot = position % SLOTS;
  const taken = focused !== undefined && focused !== position && focused % SLOTS === slot;
  return taken ? SLOTS : slot;
}

function entryOf({ events, incidents }: Recording, row: number): LogEntry {
  const incident = row < 0 ? incidents[~row] : undefined;
  if (incident !== undefined) return { kind: 'incident', incident };
  return { kind: 'step', event: eventAt(events, row) };
}

function standingOf(
  { run, rows, current, selected, hits, hit }: LogList,
  position: number,
): Standing {
  const row = stepOfRow(rows[position], run.recording.incidents) - 1;
  const within = selected !== null && row >= selected.first && row < selected.end;
  const at = lowerBound(hits, position);
  const found = at < hits.length && hits[at] === position;
  return {
    current: position === current,
    future: position > current,
    selected: within && selected.passes(Math.min(row, run.recording.events.length - 1)),
    hit: position === hit ? 'here' : found ? 'found' : 'no',
  };
}
