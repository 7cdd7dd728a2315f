import { checkSweep } from '../analysis/sweep/check-sweep.ts';
import { areDefault, checkWeights } from '../analysis/sweep/energy-weights.ts';
import type { FreeWeight } from '../analysis/sweep/energy-weights.ts';
import { DEFAULT_WEIGHTS } from '../analysis/sweep/metrics.ts';
import type { EnergyWeights } from '../analysis/sweep/metrics.ts';
import { parameterOf } from '../analysis/sweep/parameters.ts';
import type { ParameterName } from '../analysis/sweep/parameters.ts';
import { MAX_SEEDS, sweepOf, variantsOf } from '../analysis/sweep/spec.ts';
import type { SweepAxis, SweepSpec } from '../analysis/sweep/spec.ts';
import { valuesOfAxis } from '../analysis/sweep/axis-values.ts';
import type { ParameterValue, Scope } from '../analysis/sweep/sweep-parameter.ts';
import { groupDigits, typedNumber } from '../base/digits.ts';
import { t } from '../base/language.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import type {
  AppSpec,
  PlacementSpec,
  Scenario,
  ScenarioProblem,
  WorkloadSpec,
} from '../scenario/scenario.ts';

/** An axis as a person types it; which fields count is for `scale` to say. */
export interface AxisDraft {
  readonly parameter: ParameterName;
  readonly scale: SweepAxis['scale'];
  readonly from: string;
  readonly to: string;
  readonly steps: string;
  /** Values with commas between them. */
  readonly list: string;
}

/** A sweep as a person types it; `null` = what the scenario of the Lab says. */
export interface SweepDraft {
  readonly x: AxisDraft;
  /** `null` = along one axis only. */
  readonly y: AxisDraft | null;
  /** One application with this program instead of those of the Lab. */
  readonly workload: WorkloadSpec | null;
  readonly placement: PlacementSpec | null;
  readonly methods: readonly SignallingMethod[];
  readonly redundancies: readonly AppSpec['redundancy'][];
  /** Which applications take methods, redundancies and the parameters of applications. */
  readonly scope: Scope;
  /** How many, from the seed of the Lab on; or which, with commas between them. */
  readonly seeds: string;
  /** Of the energy proxy, against a core at work. */
  readonly weights: Readonly<Record<FreeWeight, string>>;
}

/** Steps of an axis unless told otherwise. */
const STEPS = 11;
/** Most runs that the page does; the command line does more, on more machines. */
const MAX_PAGE_RUNS = 200_000;
/** Instructions between traps of the program that a sweep begins with. */
const FIRST_GAP = 72_000;

/** Page faults at even distances: short enough to run thousands of times in seconds. */
export const PAGE_FAULTS: WorkloadSpec = {
  kind: 'periodic',
  events: 20,
  instructions: FIRST_GAP,
  trap: 'pagefault',
};

/** What a person finds: the cost of an IPI against the distance of page faults. */
export function createSweepDraft(): SweepDraft {
  return {
    x: { ...axisDraft('ipi'), from: '100', to: '5000', scale: 'linear' },
    y: { ...axisDraft('gap'), from: '3000', to: '600000' },
    workload: PAGE_FAULTS,
    placement: null,
    methods: ['polling', 'ipc', 'migration'],
    redundancies: [2, 3],
    scope: 'all',
    seeds: '3',
    weights: { polling: String(DEFAULT_WEIGHTS.polling), halted: String(DEFAULT_WEIGHTS.halted) },
  };
}

/** An axis over the usual values of `parameter`. */
export function axisDraft(parameter: ParameterName): AxisDraft {
  const { range } = parameterOf(parameter);
  if (range.kind === 'words') {
    const list = range.words.join(', ');
    return { parameter, scale: 'list', from: '', to: '', steps: String(STEPS), list };
  }
  const [from, to] = range.whole ? range.usual.map(Math.round) : range.usual;
  const count = range.whole ? to - from + 1 : Infinity;
  return {
    parameter,
    scale: from > 0 && to / from > 20 ? 'log' : 'linear',
    from: String(from),
    to: String(to),
    steps: String(Math.min(STEPS, count)),
    list: `${from}, ${to}`,
  };
}

/** `draft` with a value more between every two of each axis that is no list; the values there are stay. */
export function finerDraft(draft: SweepDraft): SweepDraft {
  const { x, y } = draft;
  return { ...draft, x: finerAxis(x), y: y === null ? null : finerAxis(y) };
}

function finerAxis(axis: AxisDraft): AxisDraft {
  const steps = numberIn(axis.steps);
  return axis.scale === 'list' ? axis : { ...axis, steps: String(2 * steps - 1) };
}

/** What a draft comes to; without problems it can start. */
export interface ReadSweep {
  readonly spec: SweepSpec;
  /** Paths begin with the field: `x`, `y`, `seeds`, `methods`, `redundancies`, `workload`; '' = all together. */
  readonly problems: readonly ScenarioProblem[];
  /** Runs of the whole sweep; 0 where it cannot be made. */
  readonly runs: number;
}

/** Reads a draft of a sweep of `scenario`. */
export function readSweepDraft(draft: SweepDraft, scenario: Scenario): ReadSweep {
  const drafts = draft.y === null ? [draft.x] : [draft.x, draft.y];
  const weights = weightsOf(draft);
  const spec = sweepOf(scenarioOf(draft, scenario), drafts.map(readAxis), {
    methods: draft.methods,
    redundancies: redundanciesOf(draft),
    scope: draft.scope,
    seeds: readSeeds(draft.seeds, scenario.seed),
    ...(areDefault(weights) ? {} : { energyWeights: weights }),
  });
  if (spec.seeds.length === 0) {
    const message = t('must be a number of seeds from 1 to {most}, or a list of them', {
      most: groupDigits(MAX_SEEDS),
    });
    return refused(spec, [{ path: 'seeds', message }]);
  }
  const problems = checkSweep(spec).map(atField);
  if (problems.length > 0) return refused(spec, problems);
  const points = spec.axes.reduce((product, axis) => product * valuesOfAxis(axis).length, 1);
  const runs = points * variantsOf(spec).length * spec.seeds.length;
  if (runs > MAX_PAGE_RUNS) {
    const message = t(
      'makes {runs} runs; at most {most} here, more on the command line: take fewer steps or seeds',
      { runs: groupDigits(runs), most: groupDigits(MAX_PAGE_RUNS) },
    );
    return refused(spec, [{ path: '', message }]);
  }
  return { spec, runs, problems: [] };
}

function refused(spec: SweepSpec, problems: readonly ScenarioProblem[]): ReadSweep {
  return { spec, problems, runs: 0 };
}

/** An axis that varies the replicas leaves no choice of redundancies. */
function redundanciesOf({ x, y, redundancies }: SweepDraft): readonly AppSpec['redundancy'][] {
  const varied = x.parameter === 'replicas' || y?.parameter === 'replicas';
  return varied ? redundancies.slice(-1) : redundancies;
}

/** The scenario that is swept: that of the Lab with what the draft puts in its place. */
function scenarioOf({ workload, placement }: SweepDraft, scenario: Scenario): Scenario {
  const [first] = scenario.apps;
  const apps =
    workload === null
      ? scenario.apps
      : [{ ...first, name: nameOf(workload), workload, ...protectedAs(first) }];
  return {
    ...scenario,
    title: workload === null ? scenario.title : nameOf(workload),
    apps: placement === null ? apps : apps.map((app) => Object.assign({}, app, { placement })),
  };
}

/** A native app has no placement to sweep; its place in the sweep is that of a replicated one. */
function protectedAs({ redundancy }: AppSpec): Partial<AppSpec> {
  return redundancy === 'native' ? { redundancy: 3 } : {};
}

/** What a program is called in short. */
function nameOf(workload: WorkloadSpec): string {
  return workload.kind === 'profile' ? workload.id.replace(/\.[^.]*$/u, '') : workload.kind;
}

function readAxis({ parameter, scale, from, to, steps, list }: AxisDraft): SweepAxis {
  if (scale === 'list') return { parameter, scale, values: readList(list, parameter) };
  return { parameter, scale, from: numberIn(from), to: numberIn(to), steps: numberIn(steps) };
}

/** Numbers and words, with commas or semicolons between them; words of the parameter stay words. */
function readList(text: string, parameter: ParameterName): ParameterValue[] {
  const { words = [] } = parameterOf(parameter).range;
  // Where semicolons part the values, a comma may be a decimal mark.
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const number = numberIn(part);
      return Number.isNaN(number) || words.includes(part) ? part : number;
    });
}

/** So many from `first` on, or those of a list; none where it is neither. */
function readSeeds(text: string, first: number): number[] {
  if (text.includes(',')) {
    const parts = text.split(',').filter((part) => part.trim() !== '');
    return parts.map(numberIn);
  }
  const count = numberIn(text);
  if (!Number.isInteger(count) || count < 1 || count > MAX_SEEDS) return [];
  return Array.from({ length: count }, (_, i) => (first + i) % 2 ** 32);
}

/** The weights of a draft, and what is wrong with them, at `weights.polling` and `weights.halted`. */
export function readDraftWeights(draft: Pick<SweepDraft, 'weights'>): {
  readonly weights: EnergyWeights;
  readonly problems: readonly ScenarioProblem[];
} {
  const weights = weightsOf(draft);
  return { weights, problems: checkWeights(weights).map(atField) };
}

function weightsOf({ weights }: Pick<SweepDraft, 'weights'>): EnergyWeights {
  const { polling, halted } = weights;
  return { ...DEFAULT_WEIGHTS, polling: numberIn(polling), halted: numberIn(halted) };
}

/** Digits may be grouped; NaN when it is no number. */
function numberIn(text: string): number {
  const compact = typedNumber(text).replaceAll(/[\s_]/gu, '');
  return compact === '' ? Number.NaN : Number(compact);
}

/** `axes[0].from` is what a person sees as `x.from`. */
function atField({ path, message }: ScenarioProblem): ScenarioProblem {
  const field = path
    .replace(/^axes\[0\]/u, 'x')
    .replace(/^axes\[1\]/u, 'y')
    .replace(/^energyWeights/u, 'weights');
  return { path: field === 'axes' ? '' : field, message };
}
