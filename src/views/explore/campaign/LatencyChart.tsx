import { memo, useRef } from 'react';

import { t } from '../../../base/language.ts';
import type { LatencyReport } from '../../../analysis/campaign/report.ts';
import { groupDigits } from '../../../draw/format.ts';
import { useWidth } from '../../machine/use-width.ts';
import { latencyFinding, timeText } from './findings.ts';
import { latencyGeometry } from './latency-layout.ts';
import type { LatencyGeometry } from './latency-layout.ts';

/** CSS px. */
const HEIGHT = 110;
const TOP = 30;
const BOTTOM = 34;
const SIDE = 40;

interface Props {
  readonly latency: LatencyReport;
  readonly inEvents: LatencyReport;
  readonly clockGHz: number;
}

/** From injection to detection, on a log axis, with median and 95th percentile. */
export const LatencyChart = memo(function LatencyChart({ latency, inEvents, clockGHz }: Props) {
  // The figure has room at its sides that the plot must leave.
  const head = useRef<HTMLHeadingElement>(null);
  const width = useWidth(head, 480);
  const finding = latencyFinding(latency, clockGHz);
  return (
    <figure className="result latency" aria-label={t('Detection latency')}>
      <h3 ref={head}>{finding ?? t('No fault was detected, so there is no latency.')}</h3>
      {finding !== null && (
        <>
          <p className="quiet">
            {t(
              'Cycles from injection to the first mismatch or stop, log scale; counted in buckets, so figures are up to an eighth off. In externalization events: median {median}, 95th percentile {p95}.',
              { median: groupDigits(inEvents.median ?? 0), p95: groupDigits(inEvents.p95 ?? 0) },
            )}
          </p>
          <Plot latency={latency} clockGHz={clockGHz} width={Math.max(160, width - 2 * SIDE)} />
          <LatencyTable latency={latency} clockGHz={clockGHz} />
        </>
      )}
    </figure>
  );
});

interface PlotProps {
  readonly latency: LatencyReport;
  readonly clockGHz: number;
  readonly width: number;
}

function Plot({ latency, clockGHz, width }: PlotProps) {
  const geometry = latencyGeometry(latency, { width, height: HEIGHT });
  return (
    <svg width={width + 2 * SIDE} height={TOP + HEIGHT + BOTTOM} aria-hidden="true">
      <g transform={`translate(${SIDE} ${TOP})`}>
        <path d={`M0 0H${width}M0 ${HEIGHT / 2}H${width}`} stroke="var(--line)" />
        <text x={-6} y={4} textAnchor="end">
          {groupDigits(geometry.mostInBar)}
        </text>
        <text x={-6} y={HEIGHT + 4} textAnchor="end">
          0
        </text>
        {geometry.bars.map((bar) => (
          <rect
            key={bar.from}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            fill="var(--work)"
          />
        ))}
        <path d={`M0 ${HEIGHT + 0.5}H${width}`} stroke="var(--ink-3)" />
        <Ticks geometry={geometry} clockGHz={clockGHz} />
        <Marks latency={latency} geometry={geometry} width={width} />
      </g>
    </svg>
  );
}

function Ticks({
  geometry,
  clockGHz,
}: {
  readonly geometry: LatencyGeometry;
  readonly clockGHz: number;
}) {
  return geometry.ticks.map(({ x, value }) => (
    <g key={value} transform={`translate(${x} ${HEIGHT})`}>
      <path d="M0 0V4" stroke="var(--ink-3)" />
      <text y={16} textAnchor="middle">
        {groupDigits(value)}
      </text>
      <text y={29} textAnchor="middle" className="faint">
        {timeText(value, clockGHz)}
      </text>
    </g>
  ));
}

interface MarksProps {
  readonly latency: LatencyReport;
  readonly geometry: LatencyGeometry;
  readonly width: number;
}

/** About half of the longer label, CSS px. */
const HALF_LABEL = 46;

function Marks({ latency, geometry, width }: MarksProps) {
  const { median, p95 } = latency;
  if (median === null || p95 === null) return null;
  const [half, most] = [geometry.toX(median), geometry.toX(p95)];
  const near = Math.min(most, width + SIDE - HALF_LABEL) - half < 76;
  // At the edge, the label ends there, above the other one.
  const atEdge = most + (near ? 2 * HALF_LABEL : HALF_LABEL) > width + SIDE;
  const anchor = atEdge ? 'end' : near ? 'start' : 'middle';
  return (
    <g className="latency-marks">
      <path d={`M${half} -6V${HEIGHT}M${most} -6V${HEIGHT}`} />
      <text x={half - 3} y={-10} textAnchor={near && !atEdge ? 'end' : 'middle'}>
        {t('median')}
      </text>
      <text x={atEdge ? width + SIDE : most + 3} y={atEdge && near ? -22 : -10} textAnchor={anchor}>
        {t('95th percentile')}
      </text>
    </g>
  );
}

function LatencyTable({ latency, clockGHz }: Omit<PlotProps, 'width'>) {
  return (
    <details className="as-table">
      <summary>{t('As a table')}</summary>
      <table className="figures">
        <caption>{t('Detected faults by latency in cycles; model output.')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('From')}</th>
            <th scope="col">{t('Below')}</th>
            <th scope="col">{t('From, time')}</th>
            <th scope="col">{t('Faults')}</th>
          </tr>
        </thead>
        <tbody>
          {latency.buckets.map(([from, to, count]) => (
            <tr key={from}>
              <td>{groupDigits(from)}</td>
              <td>{groupDigits(to)}</td>
              <td>{timeText(from, clockGHz)}</td>
              <td>{groupDigits(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
