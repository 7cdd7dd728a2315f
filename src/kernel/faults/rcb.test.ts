import { describe, expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { faultOf, runFaulty } from '../../testing/fault-runs.ts';
import type { Crafted } from '../../testing/plans.ts';
import { crafted } from '../../testing/plans.ts';
import { WILD_VICTIMS } from './incidents.ts';

const SPLITS = ['ipc', 'polling'] as const;
type Method = (typeof SIGNALLING_METHODS)[number];

function tmr(signalling: Method, more: Partial<Crafted>) {
  return runFaulty({
    apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 4) }],
    ...more,
  });
}

function wild(seed: number, memoryIsolation: boolean) {
  const faults = faultOf({ target: 'kernel', fate: 'stores', seed });
  return tmr('migration', { faults, protection: { memoryIsolation } });
}

describe('a flip in kernel code on a NonRes core', () => {
  const seeds = Array.from({ length: 30 }, (_, seed) => seed);

  it('reaches the saved registers of its replica', () => {
    const { recording } = tmr('migration', {
      faults: faultOf({ target: 'kernel', fate: 'spreads' }),
    });
    expect(recording.divergence[0]).toMatchObject({ replica: 1, count: 1 });
  });

  it('writes into memory, UTCB or slot of another replica without memory isolation', () => {
    const victims = new Set<string>();
    for (const seed of seeds) {
      const { told } = wild(seed, false);
      const write = told[1].split(' ');
      expect(write[0]).toBe('wild-write');
      expect(['R0', 'R2']).toContain(write[1]);
      victims.add(write[2]);
    }
    expect(victims).toEqual(new Set(WILD_VICTIMS));
  });

  it('stops its own core alone with memory isolation', () => {
    for (const seed of seeds) {
      const { told, app } = wild(seed, true);
      expect(told).toEqual(['injected R1', 'contained R1 C2', 'stalled']);
      expect(app.outcome).toBe('hang');
    }
  });

  it('may hit another app', () => {
    const apps = [
      { redundancy: 2, workload: crafted('syscall', 4) },
      { redundancy: 'native' as const, workload: crafted('syscall', 4) },
    ];
    const hits = seeds.map((seed) => {
      const faults = faultOf({ target: 'kernel', fate: 'stores', seed });
      const { recording } = runFaulty({ apps, faults });
      return recording.incidents.find(({ kind }) => kind === 'wild-write')?.app;
    });
    expect(new Set(hits)).toEqual(new Set([0, 1]));
  });

  it('finds nobody to hit where there is one replica', () => {
    const faults = faultOf({ target: 'kernel', fate: 'stores', replica: 0 });
    expect(runFaulty({ apps: [{ redundancy: 1 }], faults }).told).toEqual([
      'injected R0',
      'died R0',
    ]);
  });

  it('is drawn as its probabilities say', () => {
    const flow = { kernel_dies: 0, kernel_state: 0, kernel_wild: 0 };
    const drawn = (changed: Partial<typeof flow>) =>
      new Set(
        seeds.map((seed) => {
          const faults = faultOf({ target: 'kernel', seed });
          return tmr('migration', { faults, flow: { ...flow, ...changed } }).told[1].split(' ')[0];
        }),
      );
    expect(drawn({})).toEqual(new Set(['rcb-failed']));
    expect(drawn({ kernel_dies: 1 })).toEqual(new Set(['died']));
    expect(drawn({ kernel_wild: 1 })).toEqual(new Set(['wild-write']));
  });
});

describe('a core that breaks for good', () => {
  it.each(['migration', 'ipc', 'polling'] as const)(
    'takes Romain with it when it is the Res core of %s',
    (signalling) => {
      const { told, app } = tmr(signalling, {
        faults: faultOf({ target: 'core', core: 0, mode: 'stop' }),
      });
      expect(told).toEqual([
        'injected R1',
        'core-stopped R1 C0',
        'rcb-failed the Res core stops',
        'stopped rcb',
      ]);
      expect(app.outcome).toBe('RCB failure');
    },
  );

  it('is not missed where nobody uses it', () => {
    const { told, app } = tmr('local', {
      faults: faultOf({ target: 'core', core: 11, mode: 'stop' }),
    });
    expect(told).toEqual(['injected R1', 'core-stopped R1 C11']);
    expect(app).toMatchObject({ outcome: 'masked', completedEvents: 5 });
  });

  it('never runs anything again', () => {
    const { recording } = tmr('ipc', { faults: faultOf({ target: 'core', mode: 'stop' }) });
    const stopped = recording.incidents[1].time;
    const { start, length } = recording.spans[2];
    expect(start[length - 1]).toBe(stopped);
    const { events } = recording;
    for (let i = 0; i < events.length; i++) {
      expect(events.core[i] !== 2 || events.time[i] <= stopped).toBe(true);
    }
  });

  it('corrupts its replica again after every recovery when a bit sticks', () => {
    const faults = faultOf({
      target: 'core',
      mode: 'stick',
      register: 'cx',
      bit: 7,
      fate: 'stays',
    });
    const apps = [
      { signalling: 'migration' as const, redundancy: 3, workload: crafted('pagefault', 60) },
    ];
    const { app, told } = runFaulty({ apps, faults });
    expect(told.slice(0, 2)).toEqual(['injected R1', 'core-stuck R1 C2']);
    expect(app.faults.recoveries).toBeGreaterThan(3);
    expect(new Set(told.filter((line) => line.startsWith('outvoted')))).toEqual(
      new Set(['outvoted R1 by R2']),
    );
  });
});

describe('a flip in a slot', () => {
  it('is written anew by the arrival under ipc', () => {
    const { told, app } = tmr('ipc', { faults: faultOf({ target: 'slot' }) });
    expect(told).toEqual(['injected R1', 'died R1']);
    expect(app.outcome).toBe('masked');
  });

  it('looks like an arrival to Romain, who polls', () => {
    const { told, app } = tmr('polling', { faults: faultOf({ target: 'slot' }) });
    expect(told.slice(1)).toEqual(['rcb-failed Romain follows a wrong pointer', 'stopped rcb']);
    expect(app.outcome).toBe('RCB failure');
  });

  it.each(SPLITS)('that is filled leads Romain astray under %s, or to a mismatch', (signalling) => {
    const free = tmr(signalling, {});
    const { trapped } = free.recording.rendezvous[0];
    const arrival = free.recording.rendezvous[0].met[1];
    expect(arrival).toBeGreaterThan(trapped[1]);
    const hit = (wild_unmapped: number) =>
      tmr(signalling, {
        faults: faultOf({ target: 'slot', replica: 0, at: { cycle: arrival } }),
        flow: { wild_unmapped },
      }).told.slice(1);
    expect(hit(1)).toEqual(['rcb-failed Romain follows a wrong pointer', 'stopped rcb']);
    expect(hit(0)).toEqual(['mismatch', 'stopped debugger']);
  });
});

describe.each(SIGNALLING_METHODS)('when Romain fails under %s', (signalling) => {
  it('halts the machine with all apps, and every part still sums to the run', () => {
    const apps = [
      { signalling, redundancy: 3, workload: crafted('syscall', 4) },
      { signalling, redundancy: 2, workload: crafted('pagefault', 9) },
    ];
    const { recording } = runFaulty({ apps, faults: faultOf({ target: 'romain', fate: 'crash' }) });
    const [failed, other] = recording.summary.apps;
    expect([failed.stop, other.stop]).toEqual(['rcb', 'machine-halted']);
    expect([failed.outcome, other.outcome]).toEqual(['RCB failure', 'detected, stopped']);
    for (const app of [failed, other]) {
      for (const { breakdown } of app.replicas) {
        expect(Object.values(breakdown).reduce((a, b) => a + b, 0)).toBe(app.totalCycles);
      }
    }
  });
});
