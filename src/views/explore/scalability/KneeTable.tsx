import { t } from '../../../base/language.ts';
import type { ScaleSize } from '../../../analysis/scalability/chart.ts';
import type { ScalabilitySeries, ScaledPoint } from '../../../analysis/scalability/report.ts';
import { SATURATED } from '../../../analysis/scalability/report.ts';
import { groupDigits } from '../../../draw/format.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { TableBox } from '../sweep/TableBox.tsx';
import { variantWords } from '../sweep/variant-words.ts';
import { percentValue } from './scale-words.ts';
import { sameSize } from './use-scale-view.ts';
import type { ScaleView } from './use-scale-view.ts';

interface Props {
  readonly view: ScaleView;
  readonly onSelect: (selected: ScaleSize) => void;
}

/** Where a Res core is full: by the law before anything runs beside, and as simulated. */
export function KneeTable({ view, onSelect }: Props) {
  const { series } = view.study.report;
  const several = new Set(series.map(({ resCores }) => resCores)).size > 1;
  return (
    <section className="sweep-figure knees" aria-label={t('Where a Res core is full')}>
      <header className="figure-head">
        <h2>{t('Where a Res core is full')}</h2>
        <p className="quiet">
          {t(
            'Knee: by the utilisation law, from one application alone. Saturated: simulated, at work for {share} of the time. A number selects its run.',
            { share: percentValue(100 * SATURATED) },
          )}
        </p>
      </header>
      <TableBox name={t('Knees')}>
        <thead>
          <tr>
            <th scope="col">{t('method')}</th>
            {several && <th scope="col">{t('Res cores')}</th>}
            <th scope="col">{t('Res core per event')}</th>
            <th scope="col">{t('event, alone')}</th>
            <th scope="col">{t('knee')}</th>
            <th scope="col">{t('saturated from')}</th>
            <th scope="col">{t('least of the bound')}</th>
          </tr>
        </thead>
        <tbody>
          {series.map((one) => (
            <KneeRow
              key={`${one.method} ${one.replicas} ${one.resCores}`}
              one={one}
              resCores={several}
              view={view}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </TableBox>
    </section>
  );
}

interface RowProps extends Props {
  readonly one: ScalabilitySeries;
  /** Is there a column for the Res cores? */
  readonly resCores: boolean;
}

function KneeRow({ one, resCores, view, onSelect }: RowProps) {
  return (
    <tr className={one === view.series ? 'current' : undefined}>
      <th scope="row">
        <span className="row">
          <MethodPictogram method={one.method} width={22} />
          {variantWords({ method: one.method, redundancy: one.replicas })}
        </span>
      </th>
      {resCores && <td>{one.resCores}</td>}
      <td>{t('{count} cycles', { count: groupDigits(one.law.demand) })}</td>
      <td>{t('{count} cycles', { count: groupDigits(one.law.period) })}</td>
      <td>
        <b>{one.knee === null ? t('none', {}, 'knee') : kneeText(one.knee)}</b>
      </td>
      <td>
        <PointButton point={saturatedPoint(one)} view={view} onSelect={onSelect}>
          {saturatedText(one)}
        </PointButton>
      </td>
      <td>
        <PointButton point={farthest(one)} view={view} onSelect={onSelect}>
          {farthestText(one)}
        </PointButton>
      </td>
    </tr>
  );
}

interface ButtonProps extends Props {
  /** `null` = the text stands for itself. */
  readonly point: ScaledPoint | null;
  readonly children: string;
}

function PointButton({ point, view, onSelect, children }: ButtonProps) {
  if (point === null) return children;
  return (
    <button
      type="button"
      className="cell-button"
      aria-pressed={sameSize(point, view.selected)}
      onClick={() => onSelect(point)}
    >
      {children}
    </button>
  );
}

function kneeText(knee: number): string {
  return groupDigits(knee, knee < 100 ? 1 : 0);
}

function saturatedPoint({ points, saturatedFrom }: ScalabilitySeries): ScaledPoint | null {
  return points.find(({ appsPerResCore }) => appsPerResCore === saturatedFrom) ?? null;
}

function saturatedText({ points, saturatedFrom, knee }: ScalabilitySeries): string {
  if (knee === null) return '–';
  if (saturatedFrom !== null) return t('{count} applications', { count: saturatedFrom });
  const last = points.at(-1);
  return last === undefined ? '–' : t('not with {count}', { count: last.appsPerResCore });
}

/** The point that is farthest below the bound. */
function farthest({ points, knee }: ScalabilitySeries): ScaledPoint | null {
  if (points.length === 0 || knee === null) return null;
  return points.reduce((a, b) => (shareOf(b) < shareOf(a) ? b : a));
}

function farthestText(series: ScalabilitySeries): string {
  const point = farthest(series);
  if (point === null) return '–';
  const said = { share: percentValue(100 * shareOf(point)), count: point.appsPerResCore };
  return t('{share} at {count}', said);
}

function shareOf({ eventsPerSecond, mostPerSecond }: ScaledPoint): number {
  return eventsPerSecond / mostPerSecond;
}
