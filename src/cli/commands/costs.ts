import { ok } from '../../base/result.ts';
import { COST_NAMES, COST_PARAMETERS, COST_PRESET_IDS, COST_PRESETS } from '../../kernel/costs.ts';
import type { CostName, CostParameter } from '../../kernel/costs.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { grouped } from '../numbers.ts';
import { formatTable, listParameters } from '../table.ts';

/** `costs`: every modelled latency with its range, unit, basis and source. */
export const COSTS: Command = {
  name: 'costs',
  usage: '[--json]',
  summary: 'Lists the cost parameters with range, unit, basis and source.',
  options: ['json'],
  operands: 0,
  run(args, io) {
    if (args.flags.has('json')) {
      const costs = COST_NAMES.map((name) => ({ name, ...COST_PARAMETERS[name] }));
      const presets = COST_PRESET_IDS.map((id) => ({ id, ...COST_PRESETS[id] }));
      writeJson(io, { costs, presets });
      return ok(0);
    }
    io.out(parameterText());
    io.out('\nPresets (for a scenario file: costs.preset):\n');
    io.out(formatTable(COST_PRESET_IDS.map(presetRow), [0, 1, 2]));
    return ok(0);
  },
};

/** A line of figures per parameter, and below it what it is and on what it rests. */
function parameterText(): string {
  const head = ['name', 'value', 'plausible range', 'unit', 'source'];
  const notes = COST_NAMES.map((name) => {
    const { title, basis }: CostParameter = COST_PARAMETERS[name];
    return `${title}; basis: ${basis}`;
  });
  return listParameters([head, ...COST_NAMES.map(rowOf)], notes, [0, 3, 4]);
}

function rowOf(name: CostName): string[] {
  const { value, range, unit, source }: CostParameter = COST_PARAMETERS[name];
  const decimals = Number.isInteger(value) ? 0 : 1;
  const [low, high] = range;
  return [name, grouped(value, decimals), `${grouped(low)} to ${grouped(high)}`, unit, source];
}

function presetRow(id: (typeof COST_PRESET_IDS)[number]): string[] {
  const { values, why } = COST_PRESETS[id];
  const changes = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return [`  ${id}`, changes.length === 0 ? '(the values above)' : changes.join(' '), why];
}
