import { describe, expect, it } from 'vitest';

import type { ScaleAxis, ScaleSize } from '../../../analysis/scalability/chart.ts';
import { scalabilityFindings } from '../../../analysis/scalability/findings.ts';
import { scaleHeadline } from '../../../analysis/scalability/headline.ts';
import { SCALE_MEASURE_NAMES } from '../../../analysis/scalability/measures.ts';
import { scalabilityReport } from '../../../analysis/scalability/report.ts';
import { scalabilityOf } from '../../../analysis/scalability/spec.ts';
import { createStudy } from '../../../analysis/scalability/study.ts';
import { DEFAULT_WEIGHTS } from '../../../analysis/sweep/metrics.ts';
import { assert } from '../../../base/assert.ts';
import { DEFAULT_APP, defaultScenario } from '../../../scenario/default-scenario.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { runInStep, stepUp } from './in-step.ts';
import { scaleBounds, scaleEnd, scaleLines } from './scale-picture.ts';
import { judged, scaleView } from './use-scale-view.ts';
import type { ScaleView } from './use-scale-view.ts';

const workload = { kind: 'periodic', events: 40, instructions: 20_000, trap: 'pagefault' } as const;
const scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const spec = scalabilityOf(scenario, {
  methods: ['ipc', 'polling'],
  replicas: [2, 3],
  appsPerResCore: [1, 2, 3, 4],
});
const created = createStudy(spec, new Map());
assert(created.ok, 'the study must run');
const runs = [...created.value.runs()];
const report = scalabilityReport(spec, runs);

const ask = (axis: ScaleAxis, chosen: ScaleSize | null = null) => ({
  axis,
  chosen,
  weights: DEFAULT_WEIGHTS,
});

function viewOf(axis: ScaleAxis, some = runs): ScaleView {
  const view = scaleView({ spec, report: scalabilityReport(spec, some) }, ask(axis));
  assert(view !== null, 'something has run');
  return view;
}

describe('what is shown of a study', () => {
  it('is nothing before the first application alone has run', () => {
    const nothing = { spec, report: scalabilityReport(spec, []) };
    expect(scaleView(nothing, ask('apps'))).toBeNull();
  });

  it('is along the axis asked for, or along one on which something varies', () => {
    expect(viewOf('replicas').chart.axis).toBe('replicas');
    expect(viewOf('res-cores').chart.axis).toBe('apps');
  });

  it('begins with the method of the scenario, with most replicas, nearest to the knee', () => {
    const { selected, series, chart, place } = viewOf('apps');
    expect([selected.method, selected.replicas]).toEqual([DEFAULT_APP.signalling, 3]);
    const away = series.points.map((point) => Math.abs(point.appsPerResCore - (series.knee ?? 0)));
    expect(Math.abs(selected.appsPerResCore - (series.knee ?? 0))).toBe(Math.min(...away));
    expect(chart.lines[place.line]?.points[place.index]).toBe(selected);
  });

  it('keeps what a person chose, and where it has not run, begins anew', () => {
    const chosen = { method: 'polling', replicas: 2, resCores: 1, appsPerResCore: 3 } as const;
    expect(scaleView({ spec, report }, ask('apps', chosen))?.selected).toMatchObject(chosen);
    const other = { ...chosen, appsPerResCore: 9 };
    expect(scaleView({ spec, report }, ask('apps', other))?.selected).toBe(
      scaleView({ spec, report }, ask('apps'))?.selected,
    );
  });
});

describe('the figure of a study', () => {
  const size = { width: 700, height: 320 };

  it.each(SCALE_MEASURE_NAMES)('keeps all of %s within its axis', (measure) => {
    const view = viewOf('apps');
    const end = scaleEnd(view, measure);
    const { lines } = scaleLines(view, measure, { ...size, end });
    for (const { middle } of lines) {
      for (const value of middle) expect(value ?? 0).toBeLessThanOrEqual(end);
    }
  });

  it.each(['throughput', 'utilisation', 'overhead', 'queueing'] as const)(
    'has its axis for %s before the points are there',
    (measure) => {
      const alone = created.value.layout.points.filter(
        ({ appsPerResCore }) => appsPerResCore === 1,
      );
      const first = alone.map(({ point }) => runs[point]);
      expect(scaleEnd(viewOf('apps', first), measure)).toBe(scaleEnd(viewOf('apps'), measure));
    },
  );

  it('names the bound of what is selected alone, and the knee of every line', () => {
    const view = viewOf('apps');
    const bounds = scaleBounds(view, 'throughput');
    const named = bounds.map(({ name }, line) => (name === '' ? -1 : line)).filter((i) => i >= 0);
    expect(named).toEqual([view.place.line]);
    const { knee, method } = view.series;
    expect(method).toBe('ipc');
    expect(bounds[view.place.line]?.knee).toMatchObject({
      x: knee,
      text: `Sync IPC ${Number(knee?.toPrecision(2))}`,
    });
    expect(bounds.map(({ strong }) => strong)).toEqual([false, false, true, true]);
  });
});

describe('the energy of a study', () => {
  it('is that of the report under the weights that it comes with', () => {
    expect(judged(report, DEFAULT_WEIGHTS)).toEqual(report);
  });

  it('leaves what is said of burnt cycles alone', () => {
    const lighter = judged(report, { ...DEFAULT_WEIGHTS, polling: 0.5 });
    const said = [report, lighter].map((one) => {
      const view = scaleView({ spec, report: one }, ask('apps'));
      assert(view !== null, 'something has run');
      return [
        scaleHeadline(view.chart, 'burnt'),
        ...scalabilityFindings(one).map(({ text }) => text),
      ];
    });
    expect(said[1]).toEqual(said[0]);
  });

  it('falls where cores that poll weigh less, and for no other method', () => {
    const lighter = judged(report, { ...DEFAULT_WEIGHTS, polling: 0.5 });
    for (const [i, { method, points }] of lighter.series.entries()) {
      for (const [j, { energyPerEvent, burntPerEvent }] of points.entries()) {
        const before = report.series[i]?.points[j]?.energyPerEvent ?? NaN;
        expect(before - energyPerEvent).toBeCloseTo(0.5 * burntPerEvent, 6);
        expect(energyPerEvent < before).toBe(method === 'polling');
      }
    }
  });
});

describe('equal copies in step', () => {
  const methods = ['migration', 'polling'] as const;
  const seriesOf = (own: Scenario['apps'][number]['workload']) => {
    const study = createStudy(
      scalabilityOf(
        { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload: own }] },
        { methods, replicas: [3], appsPerResCore: [1, 2, 3, 4, 5] },
      ),
      new Map(),
    );
    assert(study.ok, 'the study must run');
    return scalabilityReport(study.value.spec, [...study.value.runs()]).series;
  };

  it('show where one more brings more than the one before', () => {
    const own = { kind: 'periodic', events: 200, instructions: 60_000, trap: 'pagefault' } as const;
    expect(seriesOf(own).map(stepUp)).toEqual([4, null]);
  });

  it('are none where each copy draws gaps of its own', () => {
    const random = {
      kind: 'random',
      events: 200,
      instructions: 60_000,
      pagefaultShare: 1,
      seed: 1,
    } as const;
    expect(seriesOf(random).map(stepUp)).toEqual([null, null]);
    expect([random, workload].map((one) => runInStep({ workload: one }))).toEqual([false, true]);
  });
});
