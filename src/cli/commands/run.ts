import { ok } from '../../base/result.ts';
import { measure, record } from '../../run/record.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { deviceReport } from '../device-report.ts';
import { countIncidents, faultReport } from '../fault-report.ts';
import { checkReached, prepare } from '../prepare.ts';
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
    const { plan, scenario } = prepared.value;
    const { atCycle, atEvent } = plan.faults;
    // Replicas that touch a device themselves come apart without any fault.
    const naive = plan.apps.some(({ device }) => device?.access === 'naive');
    const faulty = atCycle.length > 0 || atEvent.length > 0 || naive;
    const { summary, incidents } = faulty ? record(plan) : { ...measure(plan), incidents: [] };
    const reached = checkReached(prepared.value, summary);
    if (!reached.ok) return reached;
    const counts = countIncidents(incidents);
    if (args.flags.has('json')) writeJson(io, { ...summary, incidents: counts });
    else {
      const report = [runReport(scenario.title, summary), deviceReport(summary)];
      io.out(report.join('') + faultReport(summary, counts));
    }
    return ok(0);
  },
};
