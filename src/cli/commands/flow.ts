import { ok } from '../../base/result.ts';
import type { FlowName, FlowParameter } from '../../kernel/faults/flow-parameters.ts';
import { FLOW_NAMES, FLOW_PARAMETERS } from '../../kernel/faults/flow-parameters.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { listParameters } from '../table.ts';

/** `flow`: the probabilities by which wrong values go on, each with range, basis and source. */
export const FLOW: Command = {
  name: 'flow',
  usage: '[--json]',
  summary: 'Lists the probabilities by which wrong values go on, with range, basis and source.',
  options: ['json'],
  operands: 0,
  run(args, io) {
    if (args.flags.has('json')) {
      writeJson(io, { flow: FLOW_NAMES.map((name) => ({ name, ...FLOW_PARAMETERS[name] })) });
      return ok(0);
    }
    const head = ['name', 'value', 'plausible range', 'source'];
    io.out(listParameters([head, ...FLOW_NAMES.map(rowOf)], FLOW_NAMES.map(noteOf), [0, 3]));
    io.out(
      '\nPer replica and stretch of user code between two traps, unless the title says per fault.\n',
    );
    return ok(0);
  },
};

function rowOf(name: FlowName): string[] {
  const { value, range, source }: FlowParameter = FLOW_PARAMETERS[name];
  const [low, high] = range;
  return [name, String(value), `${low} to ${high}`, source];
}

function noteOf(name: FlowName): string {
  const { title, basis }: FlowParameter = FLOW_PARAMETERS[name];
  return `${title}; basis: ${basis}`;
}
