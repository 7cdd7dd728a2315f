import { t } from '../base/language.ts';
import type { InputProblem } from '../workload/problems.ts';
import type { AppSpec, MachineSpec, Scenario } from './scenario.ts';

/** How many cores an application needs: one for each replica. */
export function replicaCount(app: Pick<AppSpec, 'redundancy'>): number {
  return app.redundancy === 'native' ? 1 : app.redundancy;
}

/** Do several of the apps name a core that another one names? Only then replicas take turns on a core. */
export function shareCores(apps: readonly Pick<AppSpec, 'placement'>[]): boolean {
  const named = apps.flatMap(({ placement }) => (isExplicit(placement) ? placement : []));
  return new Set(named).size < named.length;
}

/** The placement of `app` with another redundancy: a list of cores is kept as far as it names enough. */
export function fitPlacement(
  app: Pick<AppSpec, 'placement'>,
  redundancy: AppSpec['redundancy'],
): AppSpec['placement'] {
  if (typeof app.placement === 'string') return app.placement;
  const replicas = replicaCount({ redundancy });
  return app.placement.length >= replicas ? app.placement.slice(0, replicas) : 'same-socket';
}

/**
 * Gives each replica a NonRes core: first the apps that name their cores, which may share them with
 * other apps, then the others in order, each replica on one that is free. No two replicas of one app
 * share a core: what stops it would stop both. Returns one list of cores per app; problems are added
 * to `problems`. The machine and the redundancies must be valid.
 */
export function placeReplicas(scenario: Scenario, problems: InputProblem[]): number[][] {
  const { machine, apps } = scenario;
  const free = nonResCores(machine);
  const total = free.size;
  const placed = apps.map((app, index) =>
    isExplicit(app.placement) ? takeExplicit({ app, index, machine, free }, problems) : [],
  );
  apps.forEach((app, index) => {
    if (isExplicit(app.placement)) return;
    const wanted = replicaCount(app);
    if (free.size < wanted) {
      const message = t(
        'needs {wanted, plural, one {# free NonRes core} other {# free NonRes cores}}, one for each replica, but {left} of {total} are left',
        { wanted, left: free.size, total },
      );
      problems.push({ path: `apps[${index}].placement`, message });
      return;
    }
    const cores = candidates(app, machine, free).slice(0, wanted);
    for (const core of cores) free.delete(core);
    placed[index] = cores;
  });
  return placed;
}

function isExplicit(placement: AppSpec['placement']): placement is readonly number[] {
  return typeof placement !== 'string';
}

function nonResCores(machine: MachineSpec): Set<number> {
  const cores = new Set<number>();
  for (let core = 0; core < machine.sockets * machine.coresPerSocket; core++) {
    if (!machine.resCores.includes(core)) cores.add(core);
  }
  return cores;
}

interface ExplicitRequest {
  readonly app: AppSpec;
  readonly index: number;
  readonly machine: MachineSpec;
  readonly free: Set<number>;
}

function takeExplicit(request: ExplicitRequest, problems: InputProblem[]): number[] {
  const { app, index, machine, free } = request;
  const cores = app.placement as readonly number[];
  const path = `apps[${index}].placement`;
  const wanted = replicaCount(app);
  if (cores.length !== wanted) {
    const message = t(
      'lists {listed} cores for {wanted, plural, one {# replica} other {# replicas}}; list one core for each',
      { listed: cores.length, wanted },
    );
    problems.push({ path, message });
  }
  const count = machine.sockets * machine.coresPerSocket;
  cores.forEach((core, i) => {
    free.delete(core);
    const message = cores.indexOf(core) < i ? twice(core) : whyNoHome(core, count, machine);
    if (message !== null) problems.push({ path: `${path}[${i}]`, message });
  });
  return [...cores];
}

function twice(core: number): string {
  return t(
    'core {core} has a replica of this application already: if the core fails, both do; replicas of other applications may share it',
    { core },
  );
}

/** Why no replica can live on `core`; `null` = it can. */
function whyNoHome(core: number, count: number, machine: MachineSpec): string | null {
  if (!Number.isInteger(core) || core < 0 || core >= count) {
    return t('there is no core {core}; the cores are 0 to {last}', { core, last: count - 1 });
  }
  if (machine.resCores.includes(core)) {
    return t('core {core} is a Res core; replicas run on NonRes cores', { core });
  }
  return null;
}

/** Free cores in the order in which the placement rule would take them. */
function candidates(app: AppSpec, machine: MachineSpec, free: ReadonlySet<number>): number[] {
  const socketOf = (core: number) => Math.floor(core / machine.coresPerSocket);
  const home = socketOf(app.resCore);
  const all = [...free].toSorted((a, b) => a - b);
  const near = all.filter((core) => socketOf(core) === home);
  const far = all.filter((core) => socketOf(core) !== home);
  if (app.placement === 'other-socket') return [...far, ...near];
  if (app.placement === 'spread') return alternate(near, far);
  return [...near, ...far];
}

function alternate(a: readonly number[], b: readonly number[]): number[] {
  const mixed: number[] = [];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (i < a.length) mixed.push(a[i]);
    if (i < b.length) mixed.push(b[i]);
  }
  return mixed;
}
