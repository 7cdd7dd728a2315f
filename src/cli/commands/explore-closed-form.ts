import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { AppForm } from '../../analysis/closed-form/closed-form.ts';
import { createClosedForms } from '../../analysis/closed-form/closed-form.ts';
import type { Comparison, Distance } from '../../analysis/closed-form/compare.ts';
import { compareWithRuns, distances } from '../../analysis/closed-form/compare.ts';
import type { PlacementPoint } from '../../analysis/placement/study.ts';
import {
  placementPoints,
  placementScenario,
  placementStudyOf,
} from '../../analysis/placement/study.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { compilePlan } from '../../scenario/compile.ts';
import type { Io, Outcome } from '../io.ts';
import { percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { problemLine } from '../resolve-scenario.ts';
import type { Column } from './explore-output.ts';
import { numbers, withProgress, words, writeStudy } from './explore-output.ts';
import type { Explored } from './explore-options.ts';
import { explored, refuseOptions } from './explore-options.ts';

interface Row extends PlacementPoint {
  readonly form: AppForm;
  /** `null` = not simulated. */
  readonly run: Comparison | null;
}

const FORM_COLUMNS: readonly Column<Row>[] = [
  words('method', 'method', ({ method }) => method),
  words('placement', 'placement', ({ rule }) => rule),
  numbers('replicas', 'replicas', ({ replicas }) => replicas),
  numbers('cycles/event', 'cycles_per_event', ({ form }) => form.estimate.cyclesPerEvent),
  numbers('run cycles', 'run_cycles', ({ form }) => form.estimate.totalCycles),
  {
    head: 'overhead',
    field: 'overhead_percent',
    text: ({ form }) => percent(form.estimate.overheadPercent / 100, 1),
    value: ({ form }) => form.estimate.overheadPercent,
  },
  numbers('demand', 'demand', ({ form }) => form.estimate.resDemand),
  words('holds', 'holds', ({ form }) =>
    form.limits.length === 0 ? 'yes' : form.limits.map(({ reason }) => reason).join(' '),
  ),
];

const RUN_COLUMNS: readonly Column<Row>[] = [
  numbers('simulated', 'simulated_per_event', ({ run }) => run?.simulated ?? 0),
  {
    head: 'error',
    field: 'error',
    text: ({ run }) => percent(run?.error ?? 0),
    value: ({ run }) => run?.error ?? '',
  },
];

/** `explore closed-form`: every method and placement added up, and with `--simulate` run beside it. */
export function exploreClosedForm(args: Arguments, io: Io): Outcome {
  const refused = refuseOptions(args, 'closed-form', ['apps', 'res-cores', 'cores', 'faults']);
  if (!refused.ok) return refused;
  const common = explored(args, io);
  if (!common.ok) return common;
  const cases = casesOf(common.value);
  if (!cases.ok) return cases;
  const forms = createClosedForms();
  const simulate = args.flags.has('simulate');
  const runs = simulate
    ? withProgress(io, compareWithRuns(cases.value, forms), cases.value.length)
    : [];
  const rows = cases.value.map(({ point, plan }, i): Row => {
    const [form] = forms.of(plan).apps;
    return Object.assign({}, point, { form, run: runs[i] ?? null });
  });
  const found = distances(runs);
  writeStudy(args, io, {
    study: 'closed-form',
    scenario: common.value.scenario,
    rows,
    columns: simulate ? [...FORM_COLUMNS, ...RUN_COLUMNS] : FORM_COLUMNS,
    left: [0, 1],
    findings: found.map(distanceSentence),
    notes: notesOf(rows),
    json: { rows, distances: found },
  });
  return ok(found.every(({ worst, tolerance }) => worst <= tolerance) ? 0 : 1);
}

interface FormCase {
  readonly label: string;
  readonly point: PlacementPoint;
  readonly plan: MachinePlan;
}

function casesOf({ scenario, profiles, ...own }: Explored): Result<readonly FormCase[], string> {
  const spec = placementStudyOf(scenario, own);
  const cases: FormCase[] = [];
  for (const point of placementPoints(spec)) {
    // How long replicas wait for their turns is not in the sum.
    if (point.rule === 'shared-cores') continue;
    const plan = compilePlan(placementScenario(spec, point), profiles);
    if (!plan.ok) return err(problemLine(plan.error));
    const label = `${point.method}, ${point.replicas} replicas, ${point.rule}`;
    cases.push({ label, point, plan: plan.value });
  }
  return ok(cases);
}

function distanceSentence(found: Distance): string {
  const { signalling, cases, mean, worst, worstCase, tolerance } = found;
  const verdict = worst <= tolerance ? 'within' : 'beyond';
  return `${signalling}: cycles per event are ${percent(mean)} off on average and ${percent(worst)} at most (${worstCase}), ${verdict} the tolerance of ${percent(tolerance, 0)}; ${cases} runs.`;
}

function notesOf(rows: readonly Row[]): string[] {
  const limits = new Map(
    rows.flatMap(({ form }) => form.limits.map(({ reason, sentence }) => [reason, sentence])),
  );
  const sentences = [...limits].map(([reason, sentence]) => `${reason}: ${sentence}`);
  return [
    '\nAdded up, not simulated; cycles per event: (run time - compute) / events; demand: work of the Res core per event; docs/scalability.md.',
    ...sentences,
  ];
}
