import { describe, expect, it } from 'vitest';
import { type } from '../testing.ts';

const PHASES = {
  seed: 5,
  phases: [
    {
      name: 'load',
      events: 40,
      gap: { kind: 'uniform', least: 100, most: 300 },
      traps: [{ trap: 'pagefault', weight: 1 }],
    },
    {
      events: 10,
      gap: { kind: 'constant', instructions: 50_000 },
      traps: [{ trap: 'syscall', weight: 1, bytesOut: 16 }],
    },
  ],
};
const FILES = {
  'phases.json': JSON.stringify(PHASES),
  'list.json': JSON.stringify(PHASES.phases),
  'whole.json': JSON.stringify({ apps: [{ workload: { kind: 'phases', ...PHASES } }] }),
  'wrong.json': JSON.stringify({ phases: [{ ...PHASES.phases[0], events: 0 }] }),
  'text.json': '"phases"',
};

/** The digest of a run of a program as phases. */
const digestOf = (...args: string[]) => {
  const { status, out } = type(['run', ...args, '--json'], FILES);
  expect(status).toBe(0);
  const { digest, apps } = JSON.parse(out) as { digest: string; apps: { workload: string }[] };
  expect(apps[0].workload).toBe('phases');
  return digest;
};

describe('workloads of a scenario', () => {
  it('says how the traps of each app come', () => {
    const { status, out } = type(['workloads', 'phases-bursts', '--json']);
    expect(status).toBe(0);
    const { apps } = JSON.parse(out) as {
      apps: { name: string; events: number; burstiness: number }[];
    };
    expect(apps.map(({ name, events }) => [name, events])).toEqual([
      ['left', 901],
      ['right', 901],
    ]);
    expect(apps[0].burstiness).toBeGreaterThan(0.4);
  });

  it('says it for people, with a histogram', () => {
    const { out } = type(['workloads', 'crc32-tmr-ipc']);
    expect(out).toMatch(/^traps +6\u202f585$/m);
    expect(out).toMatch(/^ {2}pagefault +99\.83 %$/m);
    expect(out).toContain('crc32-large\ninstructions from');
  });

  it('takes a program as phases from a file', () => {
    const { status, out } = type(['workloads', '--phases', 'phases.json'], FILES);
    expect(status).toBe(0);
    expect(out).toMatch(/^traps +51$/m);
    expect(out).toMatch(/^bytes out +160$/m);
  });
});

describe('--phases', () => {
  it('runs the program of a file, which may also be a scenario', () => {
    const fromFile = digestOf('crc32-tmr-ipc', '--phases', 'phases.json');
    expect(digestOf('whole.json')).toBe(fromFile);
    // The list alone has seed 1.
    expect(digestOf('crc32-tmr-ipc', '--phases', 'list.json')).not.toBe(fromFile);
  });

  it('travels in a link', () => {
    const link = type(['link', 'crc32-tmr-ipc', '--phases', 'phases.json'], FILES).out.trim();
    const { out } = type(['workloads', link, '--json']);
    expect(JSON.parse(out)).toMatchObject({ apps: [{ name: 'phases', events: 51 }] });
  });

  it.each([
    [['--phases', 'none.json'], 'cannot read "none.json"'],
    [['--phases', 'wrong.json'], '"wrong.json": phases[0].events: must be at least 1'],
    [['--phases', 'text.json'], '"text.json" must be { "phases": [...] } or the list alone'],
    [
      ['--phases', 'phases.json', '--workload', 'crc32-small.l4re-4k'],
      '--workload and --phases both say what runs',
    ],
  ])('refuses %j', (args, message) => {
    const { status, error } = type(['run', 'crc32-tmr-ipc', ...args], FILES);
    expect(status).toBe(2);
    expect(error).toContain(message);
    expect(error.trim().split('\n')).toHaveLength(1);
  });
});
