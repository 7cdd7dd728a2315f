import { describe, expect, it } from 'vitest';

import { assert } from '../../base/assert.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { ScaleAxis, ScaleSize, StudyFigures } from './chart.ts';
import { boundAt, boundOf, scaleChart } from './chart.ts';
import { coresHeadline, scaleHeadline } from './headline.ts';
import type { ScaleMeasureName } from './measures.ts';
import { SCALE_MEASURE_NAMES, SCALE_MEASURES } from './measures.ts';
import { scalabilityReport } from './report.ts';
import { scalabilityOf } from './spec.ts';
import { createStudy } from './study.ts';

const workload = { kind: 'periodic', events: 60, instructions: 20_000, trap: 'pagefault' } as const;
const costs = { preset: 'fast-ipi', overrides: { idle_wake: 0 } } as const;
const scenario = { ...defaultScenario(), costs, apps: [{ ...DEFAULT_APP, workload }] };
const spec = scalabilityOf(scenario, {
  methods: ['local', 'migration', 'polling'],
  replicas: [2, 3],
  resCores: [1, 2],
  appsPerResCore: [1, 2, 3, 4],
});
const created = createStudy(spec, new Map());
assert(created.ok, 'the study must run');
const { layout } = created.value;
const runs = [...created.value.runs()];
const study: StudyFigures = { spec, report: scalabilityReport(spec, runs) };
const at: ScaleSize = { method: 'migration', replicas: 3, resCores: 1, appsPerResCore: 2 };

describe('a study along an axis', () => {
  it('has a line for every method and group size, and of the rest what is asked', () => {
    const { values, lines } = scaleChart(study, 'apps', { ...at, resCores: 2 });
    expect(values).toEqual([1, 2, 3, 4]);
    expect(lines.map(({ method, replicas }) => [method, replicas])).toEqual(
      [2, 3].flatMap((replicas) => spec.methods.map((method) => [method, replicas])),
    );
    for (const { points, replicas } of lines) {
      expect(points.map((point) => point?.appsPerResCore)).toEqual(values);
      expect(points.every((p) => p?.resCores === 2 && p.replicas === replicas)).toBe(true);
    }
  });

  it('has a line for every method along replicas', () => {
    const { values, lines } = scaleChart(study, 'replicas', at);
    expect(values).toEqual([2, 3]);
    expect(lines.map(({ replicas, knee }) => [replicas, knee])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(lines[1]?.points.map((point) => point?.replicas)).toEqual(values);
  });

  it('takes along cores the combination that does most on so many or fewer', () => {
    const { values, lines } = scaleChart(study, 'cores', at);
    for (const { method, replicas, points } of lines) {
      points.forEach((point, i) => {
        const fitting = study.report.series
          .filter((series) => series.method === method && series.replicas === replicas)
          .flatMap((series) => series.points.filter(({ cores }) => cores <= (values[i] ?? 0)));
        const most = Math.max(0, ...fitting.map(({ eventsPerSecond }) => eventsPerSecond));
        expect(point?.eventsPerSecond ?? 0).toBe(most);
      });
    }
  });

  it('leaves gaps for what has not run', () => {
    const some = runs.filter(({ point }) => layout.points[point].appsPerResCore !== 3);
    const part = { spec, report: scalabilityReport(spec, some) };
    const { values, lines } = scaleChart(part, 'apps', at);
    expect(values).toEqual([1, 2, 3, 4]);
    expect(lines[0]?.points.map((point) => point !== null)).toEqual([true, true, false, true]);
  });
});

describe('the bounds beside the lines', () => {
  const axes: readonly ScaleAxis[] = ['apps', 'res-cores', 'replicas', 'cores'];

  it.each(axes)('are never passed by throughput along %s', (axis) => {
    const chart = scaleChart(study, axis, at);
    for (const line of chart.lines) {
      const bound = boundOf(study, { chart, line, at }, SCALE_MEASURES.throughput);
      expect(bound.length).toBeGreaterThan(0);
      chart.values.forEach((x, i) => {
        const point = line.points[i];
        if (point === null) return;
        expect(point.eventsPerSecond).toBeLessThan((boundAt(bound, x) ?? 0) * 1.01);
      });
    }
  });

  it('bend at the knee, which lies on them', () => {
    const chart = scaleChart(study, 'apps', at);
    const line = chart.lines.find(({ method, replicas }) => method === 'polling' && replicas === 3);
    assert(line !== undefined && line.knee !== null, 'polling has a knee');
    expect(line.knee).toBeGreaterThan(1);
    expect(line.knee).toBeLessThan(4);
    const bound = boundOf(study, { chart, line, at }, SCALE_MEASURES.throughput);
    expect(bound.map(({ x }) => x)).toEqual([1, line.knee, 4]);
    expect(bound[2]?.y).toBeCloseTo(bound[1]?.y ?? 0, 3);
    const busy = boundOf(study, { chart, line, at }, SCALE_MEASURES.utilisation);
    expect(busy[1]?.y).toBeCloseTo(100, 6);
  });

  it('meet the run of the application alone, from which they are', () => {
    const chart = scaleChart(study, 'apps', at);
    for (const name of ['throughput', 'overhead', 'utilisation', 'queueing'] as const) {
      for (const line of chart.lines) {
        const [first] = boundOf(study, { chart, line, at }, SCALE_MEASURES[name]);
        const [point] = line.points;
        assert(first !== undefined && point !== undefined && point !== null, 'it has run');
        expect(first.y / Math.max(1, first.y)).toBeCloseTo(
          SCALE_MEASURES[name].of(point) / Math.max(1, first.y),
          6,
        );
      }
    }
  });

  it('say nothing of burnt cycles and energy', () => {
    const chart = scaleChart(study, 'apps', at);
    for (const name of ['burnt', 'energy'] as const) {
      expect(boundOf(study, { chart, line: chart.lines[0], at }, SCALE_MEASURES[name])).toEqual([]);
    }
  });
});

function headlineOf(axis: ScaleAxis, name: ScaleMeasureName): string {
  return scaleHeadline(scaleChart(study, axis, at), name);
}

function coresOf(method: string): string {
  const series = study.report.series.find((one) => one.method === method);
  assert(series !== undefined, 'it has run');
  return coresHeadline(series.points[0], '1 application per Res core');
}

describe('the headline of a chart', () => {
  it('names the knee, where the Res core saturates, and the ends of the axis', () => {
    expect(headlineOf('apps', 'throughput')).toMatch(
      /^By its demand a Res core carries [\d.]+ TMR applications by migration and [\d.]+ by polling;/u,
    );
    const [migration, polling] = ['migration', 'polling'].map(
      (name) =>
        study.report.series.find(
          ({ method, replicas, resCores }) => method === name && replicas === 3 && resCores === 1,
        )?.saturatedFrom,
    );
    expect(headlineOf('apps', 'utilisation')).toBe(
      `From so many TMR applications on the Res core works for 90\u202f% of the time: ${migration} by migration and ${polling} by polling.`,
    );
    expect(headlineOf('apps', 'overhead')).toMatch(
      /^With 4 applications per Res core TMR applications have \d+\u202f% overhead by local handling, \d/u,
    );
    expect(headlineOf('res-cores', 'throughput')).toBe(
      '2 Res cores do 2 times as much as 1 Res core, by every method.',
    );
    expect(headlineOf('cores', 'throughput')).toMatch(/^On up to \d+ cores \w+ by local handling/u);
    expect(headlineOf('apps', 'burnt')).toMatch(/polling burns [\d\u202f]+ core cycles an event/u);
  });

  it('says what the cores of a run do, and what polling burns', () => {
    expect(coresOf('migration')).toMatch(
      /^With 1 application per Res core the Res core works for \d+\u202f% of the time; the other/u,
    );
    expect(coresOf('polling')).toMatch(
      /of the time, and burns \d+\u202f% polling; the other cores/u,
    );
  });

  it('says how the measure is computed while nothing has run', () => {
    const nothing = { spec, report: scalabilityReport(spec, []) };
    for (const name of SCALE_MEASURE_NAMES) {
      const chart = scaleChart(nothing, 'apps', at);
      expect(scaleHeadline(chart, name)).toBe(SCALE_MEASURES[name].how);
    }
  });
});
