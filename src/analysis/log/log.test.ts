import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { EVENT_KINDS } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import { eventAt } from '../../run/navigate.ts';
import { concernsReplica } from '../../run/step-subject.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { record } from '../../testing/runs.ts';
import { indexLog } from './log-index.ts';
import { rowsUntil, selectRows, stepOfRow, WHOLE_LOG } from './log-rows.ts';
import type { LogFilter } from './log-rows.ts';
import { searchRows, stepText } from './log-search.ts';
import { STEP_GROUPS } from './step-groups.ts';

vi.setConfig({ testTimeout: 120_000 });

const plan = craftPlan({
  apps: [
    ...SIGNALLING_METHODS.map((signalling, i) => ({
      name: `app ${i}`,
      signalling,
      redundancy: 3,
      workload: crafted(i % 2 === 0 ? 'pagefault' : 'syscall', 3),
    })),
    { name: 'plain', redundancy: 'native' as const, workload: crafted('irq', 2) },
  ],
  machine: { coresPerSocket: 10 },
  faults: [0, 1, 2].map((event) => ({
    at: { event },
    app: event,
    replica: 1,
    target: 'gpr',
    register: 'bx',
    bit: 4,
    fate: 'stays',
  })),
});
const recording = record(plan);
const { events, incidents } = recording;
const index = indexLog(plan, recording);
const all = selectRows(index, WHOLE_LOG);
const textOf = ({ kind, replica }: Incident): string => `${kind} R${replica}`;
const factsOf = (row: number) => index.combinations[index.code[row]];

describe('the codes of a run', () => {
  it('stand for what each row says, for any scenario', () => {
    fc.assert(
      fc.property(arbitraryRunnable(), ({ plan: any }) => {
        const run = record(any);
        const { combinations, code } = indexLog(any, run);
        for (let row = 0; row < run.events.length; row++) {
          const { step: _, time: __, ...facts } = eventAt(run.events, row);
          expect(combinations[code[row]]).toEqual(facts);
        }
        const distinct = new Set(combinations.map((facts) => JSON.stringify(facts)));
        expect(distinct.size).toBe(combinations.length);
      }),
      { numRuns: 15 },
    );
  });

  it('do not grow with the run', () => {
    const counts = [10, 40].map((count) => {
      const longer = craftPlan({
        apps: [{ redundancy: 3, signalling: 'ipc', workload: crafted('pagefault', count) }],
      });
      return indexLog(longer, record(longer)).combinations.length;
    });
    expect(counts[1]).toBe(counts[0]);
  });
});

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 2 });
const anyTime = fc.oneof(
  fc.nat({ max: recording.summary.totalCycles }),
  fc.nat({ max: events.length - 1 }).map((row) => events.time[row]),
);
const anyFilter: fc.Arbitrary<LogFilter> = fc.record({
  kinds: orNull(
    fc.oneof(
      fc.constantFrom(...Object.values(STEP_GROUPS)).map((kinds) => new Set<EventKind>(kinds)),
      fc.subarray([...EVENT_KINDS]).map((kinds) => new Set<EventKind>(kinds)),
    ),
  ),
  incidents: fc.boolean(),
  core: orNull(fc.nat({ max: 15 })),
  app: orNull(fc.nat({ max: 4 })),
  replica: orNull(fc.nat({ max: 2 })),
  from: orNull(anyTime),
  to: orNull(anyTime),
});

const wants = (wanted: number | null, value: number | undefined): boolean =>
  wanted === null || wanted === value;

/** Looks at every step and every incident. */
function naiveRows(filter: LogFilter): number[] {
  const within = (time: number): boolean =>
    (filter.from === null || time >= filter.from) && (filter.to === null || time < filter.to);
  const found: number[] = [];
  for (let row = 0; row <= events.length; row++) {
    if (row < events.length) {
      const { kind, core, app, time } = eventAt(events, row);
      const replica =
        filter.replica === null || concernsReplica(events, row, { app, replica: filter.replica });
      const passes = (filter.kinds?.has(kind) ?? true) && replica && within(time);
      if (passes && wants(filter.core, core) && wants(filter.app, app)) found.push(row);
    }
    incidents.forEach((incident, i) => {
      if (incident.step !== row || !filter.incidents || !within(incident.time)) return;
      const { apps } = plan;
      const spec = apps[incident.app];
      const core = incident.replica < 0 ? spec.resCore : spec.cores[incident.replica];
      const whose = wants(filter.replica, incident.replica) && wants(filter.app, incident.app);
      if (whose && wants(filter.core, core)) found.push(~i);
    });
  }
  return found;
}

describe('the rows of the log', () => {
  it('hold each step once, in order, and the incidents behind their steps', () => {
    expect(incidents.length).toBeGreaterThan(5);
    expect(all.length).toBe(events.length + incidents.length);
    expect([...all].filter((row) => row >= 0)).toEqual([...events.time.keys()]);
    const steps = [...all].map((row) => stepOfRow(row, incidents));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('that pass a filter equal those that pass one by one', () => {
    let found = 0;
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const rows = naiveRows(filter);
        found += rows.length;
        expect([...selectRows(index, filter)]).toEqual(rows);
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('until a step equal those counted one by one', () => {
    fc.assert(
      fc.property(anyFilter, fc.nat({ max: events.length + 1 }), (filter, step) => {
        const rows = selectRows(index, filter);
        const counted = [...rows].filter((row) => stepOfRow(row, incidents) <= step).length;
        expect(rowsUntil(rows, step, incidents)).toBe(counted);
      }),
    );
  });
});

const stepsFound = (query: string): number[] =>
  [...searchRows(index, all, query, textOf)].map((i) => all[i]);

describe('the search', () => {
  it('equals a look at the words of each row', () => {
    const words = ['CALL', 'r1', 'page', 'app', 'compared', 'mismatch', 'c1', 'slot', 'Romain'];
    fc.assert(
      fc.property(anyFilter, fc.subarray(words, { minLength: 1, maxLength: 2 }), (filter, some) => {
        const rows = selectRows(index, filter);
        const says = (text: string): boolean =>
          some.every((word) => {
            const at = text.toLowerCase().split(/[^a-z0-9]+/u);
            const whole = /\d$/u.test(word);
            const lower = word.toLowerCase();
            return at.some((one) => (whole ? one === lower : one.startsWith(lower)));
          });
        const naive = [...rows.keys()].filter((i) => {
          const row = rows[i];
          return says(row < 0 ? textOf(incidents[~row]) : stepText(factsOf(row), plan));
        });
        expect([...searchRows(index, rows, some.join(' '), textOf)]).toEqual(naive);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['raises a page fault', 'trap'],
    ['CALL R1', 'call-sent'],
    ['vote', 'compared'],
    ['ipi-arrived', 'ipi-arrived'],
    ['r2 user code', 'resumed'],
    ["leader's result", 'state-put'],
  ])('finds "%s"', (query, kind) => {
    const found = searchRows(index, all, query, textOf);
    const kinds = new Set([...found].map((i) => (all[i] < 0 ? '' : factsOf(all[i]).kind)));
    expect(kinds).toContain(kind);
  });

  it('takes a number for all of a number', () => {
    const found = searchRows(index, all, 'c1', textOf);
    expect(found.length).toBeGreaterThan(0);
    for (const i of found) expect(stepText(factsOf(all[i]), plan)).toMatch(/\bC1\b/u);
  });

  it('finds a step and a cycle by its number, grouped or not', () => {
    const row = 123;
    const cycle = String(events.time[row]);
    const grouped = cycle.replaceAll(/\B(?=(\d{3})+$)/gu, '\u202f');
    expect(stepsFound('124')).toContain(row);
    expect(stepsFound(grouped)).toEqual(stepsFound(cycle));
    expect(stepsFound(cycle)).toContain(row);
  });

  it.each(['', '  ', 'no such words', '((', '[a-', String.raw`\p`])(
    'finds nothing for "%s"',
    (query) => {
      expect(searchRows(index, all, query, textOf).length).toBe(0);
    },
  );
});

it('puts every event kind into one group', () => {
  expect(Object.values(STEP_GROUPS).flat().toSorted()).toEqual(EVENT_KINDS.toSorted());
});
