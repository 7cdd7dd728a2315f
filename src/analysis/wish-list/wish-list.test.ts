import { describe, expect, it } from 'vitest';

import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { faultPairOf, isolatedScenario, notifiedScenario } from './examples.ts';
import { isolationTitle, notificationTitle, wishFindings } from './findings.ts';
import { planOf } from '../../testing/plans.ts';
import { runFigures } from '../sweep/figures.ts';
import { shareOf, wishListReport } from './report.ts';
import { checkWishList, wishListOf } from './spec.ts';
import type { WishListStep, WishListStudy } from './study.ts';
import { createWishListStudy, isolationCampaign } from './study.ts';
import { notificationChanges, withNotification } from './wishes.ts';

const workload = { kind: 'periodic', events: 40, instructions: 60_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };

function studyOf(spec = wishListOf(scenario, { faultsPerCell: 128 })): WishListStudy {
  const study = createWishListStudy(spec, new Map());
  if (!study.ok) throw new Error(JSON.stringify(study.error));
  return study.value;
}

function faultsOf(steps: readonly WishListStep[], granted: boolean) {
  return steps.flatMap((step) =>
    step.wish === 'isolation' && step.granted === granted
      ? step.block.results.map(({ fault }) => fault)
      : [],
  );
}

describe('fast notification', () => {
  it('changes the costs of IPIs and nothing else, each with its basis', () => {
    const changes = notificationChanges(scenario);
    expect(changes.map(({ name }) => name)).toEqual([
      'ipi_latency',
      'ipi_remote',
      'ipi_handler',
      'drq',
    ]);
    for (const { before, after, basis } of changes) {
      expect(after).toBeLessThan(before);
      expect(basis).not.toBe('');
    }
  });

  it('leaves alone what is as fast already, and other overrides', () => {
    const costs = { preset: 'scc-like', overrides: { ipi_latency: 400, store: 7 } } as const;
    const fast = { ...scenario, costs };
    expect(notificationChanges(fast).map(({ name }) => name)).toEqual(['ipi_latency']);
    expect(withNotification(fast).costs.overrides).toEqual({ ipi_latency: 50, store: 7 });
  });
});

describe('a study of the wishes', () => {
  const study = studyOf();
  const steps = [...study.runs()];
  const report = wishListReport(study.spec, steps);

  it('has as many steps as it says, each the same in any order', () => {
    expect(steps).toHaveLength(study.steps);
    expect(studyOf().runStep(study.steps - 1)).toEqual(steps.at(-1));
    expect(studyOf().runStep(3)).toEqual(steps[3]);
  });

  it('finds that fast notification helps every method that sends IPIs, and no other', () => {
    expect(report.notification).toHaveLength(8);
    for (const { method, savedPerEvent, before, after } of report.notification) {
      expect(savedPerEvent > 0, method).toBe(method !== 'polling');
      expect(savedPerEvent).toBeGreaterThanOrEqual(0);
      expect(after.ipisPerEvent > 0).toBe(before.ipisPerEvent > 0);
    }
  });

  it('injects the same faults with and without isolation', () => {
    expect(faultsOf(steps, true)).toEqual(faultsOf(steps, false));
    expect(faultsOf(steps, true)).toHaveLength(isolationCampaign(study.spec, true).runs);
  });

  it('counts every run once on both sides, and no silent corruption with isolation', () => {
    expect(report.isolation).toHaveLength(8);
    for (const { runs, before, after } of report.isolation) {
      expect(runs).toBe(128);
      for (const shares of [before, after]) {
        expect(shares.reduce((sum, { count }) => sum + count, 0)).toBe(128);
      }
      const failed = ['silent corruption', 'RCB failure'] as const;
      expect(shareOf(after, failed)).toBeLessThanOrEqual(shareOf(before, failed));
    }
  });

  it('counts a block only once both its sides are there', () => {
    const some = steps.filter((step) => step.wish === 'notification' || !step.granted);
    expect(wishListReport(study.spec, some).isolation).toEqual([]);
    expect(wishListReport(study.spec, steps.slice(0, 3)).notification).toHaveLength(1);
  });

  it('has a title for each wish, with the figures in it', () => {
    const most = Math.max(...report.notification.map(({ savedPerEvent }) => savedPerEvent));
    const row = report.notification.find(({ savedPerEvent }) => savedPerEvent === most);
    const title = notificationTitle(report.notification);
    expect(title).toContain(row?.replicas === 3 ? 'TMR by' : 'DMR by');
    expect(title).toMatch(/falls from [\d.]+\s% to [\d.]+\s%; polling gains nothing\.$/u);
    const polling = report.notification.filter(({ method }) => method === 'polling');
    expect(notificationTitle(polling)).toContain('changes nothing');
    const harm = (side: 'before' | 'after'): number =>
      report.isolation.reduce(
        (sum, one) => sum + shareOf(one[side], ['silent corruption', 'RCB failure']) * one.runs,
        0,
      );
    expect(isolationTitle(report.isolation)).toContain(
      `${Math.round(harm('after'))} of 1\u202f024 kernel faults`,
    );
    const counts = (value: number) => (one: (typeof report.isolation)[number]) => ({
      ...one,
      runs: 64,
      after: one.after.map((share) =>
        share.outcome === 'silent corruption'
          ? { ...share, count: value, share: value / 64 }
          : { ...share, count: 0, share: 0 },
      ),
    });
    const pair = (after: number, before: number) =>
      report.isolation
        .slice(0, 1)
        .map((one) => ({ ...counts(after)(one), before: counts(before)(one).after }));
    expect(isolationTitle(pair(2, 40))).toBe(
      'With isolation 2 of 64 kernel faults do harm, 40 without: a difference beyond chance.',
    );
    expect(isolationTitle(pair(8, 10))).toContain(
      '10 without: a difference that chance may explain',
    );
    const same = report.isolation.map((one) => ({ ...one, after: one.before }));
    expect(isolationTitle(same)).toMatch(/^Isolation keeps no wrong value in: \d+ of /u);
  });

  it('shows a fault that ends otherwise with isolation, as a scenario of its own', () => {
    const cell = { method: 'polling', replicas: 3 } as const;
    const pair = faultPairOf(study.spec, steps, cell);
    expect(pair?.before.run).toBe(pair?.after.run);
    expect(pair?.before.outcome).not.toBe(pair?.after.outcome);
    if (pair === null) return;
    const { protection, faults, apps } = isolatedScenario(study.spec, pair, true);
    expect(protection.memoryIsolation).toBe(true);
    expect(faults).toEqual([pair.after.fault]);
    expect(apps[0]).toMatchObject({ signalling: 'polling', redundancy: 3 });
    expect(faultPairOf(study.spec, steps.slice(0, 16), cell)).toBeNull();
  });

  it('opens the very runs whose figures it shows', () => {
    const cell = { method: 'ipc', replicas: 2 } as const;
    const row = report.notification.find(
      ({ method, replicas }) => method === 'ipc' && replicas === 2,
    );
    const [before, after] = [false, true].map((granted) =>
      runFigures(planOf(notifiedScenario(study.spec, cell, granted))),
    );
    expect(before).toEqual(row?.before.figures);
    expect(after).toEqual(row?.after.figures);
  });

  it('says what each wish buys', () => {
    const texts = wishFindings(report);
    const of = (wish: string): string[] =>
      texts.filter((finding) => finding.wish === wish).map(({ text }) => text);
    expect(of('notification')).toHaveLength(8 + 2);
    expect(of('notification')[2]).toMatch(/^DMR by IPC: fast notification saves .* falls from /u);
    expect(of('notification')[3]).toContain('changes nothing, because no IPI is sent');
    expect(of('isolation')).toHaveLength(8 + 1);
    expect(wishFindings({ changes: [], notification: [], isolation: [] })).toEqual([]);
  });
});

describe('the figures of a study of the wishes', () => {
  it.each([
    [{ methods: [] }, 'methods'],
    [{ replicas: [3, 3] }, 'replicas'],
    [{ replicas: [1] }, 'replicas'],
    [{ faultsPerCell: 0 }, 'faultsPerCell'],
  ])('refuses %j', (options, path) => {
    const problems = checkWishList(wishListOf(scenario, options));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });
});
