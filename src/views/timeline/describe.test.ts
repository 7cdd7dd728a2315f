import { describe, expect, it } from 'vitest';
import { PERIOD, syntheticRun } from '../../draw/testing.ts';
import { spanAt } from '../../draw/timeline/lod.ts';
import { describeMerged, describeSpan } from './describe.ts';
import { sourceFrom } from '../../draw/timeline/testing.ts';

const { plan, recording } = syntheticRun(10);
const source = sourceFrom({ plan, recording });
const { met } = recording.rendezvous[0];
const at = (core: number, time: number) =>
  describeSpan(source, core, spanAt(recording.spans[core], time));

describe('describeSpan', () => {
  it('says who does what, where, for how long and which costs it is made of', () => {
    const text = at(0, met[0] + 600);
    expect(text.title).toBe('Romain maps a page for R0 on C0');
    expect(text.detail).toMatch(/^2\u202f600 cycles, \d+\.\d{3} to \d+\.\d{3} µs$/);
    expect(text.costs).toBe('observer_dispatch + pf_handle');
  });

  it('names the replica on its own core and keeps the verb right', () => {
    expect(at(1, 10).title).toBe('R0 computes on C1');
    expect(at(2, met[0] + 100).title).toBe('R1 is blocked in its CALL on C2');
    expect(at(0, 10).title).toBe('Romain is in open wait on C0');
    expect(at(7, 10)).toMatchObject({ title: 'Nobody runs: halted on C7', costs: '' });
  });

  it('names the program where there are no replicas or several programs', () => {
    const app = { ...plan.apps[0], name: 'susan' };
    const two = { ...source, plan: { ...plan, apps: [app, { ...app, id: 1 }] } };
    expect(describeSpan(two, 1, 0).title).toBe('susan R0 computes on C1');
    const native = {
      ...source,
      plan: { ...plan, apps: [{ ...app, redundancy: 'native' as const }] },
    };
    expect(describeSpan(native, 1, 0).title).toBe('susan computes on C1');
  });
});

describe('describeMerged', () => {
  it('gives the exact shares of the stretch, largest first', () => {
    const text = describeMerged(source, 1, [0, PERIOD]);
    expect(text.title).toBe('C1 over 15 µs');
    expect(text.detail).toMatch(/^user \d+ %, blocked \d+ %/);
    const sum = [...text.detail.matchAll(/(\d+) %/g)].reduce(
      (a, [, share]) => a + Number(share),
      0,
    );
    expect(Math.abs(sum - 100)).toBeLessThanOrEqual(4);
  });
});
