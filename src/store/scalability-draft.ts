import type { ScaleAxis } from '../analysis/scalability/chart.ts';
import type { ScalabilitySpec } from '../analysis/scalability/spec.ts';
import { checkStudy, layOutStudy, scalabilityOf } from '../analysis/scalability/spec.ts';
import { groupDigits } from '../base/digits.ts';
import { t } from '../base/language.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { MAX_CORES } from '../base/vocabulary.ts';
import type { Scenario, ScenarioProblem, WorkloadSpec } from '../scenario/scenario.ts';

/** A scalability study as a person types it; lists are such as `1-4, 8`. */
export interface ScalabilityDraft {
  /** What the figure shows along its axis. */
  readonly axis: ScaleAxis;
  /** Instead of the first application of the Lab; `null` = that. */
  readonly workload: WorkloadSpec | null;
  readonly apps: string;
  readonly resCores: string;
  readonly replicas: string;
  /** Cores of the machine at most. */
  readonly mostCores: string;
  readonly methods: readonly SignallingMethod[];
}

/** The fields of a draft that are lists of whole numbers. */
export type ScaleListField = 'apps' | 'resCores' | 'replicas';

/** Most runs that the page does at once; the command line does more. */
const MAX_PAGE_POINTS = 500;

/** What varies and what does not, by axis: enough to see where a Res core is full. */
const LISTS: Readonly<Record<ScaleAxis, Readonly<Record<ScaleListField, string>>>> = {
  apps: { apps: '1-8', resCores: '1', replicas: '3' },
  'res-cores': { apps: '4', resCores: '1-4', replicas: '3' },
  replicas: { apps: '3', resCores: '1', replicas: '2-7' },
  cores: { apps: '1-8', resCores: '1-4', replicas: '3' },
};

/** What a person finds: a small program of MiBench, more and more of it on one Res core. */
export function createScalabilityDraft(): ScalabilityDraft {
  return {
    axis: 'apps',
    workload: { kind: 'profile', id: 'crc32-small.l4re-4k' },
    ...LISTS.apps,
    mostCores: String(MAX_CORES),
    methods: ['polling', 'ipc', 'migration'],
  };
}

/** `draft` along another axis: what varies there gets a usual range, what varied before does not vary any more. */
export function alongAxis(draft: ScalabilityDraft, axis: ScaleAxis): ScalabilityDraft {
  return axis === draft.axis ? draft : { ...draft, axis, ...LISTS[axis] };
}

/** What a draft comes to; without problems it can start. */
export interface ReadScalability {
  readonly spec: ScalabilitySpec;
  /** Paths are the fields of the draft; '' = all together. */
  readonly problems: readonly ScenarioProblem[];
  /** Runs of the whole study; 0 where it cannot be made. */
  readonly runs: number;
  /** Combinations that need more cores than there may be. */
  readonly leftOut: number;
}

/** Reads a draft of a study of `scenario`. */
export function readScalabilityDraft(draft: ScalabilityDraft, scenario: Scenario): ReadScalability {
  const spec = scalabilityOf(scenarioOf(draft, scenario), {
    methods: draft.methods,
    replicas: readWholes(draft.replicas),
    resCores: readWholes(draft.resCores),
    appsPerResCore: readWholes(draft.apps),
    mostCores: Number(draft.mostCores.trim() || Number.NaN),
  });
  const problems = checkStudy(spec).map(atField);
  if (problems.length > 0) return { spec, problems, runs: 0, leftOut: 0 };
  const { points, leftOut } = layOutStudy(spec);
  if (points.length > MAX_PAGE_POINTS) {
    const message = t(
      'makes {runs} runs; at most {most} here, more on the command line: take shorter lists',
      { runs: groupDigits(points.length), most: MAX_PAGE_POINTS },
    );
    return { spec, problems: [{ path: '', message }], runs: 0, leftOut };
  }
  return { spec, problems: [], runs: points.length, leftOut };
}

/** `1-4, 8` as 1, 2, 3, 4, 8; what is no such list has a NaN. */
export function readWholes(text: string): readonly number[] {
  return text
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, from, to = from] = /^(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?$/u.exec(part) ?? [];
      const [first, last] = [Number(from ?? Number.NaN), Number(to ?? Number.NaN)];
      if (!(first <= last)) return [Number.NaN];
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
}

function scenarioOf({ workload }: ScalabilityDraft, scenario: Scenario): Scenario {
  const [first] = scenario.apps;
  const app = workload === null ? first : { ...first, name: nameOf(workload), workload };
  return { ...scenario, apps: [app] };
}

/** What a program is called in short. */
function nameOf(workload: WorkloadSpec): string {
  return workload.kind === 'profile' ? workload.id.replace(/\.[^.]*$/u, '') : workload.kind;
}

/** A person types what the study calls `appsPerResCore` as `apps`. */
function atField({ path, message }: ScenarioProblem): ScenarioProblem {
  return { path: path === 'appsPerResCore' ? 'apps' : path, message };
}
