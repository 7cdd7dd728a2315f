import { encodeLink } from '../../src/scenario/link.ts';
import type { FaultSpec, SegmentSpec } from '../../src/scenario/scenario.ts';
import type { Figures } from './contenders.ts';
import { presetScenario } from './plans.ts';

/** Characters of three links: a preset, one with a few changes, one with 40 segments and 20 faults. */
export function linkSizes(): Figures {
  const scenario = presetScenario('crc32-tmr-ipc');
  const view = { time: 123_456_789, step: 200_000, window: [100_000_000, 150_000_000] } as const;
  const overrides = { ipi_latency: 1000, drq: 400, csum: 45 };
  const changed = {
    ...scenario,
    title: 'A slower interrupt',
    seed: 42,
    costs: { ...scenario.costs, overrides },
  };
  const segments = Array.from({ length: 40 }, (_, i): SegmentSpec => ({
    instructions: 10_000 + ((i * 7919) % 50_000),
    trap: i % 3 === 0 ? 'pagefault' : 'syscall',
    repeat: 1 + (i % 5),
    bytesIn: (i * 613) % 4096,
  }));
  const faults = Array.from({ length: 20 }, (_, i): FaultSpec => ({
    at: i % 2 === 0 ? { cycle: i * 1_234_567 } : { event: i * 3 },
    app: 0,
    replica: i % 3,
    target: 'gpr',
    register: (['ax', 'bx', 'sp', 'ip'] as const)[i % 4],
    bit: (i * 5) % 32,
  }));
  const large = {
    ...changed,
    apps: [{ ...scenario.apps[0], workload: { kind: 'segments' as const, segments } }],
    faults,
  };
  return {
    preset: encodeLink({ scenario, view: {} }).length,
    changed: encodeLink({ scenario: changed, view }).length,
    large: encodeLink({ scenario: large, view }).length,
  };
}
