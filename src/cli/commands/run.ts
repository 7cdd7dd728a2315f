import { ok } from '../../base/result.ts';
import { measure } from '../../run/record.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { prepare } from '../prepare.ts';
import { runReport } from '../run-report.ts';

/** `run`: one scenario from start to end. */
export const RUN: Command = {
  name: 'run',
  usage: '<scenario> [--json] [options that change it]',
  summary: 'Runs a scenario and prints its figures.',
  options: ['json', ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const prepared = prepare(args, io);
    if (!prepared.ok) return prepared;
    const { summary } = measure(prepared.value.plan);
    if (args.flags.has('json')) writeJson(io, summary);
    else io.out(runReport(prepared.value.scenario.title, summary));
    return ok(0);
  },
};
