import { describe, expect, it } from 'vitest';
import { indexLog } from '../../analysis/log/log-index.ts';
import { selectRows } from '../../analysis/log/log-rows.ts';
import { eventAt } from '../../run/navigate.ts';
import { record } from '../../run/record.ts';
import { PLAIN_LOG } from '../../store/log.ts';
import type { LogKinds } from '../../store/log.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { filterOf } from './log-filter.ts';
import { fitting, optionsOf } from './log-options.ts';

const plan = craftPlan({
  apps: [
    { name: 'one', redundancy: 3, signalling: 'ipc', workload: crafted('syscall', 4) },
    { name: 'two', redundancy: 'native', workload: crafted('syscall', 2) },
  ],
});
const recording = record(plan);
const index = indexLog(plan, recording);
const options = optionsOf(index);

describe('the filters of the log', () => {
  it('offer what the run has, and nothing else', () => {
    const kinds = new Set(Array.from(recording.events.kind));
    expect(options.groups.flatMap((one) => one.kinds)).toHaveLength(kinds.size);
    expect(options.groups.map(({ group }) => group)).not.toContain('fault');
    expect(options.cores).toEqual([...new Set(recording.events.core)].toSorted((a, b) => a - b));
    expect(options.replicas).toEqual([0, 1, 2]);
    expect(options.apps.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(options.incidents).toBe(0);
  });

  it('lead to rows, each of them', () => {
    const kinds = options.groups.flatMap(({ group, kinds: some }): LogKinds[] => [
      `group:${group}`,
      ...some.map((kind) => `kind:${kind}` as const),
    ]);
    for (const one of kinds) {
      const rows = selectRows(index, filterOf({ ...PLAIN_LOG, kinds: one }));
      expect(rows.length, one).toBeGreaterThan(0);
      expect(rows.length, one).toBeLessThan(recording.events.length);
    }
    const calls = selectRows(index, filterOf({ ...PLAIN_LOG, kinds: 'kind:call-sent' }));
    const found = new Set([...calls].map((row) => eventAt(recording.events, row).kind));
    expect(found).toEqual(new Set(['call-sent']));
  });

  it('that were set for another run are let go', () => {
    const fits = { ...PLAIN_LOG, kinds: 'group:signal', core: 1, replica: 2, app: 1 } as const;
    expect(fitting({ ...fits, query: 'x' }, options)).toEqual({ ...fits, query: 'x' });
    const other = { kinds: 'kind:posted', core: 60, replica: 6, app: 7, query: 'x' } as const;
    expect(fitting(other, options)).toEqual({ ...PLAIN_LOG, query: 'x' });
    expect(fitting({ ...PLAIN_LOG, kinds: 'incidents' }, options).kinds).toBe('all');
  });
});
