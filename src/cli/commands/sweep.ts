import { err } from '../../base/result.ts';
import type { Command } from '../command.ts';
import { listSweeps } from './sweep-list.ts';
import { mergeSweep } from './sweep-merge.ts';
import { runSweep } from './sweep-run.ts';

/** `sweep`: a scenario along one or two parameters, whole or in shards, and their merging. */
export const SWEEP: Command = {
  name: 'sweep',
  usage:
    '<spec.json> [--metric run-time,energy] [--json | --csv] [--shard i/n] [--out FILE]\n' +
    '      [--resume FILE] [--page ADDRESS] [--energy-weights polling=0.8,halted=0.1]\n' +
    '  sweep merge FILE... [--metric a,b] [--json | --csv] [--page ADDRESS]\n' +
    '      [--energy-weights polling=0.8,halted=0.1]\n  sweep list',
  summary: 'Varies one or two parameters and says which method wins where; docs/sweeps.md.',
  options: ['metric', 'json', 'csv', 'shard', 'out', 'resume', 'page', 'energy-weights'],
  operands: Infinity,
  run(args, io) {
    const [first, second] = args.operands;
    if (first === 'merge') return mergeSweep(args, io);
    if (first === 'list' && second === undefined) return listSweeps(args, io);
    return second === undefined ? runSweep(args, io) : err(`unexpected "${second}"`);
  },
};
