import { ok } from '../../base/result.ts';
import { checkInvariants } from '../../analysis/invariants/check.ts';
import type { Finding } from '../../analysis/invariants/finding.ts';
import { record } from '../../run/record.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import type { ExitStatus, Io } from '../io.ts';
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
    return ok(sayFindings({ ...recording.summary, invariants }, args.flags.has('json'), io));
  },
};

/** What a run was, and what was found out about it. */
interface Checked {
  readonly kernelSteps: number;
  readonly digest: string;
  readonly invariants: readonly Finding[];
}

/** Writes what was found as text or JSON, and what fails to standard error; 1 if anything does. */
export function sayFindings(
  { kernelSteps, digest, invariants }: Checked,
  json: boolean,
  io: Pick<Io, 'out' | 'error'>,
): ExitStatus {
  const failed = invariants.filter((finding) => !finding.ok);
  if (json) {
    writeJson(io, { ok: failed.length === 0, kernelSteps, digest, invariants });
  } else {
    io.out(`${grouped(kernelSteps)} kernel steps, digest ${digest}\n`);
    for (const finding of invariants) io.out(findingText(finding));
  }
  for (const { id, name } of failed) io.error(`invariant ${id} fails: ${name}\n`);
  return failed.length === 0 ? 0 : 1;
}

function findingText(finding: Finding): string {
  const verdict = finding.applies ? (finding.ok ? 'holds' : 'FAILS') : 'n/a  ';
  const details = finding.details.map((detail) => `          ${detail}\n`).join('');
  return `${verdict}  ${finding.id}. ${finding.name}\n${details}`;
}
