import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTS } from '../../base/vocabulary.ts';
import { record } from '../../run/record.ts';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import { driverPlan } from '../../testing/driver-runs.ts';
import { craftPlan } from '../../testing/plans.ts';
import { traceToCsv } from '../csv.ts';
import { incidentsToCsv } from '../incidents.ts';
import { wholeRun } from '../range.ts';
import { TABLE_NAMES, TABLES } from './tables.ts';
import { tableToCsv, tableToJsonl } from './table.ts';
import type { Table, TableSource } from './table.ts';

const arbitrarySource = fc
  .oneof(arbitraryRunnable(), arbitraryFaulty())
  .map(({ plan }): TableSource => {
    const recording = record(plan);
    return { plan, recording, range: wholeRun(recording) };
  });

type Row = Readonly<Record<string, string | number | null>>;

function objects(table: Table, source: TableSource): Row[] {
  return [...tableToJsonl(table, source)].map((line) => JSON.parse(line) as Row);
}

/** Rows without those that occur again, in an order that does not tell how they came about. */
function keys(rows: readonly Row[]): string[] {
  return [...new Set(rows.map((row) => JSON.stringify(row)))].toSorted();
}

describe.each(TABLE_NAMES)('the table %s', (name) => {
  const table: Table = TABLES[name];

  it('says the same in CSV and JSON Lines, a cell for each field', () => {
    fc.assert(
      fc.property(arbitrarySource, (source) => {
        const [head, ...lines] = tableToCsv(table, source);
        expect(head).toBe(table.fields.join(','));
        const rows = objects(table, source);
        expect(lines).toHaveLength(rows.length);
        for (const [i, row] of rows.entries()) {
          expect(Object.keys(row)).toEqual(table.fields);
          const cells = table.fields.map((field) => String(row[field] ?? ''));
          // Quotes stand around text with a comma alone.
          expect(lines[i].replaceAll(/"([^"]*)"/gu, '$1')).toBe(cells.join(','));
        }
      }),
      { numRuns: 8 },
    );
  });

  it('splits a run into ranges without losing a row', () => {
    fc.assert(
      fc.property(arbitrarySource, fc.double({ min: 0, max: 1, noNaN: true }), (source, share) => {
        const cut = Math.round(share * source.recording.summary.totalCycles);
        const { from, to } = source.range;
        const all = objects(table, source);
        const parts = [
          ...objects(table, { ...source, range: { from, to: cut } }),
          ...objects(table, { ...source, range: { from: cut, to } }),
        ];
        expect(keys(parts)).toEqual(keys(all));
      }),
      { numRuns: 8 },
    );
  });
});

it('writes kernel steps and incidents as the commands always did', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const { events, incidents } = source.recording;
      expect([...tableToCsv(TABLES.events, source)]).toEqual([...traceToCsv(events)]);
      expect([...tableToCsv(TABLES.incidents, source)]).toEqual([...incidentsToCsv(incidents)]);
    }),
    { numRuns: 8 },
  );
});

it('has spans that fill the time of every core, and waits that end at the rendezvous', () => {
  let waits = 0;
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const { totalCycles } = source.recording.summary;
      const sums = source.recording.spans.map(() => 0);
      for (const row of objects(TABLES.spans, source)) {
        sums[Number(row['core'])] += Number(row['cycles']);
      }
      expect(sums).toEqual(sums.map(() => totalCycles));
      const met = new Map(
        objects(TABLES.rendezvous, source).map((row) => [`${row['app']} ${row['event']}`, row]),
      );
      for (const wait of objects(TABLES.waits, source)) {
        waits += 1;
        const event = met.get(`${wait['app']} ${wait['event']}`)!;
        expect(wait['met']).toBe(event['met']);
        expect(Number(wait['arrived'])).toBeGreaterThanOrEqual(Number(event['trapped']));
        expect(Number(wait['cycles'])).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 15 },
  );
  expect(waits).toBeGreaterThan(50);
});

it('has parts of replicas that sum to the run', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const totals = source.recording.summary.apps.map((app) => app.totalCycles);
      for (const row of objects(TABLES.replicas, source)) {
        const sum = PARTS.reduce((all, part) => all + Number(row[part]), 0);
        expect(sum).toBe(totals[Number(row['app'])]);
      }
    }),
    { numRuns: 8 },
  );
});

it('tells of drivers what they did to their devices, of other programs nothing', () => {
  const plan = driverPlan({ access: 'naive', interrupts: 2, every: 400_000, reads: 1, writes: 1 });
  const recording = record(plan);
  const source = { plan, recording, range: wholeRun(recording) };
  const [row] = objects(TABLES.summary, source);
  const { device } = recording.summary.apps[0];
  expect(row).toMatchObject({
    deviceAccess: 'naive',
    interruptsTaken: 2,
    reads: 6,
    readsDue: 2,
    writes: 6,
    writesDue: 2,
    wrongInputs: device?.wrongInputs,
    meanLatency: device?.meanLatency,
  });
  const proxied = driverPlan({ access: 'proxied', interrupts: 1 });
  const once = record(proxied);
  const events = { plan: proxied, recording: once, range: wholeRun(once) };
  expect(objects(TABLES.rendezvous, events).map((event) => event['device'])).toEqual([
    'wait',
    'read',
    'write',
    null,
  ]);
  const plain = craftPlan({ apps: [{}] });
  const other = { plan: plain, recording: record(plain), range: source.range };
  expect(objects(TABLES.summary, other)[0]).toMatchObject({ deviceAccess: null, reads: null });
});

it('puts quotes around text that holds a comma or a quote', () => {
  const table: Table = {
    title: '',
    fields: ['a', 'b'],
    rows: () => [
      ['x, "y"', null],
      ['z', 1.5],
    ],
  };
  const nothing = {} as TableSource;
  expect([...tableToCsv(table, nothing)]).toEqual(['a,b', '"x, ""y""",', 'z,1.5']);
  expect([...tableToJsonl(table, nothing)]).toEqual([
    '{"a":"x, \\"y\\"","b":null}',
    '{"a":"z","b":1.5}',
  ]);
});
