import { describe, expect, it } from 'vitest';

import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';
import type { FaultOutcome } from '../../../base/vocabulary.ts';
import {
  claimsFinding,
  groupFinding,
  latencyFinding,
  overallFinding,
  timeText,
} from './findings.ts';
import type { ModelCoverage } from '../claims/claims.ts';
import type { OutcomeGroup } from './groups.ts';

/** Digits and signs without the spaces that only typesetting needs. */
const plain = (text: string | null): string | undefined =>
  text?.replaceAll(/[\u202f\u202F]/gu, ' ');

function group(name: string, counts: Partial<Record<FaultOutcome, number>>): OutcomeGroup {
  const all = FAULT_OUTCOMES.map((outcome) => counts[outcome] ?? 0);
  return { name, counts: all, runs: all.reduce((sum, count) => sum + count, 0) };
}

describe('overallFinding', () => {
  it('says what share does harm', () => {
    const counts = { masked: 700, corrected: 280, 'silent corruption': 15, 'RCB failure': 5 };
    expect(plain(overallFinding(group('all', counts)))).toBe(
      'Of 1 000 faults, 2.0 % do harm; 70.0 % are masked and 28.0 % are caught.',
    );
  });

  it('does not take none for never', () => {
    expect(plain(overallFinding(group('all', { masked: 500, corrected: 500 })))).toBe(
      'None of 1 000 faults does harm (at most 0.38 % would); 50.0 % are masked and 50.0 % are caught.',
    );
  });
});

describe('groupFinding', () => {
  it('names the worst and the best with the interval', () => {
    const groups = [
      group('gpr', { masked: 990, 'silent corruption': 10 }),
      group('mem', { masked: 900, 'silent corruption': 100 }),
    ];
    expect(plain(groupFinding('target', groups))).toBe(
      '10.0 % of the faults in mem do harm (8.3 to 12.0 %), 1.0 % in gpr.',
    );
  });

  it('says when chance explains the difference', () => {
    const groups = [
      group('prototype', { masked: 98, 'silent corruption': 2 }),
      group('full', { masked: 99, 'silent corruption': 1 }),
    ];
    expect(plain(groupFinding('comparison', groups))).toBe(
      'How many faults do harm does not differ by comparison beyond chance: 2.0 % under sum of 7 registers, 1.0 % under full comparison.',
    );
  });

  it('compares what is caught where nothing does harm', () => {
    const groups = [
      group('2', { masked: 600, 'detected, stopped': 400 }),
      group('3', { masked: 500, corrected: 500 }),
    ];
    expect(plain(groupFinding('redundancy', groups))).toBe(
      'No fault does harm; 50.0 % are caught under TMR, 40.0 % under DMR.',
    );
    const alike = [group('ipc', { masked: 5 }), group('local', { masked: 5 })];
    expect(groupFinding('method', alike)).toBe('No fault does harm, whatever the method.');
  });

  it('has nothing to say of one group', () => {
    const empty = { ...group('mem', {}), runs: 0 };
    expect(groupFinding('target', [group('gpr', { masked: 5 }), empty])).toBeNull();
  });
});

describe('latencyFinding', () => {
  it('says median and 95th percentile in time', () => {
    const latency = { detected: 1200, median: 53_247, p95: 2_359_295, buckets: [] };
    expect(plain(latencyFinding(latency, 2.6))).toBe(
      'Half of 1 200 detected faults are seen within 20 µs, 95 % within 910 µs.',
    );
    expect(latencyFinding({ detected: 0, median: null, p95: null, buckets: [] }, 2.6)).toBeNull();
  });

  it.each([
    [1, '0.4 ns'],
    [260, '100 ns'],
    [26_000, '10 µs'],
    [26_000_000, '10 ms'],
  ])('calls %i cycles %s', (cycles, text) => {
    expect(timeText(cycles, 2.6)).toBe(text);
  });
});

const share = (value: number) => ({ count: 1, runs: 2, share: value, low: 0, high: 1 });

const coverage = (detected: number): ModelCoverage => ({
  runs: 2,
  masked: share(0.5),
  detected: share(detected),
  corrected: share(detected),
  undetected: [],
});

describe('claimsFinding', () => {
  it('sets both comparisons side by side, once both have run', () => {
    expect(plain(claimsFinding(coverage(0.9), coverage(0.95)))).toMatch(
      /sum detects 90\.0 % of the flips that are not masked, a full comparison 95\.0 %\.$/u,
    );
    expect(claimsFinding(coverage(0.9), null)).toMatch(/being counted/u);
  });
});
