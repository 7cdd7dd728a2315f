import { describe, expect, it } from 'vitest';

import { FAULT_TARGETS } from '../../base/vocabulary.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import { appliesTo } from '../../scenario/fault-rules.ts';
import type { AppSpec, FaultSpec } from '../../scenario/scenario.ts';
import {
  draftOf,
  draftOfFault,
  faultOfDraft,
  faultProblems,
  STAGED_FAULTS,
} from './fault-draft.ts';
import type { Standpoint } from './fault-draft.ts';
import { faultSentence } from './fault-words.ts';
import { faultsInShort } from './faults-in-short.ts';

function standpoint(app: Partial<AppSpec> = {}): Standpoint {
  const workload = { kind: 'periodic', events: 6, instructions: 40_000, trap: 'syscall' } as const;
  const scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload, ...app }] };
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return { scenario, plan: plan.value, app: 0, cycle: 5000, end: 200_000 };
}

const faultFor = (request: Partial<FaultSpec>, where = standpoint()): FaultSpec =>
  faultOfDraft(draftOf(request, where), where);

describe('a fault made by a click', () => {
  it('is a bit flip in the replica, one cycle after the instant shown', () => {
    const fault = faultFor({ replica: 2 });
    expect(fault).toEqual({
      at: { cycle: 5001 },
      app: 0,
      replica: 2,
      target: 'gpr',
      register: 'bx',
      bit: 17,
    });
    expect(faultSentence(fault, standpoint().plan)).toBe(
      'Flip bit 17 of bx in R2 at cycle 5\u202f001',
    );
  });

  it.each([
    [{ core: 3 }, { target: 'core', core: 3, mode: 'stop', replica: 2 }],
    [
      { message: 'NOTIFY', replica: 0 },
      { target: 'message', message: 'NOTIFY', mode: 'drop' },
    ],
    [{ address: 4096 }, { target: 'mem', address: 4096, bit: 17, replica: 1 }],
    [
      { target: 'kernel', core: 3 },
      { target: 'kernel', replica: 2 },
    ],
    [{ target: 'romain' }, { target: 'romain' }],
  ] as const)('of %j is %j', (request, expected) => {
    expect(faultFor(request)).toMatchObject(expected);
  });

  it('is allowed for every target that the app can have, under every method', () => {
    for (const signalling of ['local', 'migration', 'ipc', 'polling'] as const) {
      const where = standpoint({ signalling });
      for (const target of FAULT_TARGETS) {
        if (!appliesTo(target, { signalling, redundancy: 3 })) continue;
        const problems = faultProblems(faultFor({ target }, where), where);
        expect([...problems], `${signalling} ${target}`).toEqual([]);
      }
    }
  });

  it('takes the message of the method that is set', () => {
    const where = standpoint({ signalling: 'polling' });
    expect(faultFor({ target: 'message', message: 'CALL' }, where).message).toBe('POST');
  });
});

describe('the problems of a fault', () => {
  it.each([
    ['at.cycle', { at: { cycle: 200_001 } }],
    ['at.event', { at: { event: 7 } }],
    ['bit', { bit: 32 }],
    ['core', { core: 99 }],
    ['address', { address: 64 * 1024 }],
    ['replica', { replica: 5 }],
  ] as const)('stand at the field %s', (field, part) => {
    expect([...faultProblems(faultFor(part), standpoint()).keys()]).toEqual([field]);
  });
});

describe('a fault that is changed', () => {
  it('keeps what it leaves to be drawn', () => {
    const fault: FaultSpec = { at: { event: 3 }, app: 0, replica: 1, target: 'gpr' };
    const where = standpoint();
    expect(faultOfDraft(draftOfFault(fault, where), where)).toEqual(fault);
    expect(faultSentence(fault, where.plan)).toBe(
      'Flip a drawn bit of a drawn register in R1 before event 4',
    );
  });
});

describe('the staged faults', () => {
  it('are right under synchronous IPC, and no two alike in words', () => {
    const where = standpoint();
    const sentences = STAGED_FAULTS.map(({ fault }) => {
      const staged = faultFor(fault, where);
      expect([...faultProblems(staged, where)]).toEqual([]);
      return faultSentence(staged, where.plan);
    });
    expect(new Set(sentences).size).toBe(STAGED_FAULTS.length);
  });
});

describe('the faults of a scenario in short', () => {
  const { plan } = standpoint();
  const flip: FaultSpec = { at: { cycle: 1 }, app: 0, replica: 1, target: 'gpr' };
  it.each([
    ['no fault', [], null],
    ['a bit flip in R1', [flip], null],
    ['2 faults', [flip, flip], null],
    ['random faults', [], {}],
    ['1 fault and random ones', [flip], {}],
  ])('are "%s"', (text, faults, faultRate) => {
    expect(faultsInShort({ faults, faultRate }, plan)).toBe(text);
  });
});
