import { expect, it } from 'vitest';

import { SMALL, type } from '../testing.ts';

const files = { 'small.json': SMALL };
const THIN = '\u202f';

interface Chain {
  readonly cycles: number;
  readonly headline: string;
  readonly clauses: readonly { readonly cycles: number; readonly text: string }[];
  readonly links: readonly { readonly from: number; readonly to: number }[];
}

interface Sensitivity {
  readonly length: number;
  readonly path: { readonly compute: number; readonly costs: readonly { cycles: number }[] };
  readonly gains: readonly {
    readonly name: string;
    readonly value: number;
    readonly cycles: number;
  }[];
}

const total = (rows: readonly { readonly cycles: number }[]): number =>
  rows.reduce((sum, { cycles }) => sum + cycles, 0);

function json(...argv: readonly string[]): unknown {
  const { status, out, error } = type([...argv, '--json'], files);
  expect({ status, error }).toEqual({ status: 0, error: '' });
  return JSON.parse(out);
}

const why = (...argv: readonly string[]): Chain => json('why', 'small.json', ...argv) as Chain;
const sensitivity = (...argv: readonly string[]): Sensitivity =>
  json('sensitivity', 'small.json', ...argv) as Sensitivity;
const totalCycles = (...argv: readonly string[]): number =>
  (json('run', 'small.json', ...argv) as { totalCycles: number }).totalCycles;

it('explains an event by steps that sum to it', () => {
  const chain = why('--event', '7');
  expect(chain.cycles).toBeGreaterThan(5000);
  expect(total(chain.clauses)).toBe(chain.cycles);
  expect(chain.links.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(chain.cycles);
  expect(chain.headline).toMatch(/^Event 7 lasts \d+ cycles, \d+ % of it while /u);
});

it('explains the wait of a replica', () => {
  const lengths = ['0', '1', '2'].map((replica) => {
    const chain = why('--event', '7', '--replica', replica);
    expect(total(chain.clauses)).toBe(chain.cycles);
    expect(chain.headline).toMatch(new RegExp(`^R${replica} (waits|arrives last)`, 'u'));
    return chain.cycles;
  });
  expect(lengths.filter((cycles) => cycles === 0)).toHaveLength(1);
});

it('names no title where the scenario has none', () => {
  const { out } = type(['why', 'small.json', '--event', '7', '--redundancy', '2'], files);
  expect(out).toMatch(/^Model output\n/u);
});

it('prints the steps as a table with the parameters behind them', () => {
  const { out, status } = type(['why', 'small.json', '--event', '7'], files);
  expect(status).toBe(0);
  expect(out).toMatch(/^ *\d {2}R\d computes/mu);
  expect(out).toContain('sum');
  expect(out).toContain('small (model output)');
  expect(out).toContain(`trap_entry 900, ipc_entry 500`);
});

it('gains in a run what a run with the better cost takes less', () => {
  const { length, gains, path } = sensitivity();
  expect(length).toBe(totalCycles());
  expect(total(path.costs) + path.compute).toBe(length);
  const best = gains[0];
  expect(best?.cycles).toBeGreaterThan(0);
  const better = Math.round((best?.value ?? 0) * 0.9);
  const changed = totalCycles('--cost', `${best?.name}=${better}`);
  expect(best?.cycles).toBe(length - changed);
  expect(gains.map(({ cycles }) => cycles)).toEqual(
    gains.map(({ cycles }) => cycles).toSorted((a, b) => b - a),
  );
});

it('tells the gains in one event alone', () => {
  const event = sensitivity('--event', '7');
  const chain = why('--event', '7');
  expect(event.length).toBe(chain.cycles);
  const { out } = type(['sensitivity', 'small.json', '--event', '7', '--percent', '50'], files);
  expect(out).toContain(
    `Event 7 lasts ${chain.cycles.toLocaleString('en').replace(',', THIN)} cycles`,
  );
});

it.each([
  [['why', 'small.json'], 'which event'],
  [['why', 'small.json', '--event', '0'], 'from 1 to 21'],
  [['why', 'small.json', '--event', '22'], 'from 1 to 21'],
  [['why', 'small.json', '--event', '7', '--replica', '3'], 'from 0 to 2'],
  [['why', 'small.json', '--event', '7', '--app', '1'], 'can only be 0'],
  [['sensitivity', 'small.json', '--percent', '100'], 'below 100'],
  [['sensitivity', 'small.json', '--percent', 'ten'], 'is "ten"'],
])('refuses what it cannot explain: %j', (argv, words) => {
  const { status, error } = type(argv, files);
  expect(status).toBe(2);
  expect(error).toContain(words);
});

it('says how far a run came, and what stopped it, where an event is never completed', () => {
  const fault = { replica: 1, target: 'gpr', register: 'bx', bit: 3, fate: 'stays' };
  const stopped = JSON.stringify({
    ...(JSON.parse(SMALL) as object),
    faults: [{ at: { event: 2 }, ...fault }],
  });
  const { status, error } = type(['why', 'stopped.json', '--event', '3'], {
    'stopped.json': stopped,
  });
  expect(status).not.toBe(0);
  expect(error).toMatch(
    /The application completes 2 of \d+ events\. Romain enters the kernel debugger, which halts the machine\./u,
  );
});
