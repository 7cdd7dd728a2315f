import { describe, expect, it } from 'vitest';
import { COST_NAMES, COST_PARAMETERS } from '../../kernel/costs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { parseScenario } from '../../scenario/schema.ts';
import { type } from '../testing.ts';

describe('presets', () => {
  it('lists id, title and a valid scenario of each as JSON', () => {
    const { status, out } = type(['presets', '--json']);
    expect(status).toBe(0);
    const { presets } = JSON.parse(out) as {
      presets: { id: string; title: string; scenario: Scenario }[];
    };
    expect(presets.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'crc32-tmr-ipc',
        'crc32-native',
        'susan-dmr-polling',
        'talk-migration',
      ]),
    );
    for (const { id, scenario } of presets) {
      expect(parseScenario(scenario), id).toEqual({ ok: true, value: scenario });
    }
  });

  it('lists one a line for people', () => {
    const { out } = type(['presets']);
    expect(out).toMatch(/^crc32-tmr-polling +CRC32, TMR, shared-memory polling$/m);
  });
});

describe('workloads', () => {
  it('lists the index as JSON', () => {
    const { workloads } = JSON.parse(type(['workloads', '--json']).out) as {
      workloads: { id: string; events: { total: number } }[];
    };
    expect(workloads.find(({ id }) => id === 'crc32-large.l4re-4k')?.events.total).toBe(6585);
  });

  it('lists one a line for people', () => {
    expect(type(['workloads']).out).toMatch(/^crc32-large\.l4re-4k +6\u202f585 +6\u202f574/m);
  });
});

describe('costs', () => {
  it('lists every parameter with range, unit, basis and source as JSON', () => {
    const { costs, presets } = JSON.parse(type(['costs', '--json']).out) as {
      costs: { name: string }[];
      presets: { id: string }[];
    };
    expect(costs.map(({ name }) => name)).toEqual(COST_NAMES);
    expect(costs[0]).toEqual({ name: 'trap_entry', ...COST_PARAMETERS.trap_entry });
    expect(presets.map(({ id }) => id)).toContain('scc-like');
  });

  it('names basis and source for people', () => {
    const { out } = type(['costs']);
    expect(out).toMatch(
      /^memcpy_bw +3\.5 +2 to 4 +bytes per cycle +paper\n +memory copy bandwidth; basis: 9283 MB/m,
    );
  });
});

describe('help', () => {
  it.each([['help'], ['--help'], ['-h']])('%s names every command and the exit status', (word) => {
    const { status, out } = type([word]);
    expect(status).toBe(0);
    for (const name of [
      'run',
      'matrix',
      'presets',
      'workloads',
      'costs',
      'trace',
      'link',
      'validate',
    ]) {
      expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    }
    expect(out).toContain('2 bad usage or input');
  });

  it('explains one command', () => {
    expect(type(['trace', '--help']).out).toContain('--format csv|jsonl --out FILE');
  });
});
