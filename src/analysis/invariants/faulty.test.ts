import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createMachine } from '../../kernel/create.ts';
import type { Deviation } from '../../kernel/faults/deviation.ts';
import { PLACE_PAGE, PLACE_UTCB } from '../../kernel/faults/incidents.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import { COMPARED, HANDLED } from '../../kernel/trace-sink.ts';
import { record } from '../../run/record.ts';
import { arbitraryFaulty, oneGroup } from '../../testing/arbitrary-faults.ts';
import type { FaultyRun } from '../../testing/fault-runs.ts';
import { faultOf, runFaulty } from '../../testing/fault-runs.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { checkInvariants } from './check.ts';
import type { Finding } from './finding.ts';
import { StateCheck } from './state-check.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const brokenIn = (findings: readonly Finding[]) => findings.filter((finding) => !finding.ok);
const check = ({ plan, recording }: Pick<FaultyRun, 'plan' | 'recording'>) =>
  checkInvariants(plan, recording);

it('finds nothing wrong in any run with faults', () => {
  fc.assert(
    fc.property(arbitraryFaulty(), ({ plan }) => {
      expect(brokenIn(checkInvariants(plan, record(plan)))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('finds the promise kept wherever there is one', () => {
  let promised = 0;
  const single = arbitraryFaulty({
    maxFaults: 1,
    targets: ['gpr', 'instr', 'alu', 'rat', 'mem', 'utcb'],
    protection: { comparison: 'full' },
    change: oneGroup(3),
  });
  fc.assert(
    fc.property(single, ({ plan }) => {
      const promise = checkInvariants(plan, record(plan))[8];
      if (promise.applies) promised++;
      expect(promise.ok).toBe(true);
    }),
    { numRuns: 100 },
  );
  expect(promised).toBeGreaterThan(70);
});

const FLIP = { target: 'gpr', register: 'bx', bit: 3, fate: 'stays' } as const;
const FULL = { comparison: 'full' } as const;
const group = { signalling: 'migration' as const, redundancy: 3, workload: crafted('syscall', 9) };
const kept = runFaulty({ apps: [group], faults: faultOf(FLIP), protection: FULL });

describe('the promise about one fault', () => {
  it('holds for a flip that is seen and corrected', () => {
    expect(check(kept)[8]).toMatchObject({ ok: true, applies: true, details: [] });
  });

  it('is broken by a wrong value that gets out, or by a stop', () => {
    const lie = kept.recording;
    const [app] = lie.summary.apps;
    const faults = { ...app.faults, externalizedAt: 77, externalizedEvent: 3 };
    const told = { ...lie.summary, apps: [{ ...app, faults, stop: 'crash' as const }] };
    expect(check({ ...kept, recording: { ...lie, summary: told } })[8].details).toEqual([
      'app 0: event 3 let a wrong value out at 77',
      'app 0 was stopped: crash',
    ]);
  });

  it('says that a group that hangs has still to put something out', () => {
    const faults = faultOf({ ...FLIP, fate: 'hang' });
    const hung = runFaulty({ apps: [group], faults, protection: FULL });
    expect(check(hung)[8]).toMatchObject({ ok: true, applies: true });
    expect(check(hung)[8].details[0]).toContain('hangs');
  });

  const { compared } = runFaulty({ apps: [group] }).recording.rendezvous[0];
  it.each([
    ['no fault hit', {}],
    ['2 faults hit', { faults: [...faultOf(FLIP), ...faultOf(FLIP)], protection: FULL }],
    ['target "kernel"', { faults: faultOf({ target: 'kernel' }), protection: FULL }],
    ['a sum of seven registers', { faults: faultOf(FLIP) }],
    [
      'one replica',
      { apps: [{ redundancy: 1 }], faults: faultOf({ ...FLIP, replica: 0 }), protection: FULL },
    ],
    [
      'nobody looks again',
      { faults: faultOf({ ...FLIP, at: { cycle: compared[3] + 50 } }), protection: FULL },
    ],
  ])('is not there: %s', (words, changes) => {
    const promise = check(runFaulty({ apps: [group], ...changes }))[8];
    expect(promise).toMatchObject({ ok: true, applies: false });
    expect(promise.details[0]).toContain(words);
  });
});

describe('what faults excuse', () => {
  it('is a message that they drop, and no other', () => {
    const ipc = { ...group, signalling: 'ipc' as const };
    const other = { redundancy: 'native' as const, workload: crafted('syscall', 9) };
    const drop = { target: 'message', message: 'NOTIFY', mode: 'drop' } as const;
    const dropped = runFaulty({ apps: [ipc, other], faults: faultOf(drop) });
    expect(check(dropped)[3]).toMatchObject({
      ok: true,
      details: ['messages that a fault dropped never arrive'],
    });
    const { messages } = dropped.recording;
    const hidden = { ...messages, fault: messages.fault.map(() => 0) };
    const lie = { ...dropped.recording, messages: hidden };
    expect(check({ ...dropped, recording: lie })[3].ok).toBe(false);
  });

  it('is a message to a core that has stopped for good', () => {
    const other = { redundancy: 'native' as const, workload: crafted('syscall', 9) };
    const stop = faultOf({ target: 'core', mode: 'stop', replica: 0 });
    const { compared } = runFaulty({ apps: [group, other] }).recording.rendezvous[0];
    const faults = stop.map((fault) => ({ ...fault, at: { cycle: compared[1] } }));
    const stopped = runFaulty({ apps: [group, other], faults });
    expect(check(stopped)[3]).toMatchObject({
      ok: true,
      details: ['messages to a core that has stopped for good never arrive'],
    });
  });

  it('is the end of an app, not a message more than it needs', () => {
    const dmr = { ...group, redundancy: 2 };
    const stopped = runFaulty({ apps: [dmr], faults: faultOf(FLIP) });
    expect(stopped.app.stop).toBe('fail-stop');
    expect(check(stopped)[6].details).toEqual([
      'of app 0, cut short by a fault, messages are bounded only',
    ]);
    const begun = stopped.recording.rendezvous[0].length;
    const { messages } = kept.recording;
    const more = { ...stopped.recording, messages };
    expect(messages.length).toBeGreaterThan(4 * begun);
    expect(check({ ...stopped, recording: more })[6].ok).toBe(false);
  });
});

function wrong(place: number): Deviation {
  return { place, at: 0, mask: 1, salt: 0, fate: -1, fault: 0 };
}

function after(
  comparison: 'prototype' | 'full',
  places: readonly number[],
  told: readonly Pick<Incident, 'kind' | 'replica'>[] = [],
): Finding {
  const plan = craftPlan({ apps: [{ redundancy: 3 }], protection: { comparison } });
  const machine = createMachine(plan);
  machine.replicas[0][1].deviations = places.map(wrong);
  const states = new StateCheck(plan);
  states.milestone(machine, 0, COMPARED);
  for (const incident of told) states.incident({ ...incident, app: 0 } as Incident);
  states.milestone(machine, 0, HANDLED);
  return states.violations.finding(2);
}

describe('equal states after an event', () => {
  it.each([
    ['prototype', 0, false],
    ['prototype', 4, true],
    ['prototype', PLACE_UTCB, true],
    ['prototype', PLACE_PAGE, true],
    ['full', 0, false],
    ['full', 4, false],
    ['full', PLACE_UTCB, false],
    ['full', PLACE_PAGE, true],
  ] as const)('are what %s compares: place %i', (comparison, place, ok) => {
    expect(after(comparison, [place])).toMatchObject({ ok, applies: true });
    expect(after(comparison, [])).toMatchObject({ ok: true, details: [] });
  });

  it('name the numbers', () => {
    expect(after('prototype', [0]).details).toEqual([
      expect.stringMatching(/^app 0, event 0: sums \d+, \d+, \d+; wrong values 0, 1, 0$/),
    ]);
  });

  it('are not those of a replica that the vote passed over', () => {
    const passed = after('prototype', [0], [{ kind: 'overlooked', replica: 1 }]);
    expect(passed.ok).toBe(true);
    expect(passed.details[0]).toContain('overlooks');
    expect(after('prototype', [0], [{ kind: 'overlooked', replica: 2 }]).ok).toBe(false);
  });

  it('are not looked for where a fault hit after the vote', () => {
    const hit = after('full', [0], [{ kind: 'injected', replica: 1 }]);
    expect(hit.ok).toBe(true);
    expect(hit.details[0]).toContain('nobody looks again');
  });
});
