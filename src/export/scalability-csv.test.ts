import { describe, expect, it } from 'vitest';

import { scalabilityReport } from '../analysis/scalability/report.ts';
import { scalabilityOf } from '../analysis/scalability/spec.ts';
import { createStudy } from '../analysis/scalability/study.ts';
import { assert } from '../base/assert.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import { SCALABILITY_FIELDS, scalabilityRows, scalabilityToCsv } from './scalability-csv.ts';

const workload = { kind: 'periodic', events: 20, instructions: 20_000, trap: 'pagefault' } as const;
const scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const spec = scalabilityOf(scenario, { methods: ['local', 'ipc'], appsPerResCore: [1, 3] });
const study = createStudy(spec, new Map());
assert(study.ok, 'the study must run');
const report = scalabilityReport(spec, [...study.value.runs()]);

describe('the points of a study as CSV', () => {
  const rows = scalabilityRows(report);
  const [head, ...lines] = [
    ...scalabilityToCsv(scenario, rows, ({ point }) => `https://example.org/#${point}`),
  ].map((line) => line.split(','));

  it('have a line each, with every field by its name', () => {
    expect(head).toEqual(['workload', 'seed', ...Object.keys(SCALABILITY_FIELDS), 'link']);
    expect(lines).toHaveLength(study.value.layout.points.length);
    lines.forEach((cells, i) => {
      const field = (name: string): string | undefined => cells[head?.indexOf(name) ?? -1];
      const row = rows[i];
      expect(cells).toHaveLength(head?.length ?? 0);
      expect(field('workload')).toBe('periodic');
      expect(field('apps_per_res_core')).toBe(String(row?.appsPerResCore));
      expect(Number(field('events_per_second'))).toBe(row?.eventsPerSecond);
      expect(field('link')).toBe(`https://example.org/#${row?.point}`);
    });
  });

  it('leave the knee empty where no Res core takes part', () => {
    const knee = head?.indexOf('knee') ?? -1;
    expect(lines.map((cells) => cells[knee] === '')).toEqual([true, true, false, false]);
  });
});
