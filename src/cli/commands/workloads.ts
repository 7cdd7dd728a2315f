import { ok } from '../../base/result.ts';
import type { ProfileIndexEntry } from '../../workload/profile-index.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import type { Io, Outcome } from '../io.ts';
import type { Arguments } from '../options.ts';
import { grouped } from '../numbers.ts';
import { prepare } from '../prepare.ts';
import { formatTable } from '../table.ts';
import { appStatistics, statisticsText } from './workload-text.ts';

/** `workloads`: the shipped profiles, or how the traps of a scenario's programs come. */
export const WORKLOADS: Command = {
  name: 'workloads',
  usage: '[<scenario>] [--json] [options that change it]',
  summary: 'Lists the shipped workload profiles, or says how the traps of a scenario come.',
  options: ['json', ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const asked = args.operands.length > 0 || args.values.size > 0;
    return asked ? describe(args, io) : list(args, io);
  },
};

function describe(args: Arguments, io: Io): Outcome {
  const prepared = prepare(args, io, 'crc32-tmr-ipc');
  if (!prepared.ok) return prepared;
  const apps = appStatistics(prepared.value.scenario, io.files);
  if (!apps.ok) return apps;
  if (args.flags.has('json')) writeJson(io, { apps: apps.value });
  else io.out(statisticsText(apps.value));
  return ok(0);
}

function list(args: Arguments, io: Io): Outcome {
  const index = io.files.readWorkload('index.json');
  if (!index.ok) return index;
  const workloads = JSON.parse(index.value) as readonly ProfileIndexEntry[];
  if (args.flags.has('json')) {
    writeJson(io, { workloads });
    return ok(0);
  }
  const head = ['id', 'traps', 'page faults', 'calls', 'instructions', 'data', 'program'];
  io.out(formatTable([head, ...workloads.map(rowOf)], [0, 5, 6]));
  io.out(
    '\nestimated: traps on L4Re by rule from a measured run; see public/workloads/README.md\n',
  );
  return ok(0);
}

function rowOf({ id, events, instructions, kind, title }: ProfileIndexEntry): string[] {
  return [
    id,
    grouped(events.total),
    grouped(events.pagefault),
    grouped(events.syscall + events.ipc),
    instructions === undefined ? '-' : grouped(instructions),
    kind,
    title,
  ];
}
