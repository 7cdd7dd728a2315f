import { ok } from '../../base/result.ts';
import { PRESETS } from '../../scenario/presets.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { formatTable } from '../table.ts';

/** `presets`: the ready scenarios. */
export const PRESETS_COMMAND: Command = {
  name: 'presets',
  usage: '[--json]',
  summary: 'Lists the ready scenarios.',
  options: ['json'],
  operands: 0,
  run(args, io) {
    if (args.flags.has('json')) writeJson(io, { presets: PRESETS });
    else
      io.out(
        formatTable(
          PRESETS.map(({ id, title }) => [id, title]),
          [0, 1],
        ),
      );
    return ok(0);
  },
};
