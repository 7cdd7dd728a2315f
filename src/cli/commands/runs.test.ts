import { describe, expect, it } from 'vitest';
import { PARTS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { INVARIANTS } from '../../analysis/invariants/finding.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { decodeLink, encodeLink } from '../../scenario/link.ts';
import { findPreset } from '../../scenario/presets.ts';
import { SMALL, type } from '../testing.ts';

const files = { 'small.json': SMALL };

function stepsOfSmall(): number {
  const { out } = type(['run', 'small.json', '--json'], files);
  return (JSON.parse(out) as { kernelSteps: number }).kernelSteps;
}

describe('matrix', () => {
  it('prints the contract as JSON: every method as DMR and TMR', () => {
    const { status, out } = type(['matrix', '--workload', 'susan-e-small.l4re-4k', '--json']);
    expect(status).toBe(0);
    const { workload, rows } = JSON.parse(out) as { workload: string; rows: MatrixRow[] };
    expect(workload).toBe('susan-e-small.l4re-4k');
    expect(rows.map(({ redundancy, signalling }) => `${redundancy} ${signalling}`)).toEqual(
      [2, 3].flatMap((n) => SIGNALLING_METHODS.map((method) => `${n} ${method}`)),
    );
    for (const row of rows) {
      const { breakdown, cyclesPerEvent, totalCycles, events } = row;
      expect(PARTS.reduce((sum, part) => sum + breakdown[part], 0)).toBe(totalCycles);
      expect(cyclesPerEvent).toBeCloseTo((totalCycles - breakdown.compute) / events, 9);
      expect(row).not.toHaveProperty('series');
    }
  });

  it('gives the same figures as a run of the same cell', () => {
    const matrix = type(['matrix', 'small.json', '--json'], files);
    const { rows } = JSON.parse(matrix.out) as { rows: MatrixRow[] };
    const cell = type(
      ['run', 'small.json', '--redundancy', '2', '--signalling', 'migration', '--json'],
      files,
    );
    const { apps } = JSON.parse(cell.out) as { apps: { overheadPercent: number }[] };
    const row = rows.find(
      ({ redundancy, signalling }) => redundancy === 2 && signalling === 'migration',
    );
    expect(row?.overheadPercent).toBe(apps[0].overheadPercent);
  });

  it('prints a table that says it is model output', () => {
    const { out } = type(['matrix', 'small.json'], files);
    expect(out).toMatch(/^periodic \(model output\)/);
    expect(out).toMatch(/^polling +3 +[\d.]+ %/m);
  });
});

describe('trace', () => {
  it('writes a header and a line per kernel step as CSV', () => {
    const typed = type(['trace', 'small.json', '--format', 'csv', '--out', 'a.csv'], files);
    expect(typed.status).toBe(0);
    const lines = typed.written.get('a.csv') ?? [];
    expect(lines[0]).toBe('step,time,kind,core,app,replica,arg');
    expect(lines).toHaveLength(stepsOfSmall() + 1);
    expect(lines[1]).toMatch(/^1,\d+,trap,\d+,0,\d,\d+$/);
  });

  it('writes the same steps as JSON Lines', () => {
    const typed = type(['trace', 'small.json', '--format', 'jsonl', '--out', 'a'], files);
    const rows = (typed.written.get('a') ?? []).map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    expect(rows).toHaveLength(stepsOfSmall());
    const csv = type(['trace', 'small.json', '--format', 'csv', '--out', 'b'], files).written.get(
      'b',
    );
    expect(rows.map((row) => Object.values(row).join(','))).toEqual(csv?.slice(1));
  });

  it.each([
    [['--out', 'a'], /--format must be csv or jsonl, but is missing/],
    [['--format', 'xml', '--out', 'a'], /but is "xml"/],
    [['--format', 'csv'], /--out must name the file/],
  ])('refuses %j', (options, message) => {
    const { status, error } = type(['trace', 'small.json', ...options], files);
    expect(status).toBe(2);
    expect(error).toMatch(message);
  });
});

describe('link', () => {
  it('prints one address that opens the same scenario', () => {
    const { status, out } = type(['link', 'crc32-tmr-ipc']);
    expect(status).toBe(0);
    expect(out).toMatch(/^http:\/\/localhost:5173\/#w\d+\.[\w-]+\n$/);
    const decoded = decodeLink(out);
    const preset = findPreset('crc32-tmr-ipc');
    expect(decoded.ok && decoded.value.scenario).toEqual(preset.ok && preset.value.scenario);
  });

  it('carries the changes and takes another page', () => {
    const { out } = type([
      'link',
      'crc32-tmr-ipc',
      '--seed',
      '5',
      '--page',
      'https://example.org/a/#old',
    ]);
    expect(out).toMatch(/^https:\/\/example\.org\/a\/#w/);
    const decoded = decodeLink(out);
    expect(decoded.ok && decoded.value.scenario.seed).toBe(5);
  });

  it('keeps the moment, the notes and the comparison of a link that is given', () => {
    const preset = findPreset('crc32-tmr-ipc');
    const scenario = preset.ok ? preset.value.scenario : defaultScenario();
    const content = {
      view: { time: 500, axis: 'event' as const },
      notes: [{ time: 500, step: 3, text: 'Here', bookmark: 1 }],
      compare: {
        scenario: { ...scenario, seed: 9 },
        name: 'Other seed',
        at: null,
        layout: 'side' as const,
        align: 'event' as const,
      },
    };
    const { out } = type(['link', `#${encodeLink({ ...content, scenario })}`, '--seed', '5']);
    expect(decodeLink(out)).toMatchObject({
      ok: true,
      value: { ...content, scenario: { ...scenario, seed: 5 } },
    });
  });

  it('refuses a page that is no address, and a scenario that cannot run', () => {
    expect(type(['link', 'talk-ipc', '--page', 'here'])).toMatchObject({ status: 2, out: '' });
    expect(type(['link', 'talk-ipc', '--workload', 'none'])).toMatchObject({ status: 2, out: '' });
  });
});

describe('validate', () => {
  it('names every invariant and ends with 0 when they hold', () => {
    const { status, out, error } = type(['validate', 'small.json'], files);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    for (const name of INVARIANTS) expect(out).toContain(name);
  });

  it('prints them as JSON', () => {
    const { out } = type(['validate', 'small.json', '--json', '--signalling', 'local'], files);
    const report = JSON.parse(out) as { ok: boolean; invariants: { id: number; ok: boolean }[] };
    expect(report.ok).toBe(true);
    expect(report.invariants.map(({ id }) => id)).toEqual(INVARIANTS.map((_, i) => i + 1));
  });
});
