import { describe, expect, it } from 'vitest';
import { SMALL, type } from '../testing.ts';

const files = { 'small.json': SMALL };
const HIT = JSON.stringify({
  title: 'hit',
  apps: [
    {
      signalling: 'migration',
      workload: { kind: 'periodic', events: 6, instructions: 10_000, trap: 'syscall' },
    },
  ],
  faults: [
    { at: { event: 2 }, app: 0, replica: 1, target: 'gpr', register: 'bx', bit: 3, fate: 'stays' },
  ],
});

interface Row {
  readonly step: number;
  readonly time: number;
  readonly kind: string;
  readonly core: number;
  readonly app: number;
  readonly replica: number;
  readonly arg: number;
}

const write = (...options: string[]) =>
  type(['trace', 'small.json', '--format', 'jsonl', '--out', 'a', ...options], files);
const rowsOf = (...options: string[]): Row[] => {
  const typed = write(...options);
  expect(typed.error).toBe('');
  return (typed.written.get('a') ?? []).map((line) => JSON.parse(line) as Row);
};
const all = rowsOf();
const searched = (words: string) =>
  type(['trace', 'hit.json', '--format', 'csv', '--out', 'a', '--search', words], {
    'hit.json': HIT,
  });
const told = (...options: string[]) =>
  type(['trace', 'hit.json', '--incidents', '--format', 'jsonl', '--out', 'a', ...options], {
    'hit.json': HIT,
  }).written.get('a') ?? [];

describe('trace with filters', () => {
  it.each<[string[], (row: Row) => boolean]>([
    [['--kind', 'call-sent'], ({ kind }) => kind === 'call-sent'],
    [
      ['--kind', 'compare', '--kind', 'trap'],
      ({ kind }) => ['warmed-up', 'summed', 'compared', 'trap'].includes(kind),
    ],
    [['--kind', 'handled,resumed'], ({ kind }) => kind === 'handled' || kind === 'resumed'],
    [['--core', 'C2'], ({ core }) => core === 2],
    [['--core', '0', '--kind', 'summed'], ({ core, kind }) => core === 0 && kind === 'summed'],
    [['--from', '100000', '--to', '120us'], ({ time }) => time >= 100_000 && time < 312_000],
    [
      ['--search', 'notify r1'],
      ({ kind, arg, replica }) =>
        (kind === 'notify-sent' && arg === 1) ||
        (kind.startsWith('ipi-') && replica === 1 && arg === 4),
    ],
  ])('%j writes the steps that pass', (options, passes) => {
    const expected = all.filter(passes);
    expect(expected.length).toBeGreaterThan(3);
    expect(rowsOf(...options)).toEqual(expected);
  });

  it('takes steps that a replica takes and those that are taken for it', () => {
    const rows = rowsOf('--replica', 'R2', '--kind', 'summed,trap');
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['summed', 'trap']));
    expect(rows.every(({ kind, replica, arg }) => (kind === 'trap' ? replica : arg) === 2)).toBe(
      true,
    );
  });

  it('keeps the header and says how much it has left out', () => {
    const typed = type(
      ['trace', 'small.json', '--format', 'csv', '--out', 'a', '--kind', 'compared'],
      files,
    );
    expect(typed.written.get('a')?.[0]).toBe('step,time,kind,core,app,replica,arg');
    expect(typed.written.get('a')?.length).toBe(22);
    expect(typed.out).toMatch(/^21 of [\d\s]+ kernel steps written to a\n$/u);
  });

  it('points to the incidents where no kernel step passes', () => {
    const none = searched('mismatch');
    expect(none.status).toBe(0);
    expect(none.out).toMatch(/^0 of /u);
    expect(none.error).toMatch(
      /^note: no kernel step passes, but the faults of this run caused \d+ incidents; --incidents writes those instead\n$/u,
    );
    expect(searched('trap').error).toBe('');
    // Without faults there is nothing to point to.
    expect(write('--search', 'mismatch').error).toBe('');
  });

  it('chooses incidents by replica and time', () => {
    const mine = told('--replica', '1').map((line) => JSON.parse(line) as { replica: number });
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.length).toBeLessThan(told().length);
    expect(mine.every(({ replica }) => replica === 1)).toBe(true);
    expect(told('--to', '1')).toEqual([]);
  });

  it.each([
    [['--kind', 'cal-sent'], '--kind cannot be "cal-sent"; did you mean "call-sent"?'],
    [['--core', '99'], '--core must be a number from 0 to 11, but is "99"'],
    [['--replica', 'C1'], '--replica must be a number from 0 to 2, but is "C1"'],
    [['--app', '-1'], '--app must be a number from 0 to 0, but is "-1"'],
    [['--incidents', '--search', 'x'], '--kind and --search look at kernel steps'],
    [['--from', 'noon'], '--from must be cycles'],
  ])('refuses %j in one sentence', (options, sentence) => {
    const typed = write(...options.slice(0, 1), ...options.slice(1));
    expect(typed.status).toBe(2);
    expect(typed.error).toContain(sentence);
    expect(typed.written.size).toBe(0);
  });
});
