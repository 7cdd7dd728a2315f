import { ok } from '../../base/result.ts';
import { checkInvariants } from '../../analysis/invariants/check.ts';
import type { Finding } from '../../analysis/invariants/finding.ts';
import { record } from '../../run/record.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { grouped } from '../numbers.ts';
import { checkReached, prepare } from '../prepare.ts';

/** `validate`: runs a scenario and checks every invariant of the model on what was recorded. */
export const VALIDATE: Command = {
  name: 'validate',
  usage: '<scenario> [--json] [options that change it]',
  summary: 'Runs it and checks every invariant of the model; exit status 1 if one fails.',
  options: ['json', ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const prepared = prepare(args, io);
    if (!prepared.ok) return prepared;
    const recording = record(prepared.value.plan);
    const reached = checkReached(prepared.value, recording.summary);
    if (!reached.ok) return reached;
    const invariants = checkInvariants(prepared.value.plan, recording);
    const failed = invariants.filter((finding) => !finding.ok);
    const { kernelSteps, digest } = recording.summary;
    if (args.flags.has('json')) {
      writeJson(io, { ok: failed.length === 0, kernelSteps, digest, invariants });
    } else {
      io.out(`${grouped(kernelSteps)} kernel steps, digest ${digest}\n`);
      for (const finding of invariants) io.out(findingText(finding));
    }
    for (const { id, name } of failed) io.error(`invariant ${id} fails: ${name}\n`);
    return ok(failed.length === 0 ? 0 : 1);
  },
};

function findingText(finding: Finding): string {
  const verdict = finding.applies ? (finding.ok ? 'holds' : 'FAILS') : 'n/a  ';
  const details = finding.details.map((detail) => `          ${detail}\n`).join('');
  return `${verdict}  ${finding.id}. ${finding.name}\n${details}`;
}
