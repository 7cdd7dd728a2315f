import { useMemo } from 'react';

import {
  faultPairOf,
  isolatedScenario,
  notifiedScenario,
} from '../../../analysis/wish-list/examples.ts';
import type { FaultPair } from '../../../analysis/wish-list/examples.ts';
import { wishListReport } from '../../../analysis/wish-list/report.ts';
import type {
  IsolationRow,
  NotificationRow,
  WishListReport,
} from '../../../analysis/wish-list/report.ts';
import type { WishListSpec } from '../../../analysis/wish-list/spec.ts';
import type { StudyCell } from '../../../analysis/wish-list/first-app.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { WishSelection } from '../../../store/study-forms.ts';
import type { StudyState } from '../../../store/study.ts';

/** A study of the wishes as the page shows it. */
export interface WishView {
  readonly spec: WishListSpec;
  /** With most replicas first. */
  readonly report: WishListReport;
  readonly selected: WishSelection;
  readonly run: NotificationRow;
  /** `null` until both sides of its faults have run. */
  readonly faults: IsolationRow | null;
  /** A fault of the selected way of protection, without and with isolation. */
  readonly pair: FaultPair | null;
  /** The selected run, and its like on the other side of the wish. */
  readonly scenario: Scenario;
  readonly other: Scenario;
}

/** What is shown of `state`; `null` while nothing is done. */
export function useWishView(
  { spec, results }: StudyState<'wish-list'>,
  chosen: WishSelection | null,
): WishView | null {
  const report = useMemo(
    () => (spec === null ? null : strongestFirst(wishListReport(spec, results))),
    [spec, results],
  );
  return useMemo(
    () => (spec === null || report === null ? null : viewOf({ spec, report, results }, chosen)),
    [spec, report, results, chosen],
  );
}

function strongestFirst(report: WishListReport): WishListReport {
  const { notification, isolation } = report;
  return {
    ...report,
    notification: notification.toSorted(order),
    isolation: isolation.toSorted(order),
  };
}

interface Found {
  readonly spec: WishListSpec;
  readonly report: WishListReport;
  readonly results: StudyState<'wish-list'>['results'];
}

function viewOf({ spec, report, results }: Found, chosen: WishSelection | null): WishView | null {
  const { notification, isolation } = report;
  const first = firstRow(spec, notification);
  if (first === undefined) return null;
  const known = chosen !== null && notification.some((row) => sameCell(row, chosen));
  const cell = known ? chosen : first;
  const run = notification.find((row) => sameCell(row, cell)) ?? first;
  const faults = isolation.find((row) => sameCell(row, cell)) ?? null;
  const pair = faultPairOf(spec, results, run);
  const wish = known && chosen.wish === 'isolation' && pair !== null ? 'isolation' : 'notification';
  const granted = known ? chosen.granted : true;
  const scenarioOf = (side: boolean): Scenario =>
    wish === 'isolation' && pair !== null
      ? isolatedScenario(spec, pair, side)
      : notifiedScenario(spec, run, side);
  const { method, replicas } = run;
  return {
    spec,
    report,
    selected: { wish, method, replicas, granted },
    run,
    faults,
    pair,
    scenario: scenarioOf(granted),
    other: scenarioOf(!granted),
  };
}

function order(a: StudyCell, b: StudyCell): number {
  return b.replicas - a.replicas;
}

/** The method of the scenario with most replicas. */
function firstRow(
  { scenario }: WishListSpec,
  rows: readonly NotificationRow[],
): NotificationRow | undefined {
  const { signalling } = scenario.apps[0];
  return rows.find(({ method }) => method === signalling) ?? rows[0];
}

/** Do both mean the same way of protection? */
export function sameCell(a: StudyCell, b: StudyCell): boolean {
  return a.method === b.method && a.replicas === b.replicas;
}
