import { useMemo } from 'react';

import { t } from '../../../base/language.ts';
import type { MetricName } from '../../../analysis/sweep/metrics.ts';
import { roundedDigits } from '../../../base/digits.ts';
import { groupDigits } from '../../../draw/format.ts';
import { METRICS } from '../../../analysis/sweep/metrics.ts';
import type { RunName } from '../../../analysis/sweep/points.ts';
import { scenarioOfRun } from '../../../analysis/sweep/points.ts';
import type { SweepVariant } from '../../../analysis/sweep/spec.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { RunLinks } from '../RunLinks.tsx';
import { useRunLink } from '../use-run-link.ts';
import { aboutText, metricText } from './metric-words.ts';
import type { SweepView } from './use-view.ts';
import { methodWords, variantWords } from './variant-words.ts';

interface Props {
  readonly view: SweepView;
  readonly metric: MetricName;
  /** Link to the run, without `#`; `null` = being written. */
  readonly fragment: string | null;
}

/** The run behind the selected point: what it is, what it gives, and where it can be looked at. */
export function SelectedRun({ view, metric, fragment }: Props) {
  const { table, selected, x, y } = view;
  const variant = table.layout.variants[selected.variant];
  const { at } = table.layout.points[selected.point];
  const axes = y === null ? [x] : [x, y];
  const run = runOf(view, metric);
  const value = table.valuesOf(run.point, run.variant, table.measureOf(metric))[run.seed] ?? null;
  return (
    <section className="sweep-figure selected-run" aria-label={t('Selected run')}>
      <h2>{t('Selected run')}</h2>
      <dl id="selected-run" className="run-facts" aria-live="polite">
        <div>
          <dt>{t('Method')}</dt>
          <dd>
            {variant.redundancy !== 'native' && (
              <MethodPictogram method={variant.method} width={26} />
            )}
            <span>{variantWords(variant)}</span>
          </dd>
        </div>
        {axes.map((axis, i) => (
          <div key={axis.parameter}>
            <dt>{axis.name}</dt>
            <dd className="num">{axis.words(axis.values[axis.order.indexOf(at[i])])}</dd>
          </div>
        ))}
        <div>
          <dt>{metric === 'overhead' ? t('Extra run time') : t(METRICS[metric].title)}</dt>
          <dd className="num">
            {value === null ? withoutValue(view, metric) : metricText(metric, value)}
          </dd>
        </div>
        <Band view={view} metric={metric} />
        <Ipis view={view} seed={run.seed} />
        <ClosedForm view={view} metric={metric} />
      </dl>
      <RunLinks fragment={fragment}>
        <CompareButton view={view} metric={metric} />
      </RunLinks>
    </section>
  );
}

/** What there is to say of a run that has no value. */
function withoutValue({ table, selected }: SweepView, metric: MetricName): string {
  const { point, variant } = selected;
  if (table.has(point)) return t('ended early');
  const value = table.previewOf(point, variant, table.measureOf(metric));
  return value === null ? t('not simulated yet') : aboutText(metric, value);
}

function Band({ view, metric }: { readonly view: SweepView; readonly metric: MetricName }) {
  const { table, selected } = view;
  const band = table.bandOf(selected.point, selected.variant, table.measureOf(metric));
  if (band === null || table.layout.spec.seeds.length < 2) return null;
  const [low, high] = [metricText(metric, band.min), metricText(metric, band.max)];
  return (
    <div>
      <dt>{t('Range of {count} seeds', { count: table.layout.spec.seeds.length })}</dt>
      <dd className="num">
        {band.cut === 0
          ? t('{low} to {high}', { low, high })
          : t('{low} to {high}, {cut} ended early', { low, high, cut: band.cut })}
      </dd>
    </div>
  );
}

function Ipis({ view, seed }: { readonly view: SweepView; readonly seed: number }) {
  const { table, selected } = view;
  const ipis =
    table.valuesOf(selected.point, selected.variant, table.measureOf('ipis'))[seed] ?? null;
  return (
    <div>
      <dt>{t('IPIs per event')}</dt>
      <dd className="num">{ipis === null ? '–' : roundedDigits(Number(ipis.toFixed(2)), 6)}</dd>
    </div>
  );
}

/** What the sum over one event gives, and how far it is from the runs; nothing where it does not hold. */
function ClosedForm({ view, metric }: { readonly view: SweepView; readonly metric: MetricName }) {
  const { table, selected } = view;
  const { point, variant } = selected;
  const value = table.previewOf(point, variant, table.measureOf(metric));
  const median = table.bandOf(point, variant, table.measureOf(metric))?.median ?? null;
  if (value === null || median === null) return null;
  const off = median === 0 ? 0 : (100 * (value - median)) / Math.abs(median);
  const said = { value: metricText(metric, value), percent: groupDigits(Math.abs(off), 1) };
  return (
    <div>
      <dt>{t('Closed form')}</dt>
      <dd className="num">
        {off < 0
          ? t('{value}, {percent}\u202F% below', said)
          : t('{value}, {percent}\u202F% above', said)}
      </dd>
    </div>
  );
}

/** The run of the selected point whose value is the median of the seeds, or next to it. */
function runOf({ table, selected }: SweepView, metric: MetricName): RunName {
  const { point, variant } = selected;
  const values = table.valuesOf(point, variant, table.measureOf(metric));
  const median = table.bandOf(point, variant, table.measureOf(metric))?.median ?? 0;
  let [seed, least] = [0, Infinity];
  values.forEach((value, i) => {
    const away = value === null ? Infinity : Math.abs(value - median);
    if (away < least) [seed, least] = [i, away];
  });
  return { point, variant, seed };
}

/** The scenario of the selected run, and the link to it. */
export function useSelectedRun(view: SweepView | null, metric: MetricName) {
  const scenario = useMemo(
    () => (view === null ? null : scenarioOfRun(view.table.layout, runOf(view, metric))),
    [view, metric],
  );
  return { scenario, fragment: useRunLink(scenario) };
}

function CompareButton({ view, metric }: Omit<Props, 'fragment'>) {
  const app = useApp();
  const rival = rivalOf(view, metric);
  if (rival === null) return null;
  const compare = (): void => {
    const { layout } = view.table;
    const run = runOf(view, metric);
    app.edits.load(scenarioOfRun(layout, run));
    const other = scenarioOfRun(layout, { ...run, variant: rival.index });
    app.comparisons.compareAs(variantWords(rival), other);
    app.setScreen('lab');
  };
  return (
    <button type="button" className="text-button" onClick={compare}>
      <Icon name="compare" size={16} />{' '}
      {t('Compare with {method}', { method: methodWords(rival.method) })}
    </button>
  );
}

/** The best of the other methods with as many replicas; `null` = there is none. */
function rivalOf({ table, selected }: SweepView, metric: MetricName): SweepVariant | null {
  const { variants } = table.layout;
  const own = variants[selected.variant];
  const { better } = METRICS[metric];
  const others = variants.flatMap((variant) => {
    const band = table.bandOf(selected.point, variant.index, table.measureOf(metric));
    const rival = variant.index !== own.index && variant.redundancy === own.redundancy;
    return band === null || !rival ? [] : [{ variant, value: band.median }];
  });
  const sorted = others.toSorted((a, b) => (better === 'lower' ? 1 : -1) * (a.value - b.value));
  return sorted[0]?.variant ?? null;
}
