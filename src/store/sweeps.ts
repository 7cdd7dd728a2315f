import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { MetricName } from '../analysis/sweep/metrics.ts';
import type { SweepTable } from '../analysis/sweep/table.ts';
import { createSweepRunner } from './sweep.ts';
import type { SweepDeps, SweepRunner } from './sweep.ts';
import { createSweepDraft } from './sweep-draft.ts';
import type { SweepDraft } from './sweep-draft.ts';

/** Longest sweep that starts by itself on the first visit, and so after a reload. */
export const QUICK_RUNS = 8000;

/** A variant at a point of the sweep on show. */
export interface SweepSelection {
  readonly point: number;
  readonly variant: number;
}

/** What a person has set up and chosen on the page of sweeps; kept while the Lab is shown. */
export interface SweepForm {
  readonly draft: SweepDraft;
  /** What lines and map are of. */
  readonly linesMetric: MetricName;
  readonly mapMetric: MetricName;
  /** Index into the groups of variants that compete on the map. */
  readonly mapGroup: number;
  /** `null` = whatever the page takes to begin with. */
  readonly selected: SweepSelection | null;
}

/** The page of sweeps: what runs, what is set up. */
export interface Sweeps {
  readonly runner: SweepRunner;
  readonly form: StoreApi<SweepForm>;
  /** Workers that suit this computer. */
  readonly workers: number;
}

/** No sweep yet. */
export function createSweeps(deps: SweepDeps, workers: number): Sweeps {
  const form = createStore<SweepForm>(() => ({
    draft: createSweepDraft(),
    linesMetric: 'overhead',
    mapMetric: 'energy',
    mapGroup: 0,
    selected: null,
  }));
  const runner = createSweepRunner(deps);
  let shown = runner.store.getState().table;
  runner.store.subscribe(({ table }) => {
    if (table !== shown) {
      form.setState({ selected: carriedOver(form.getState().selected, shown, table) });
    }
    shown = table;
  });
  return { runner, form, workers };
}

/** What is selected, in a sweep that has the same point under another number; else nothing. */
function carriedOver(
  selected: SweepSelection | null,
  from: SweepTable | null,
  to: SweepTable | null,
): SweepSelection | null {
  if (selected === null || from === null || to === null) return null;
  const [before, after] = [from, to].map(({ layout }) => JSON.stringify(layout.variants));
  if (before !== after) return null;
  const values = JSON.stringify(from.layout.points[selected.point].values);
  const same = to.donePoints.find(
    (point) => JSON.stringify(to.layout.points[point].values) === values,
  );
  return same === undefined ? null : { ...selected, point: same };
}
