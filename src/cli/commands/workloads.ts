import { ok } from '../../base/result.ts';
import type { ProfileIndexEntry } from '../../workload/profile-index.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { grouped } from '../numbers.ts';
import { formatTable } from '../table.ts';

/** `workloads`: the shipped profiles. */
export const WORKLOADS: Command = {
  name: 'workloads',
  usage: '[--json]',
  summary: 'Lists the shipped workload profiles.',
  options: ['json'],
  operands: 0,
  run(args, io) {
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
  },
};

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
