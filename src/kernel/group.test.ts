import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRAP_KINDS } from '../base/vocabulary.ts';
import { cyclesOf } from '../testing/steps.ts';
import {
  COST_NAMES,
  COST_PARAMETERS,
  COST_PRESETS,
  COST_PRESET_IDS,
  resolveCosts,
} from './costs.ts';
import { handlingOf, nativeTrapCost } from './handling.ts';
import { firstPollAt } from './poll-loop.ts';
import { handlingClass } from './program.ts';

describe('handling', () => {
  const costs = resolveCosts('fast-ipi');

  it.each([
    ['pagefault', 'observer_dispatch + pf_handle', 0, 'native_pf'],
    ['exception', 'observer_dispatch', 0, 'native_sys'],
    ['irq', 'observer_dispatch + irq_trigger', 0, 'native_sys'],
    ['syscall', 'observer_dispatch + 4*utcb_copy + ipc_entry + server_time', 2048, 'native_sys'],
    ['ipc', 'observer_dispatch + 4*utcb_copy + ipc_entry + server_time', 2048, 'native_sys'],
    ['exit', 'observer_dispatch + 4*utcb_copy + ipc_entry + server_time', 2048, 'native_sys'],
  ] as const)('of a %s costs %s ((b) V4)', (kind, cycles, bytesCopied, native) => {
    expect(handlingOf(costs, kind)).toMatchObject({ cycles: cyclesOf(costs, cycles), bytesCopied });
    expect(nativeTrapCost(costs, kind)).toBe(costs[native]);
  });

  it('never costs a proxied call less than a native one', () => {
    expect(costs.ipc_entry + costs.server_time).toBeGreaterThanOrEqual(costs.native_sys);
  });

  it('is once and copied, but for exceptions and the page faults of 2012 (4.6, 4.7)', () => {
    const finished = ([2012, 2013] as const).map((era) =>
      TRAP_KINDS.filter((kind) => handlingClass(kind, era) === 'finished'),
    );
    expect(finished).toEqual([
      ['pagefault', 'exception', 'watchdog'],
      ['exception', 'watchdog'],
    ]);
  });
});

it('finds the first poll that can see a store', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10_000 }),
      fc.nat({ max: 10_000 }),
      fc.integer({ min: 1, max: 900 }),
      (time, first, period) => {
        const poll = firstPollAt(time, first, period);
        expect(poll).toBeGreaterThanOrEqual(Math.max(time, first));
        expect((poll - first) % period).toBe(0);
        expect(poll === first || poll - period < time).toBe(true);
      },
    ),
  );
});

describe('the cost table', () => {
  // Facts 5.2, default and range.
  it.each([
    ['trap_entry', 900, 600, 1500],
    ['vcpu_resume', 900, 600, 1500],
    ['gdt_set', 250, 150, 400],
    ['csum', 60, 30, 100],
    ['state_lines', 4, 2, 6],
    ['line_local', 75, 65, 110],
    ['line_remote', 300, 186, 400],
    ['observer_dispatch', 400, 200, 800],
    ['pf_handle', 2200, 1500, 3500],
    ['put', 200, 100, 400],
    ['get', 200, 100, 400],
    ['utcb_copy', 60, 40, 120],
    ['ipc_entry', 500, 300, 800],
    ['ctx_switch', 400, 200, 700],
    ['ipi_send', 150, 100, 300],
    ['ipi_latency', 500, 400, 1600],
    ['ipi_handler', 400, 300, 900],
    ['drq', 250, 150, 500],
    ['irq_trigger', 450, 300, 700],
    ['mig_src', 1100, 700, 2000],
    ['mig_dst', 700, 400, 1200],
    ['cold_cache', 2200, 1000, 4000],
    ['idle_wake', 0, 0, 2500],
    ['poll_period', 350, 200, 600],
    ['mutex', 120, 50, 300],
    ['store', 100, 50, 300],
    ['skew_sigma', 300, 100, 1500],
    ['native_pf', 2600, 2000, 4000],
    ['native_sys', 800, 500, 1500],
    ['memcpy_bw', 3.5, 2, 4],
  ] as const)('has %s = %d, %d to %d, as the facts propose', (name, value, low, high) => {
    expect(COST_PARAMETERS[name].value).toBe(value);
    expect(COST_PARAMETERS[name].range).toEqual([low, high]);
  });

  it('says of every value what it rests on, and keeps it in its range', () => {
    for (const name of COST_NAMES) {
      const { value, range, basis, title } = COST_PARAMETERS[name];
      expect(basis.length * title.length).toBeGreaterThan(0);
      expect(value >= range[0] && value <= range[1]).toBe(true);
    }
  });

  it('is changed by a preset, and that by what a person sets', () => {
    for (const preset of COST_PRESET_IDS) {
      const { values } = COST_PRESETS[preset];
      const costs = resolveCosts(preset, { csum: 77 });
      for (const name of COST_NAMES) {
        const expected = name === 'csum' ? 77 : { ...resolveCosts('fast-ipi'), ...values }[name];
        expect(costs[name]).toBe(expected);
      }
    }
    expect(resolveCosts('slow-ipi')).toMatchObject({
      ipi_latency: 1000,
      ipi_handler: 700,
      drq: 400,
    });
    const { ipi_latency, ipi_handler, drq } = resolveCosts('scc-like');
    expect(ipi_latency + ipi_handler + drq).toBe(110);
  });
});
