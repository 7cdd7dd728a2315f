import { msg, t } from '../../base/language.ts';
import { MAX_REPLICAS } from '../../base/vocabulary.ts';
import { fitPlacement } from '../../scenario/placement.ts';
import type { AppSpec, PlacementSpec, Scenario } from '../../scenario/scenario.ts';
import { MAX_APPS } from '../../scenario/schema-parts.ts';
import { PLACEMENT_RULES } from '../../scenario/schema.ts';
import { MAX_SEGMENTS } from '../../workload/segments.ts';
import type { Scope, SweepParameter } from './sweep-parameter.ts';
import { changeApps, inScope, numbers, words } from './sweep-parameter.ts';

/** Most Res cores of an axis. */
const MAX_RES_CORES = 16;

/** Applications, where they run, and what they execute. */
export const APP_PARAMETERS = {
  copies: {
    group: msg('applications'),
    title: msg('applications: copies of the first, on its Res core unless Res cores vary too'),
    unit: msg('applications'),
    unitNames: true,
    range: numbers([1, MAX_APPS], [1, 6]),
    apply: (scenario, value) => withCopies(scenario, Number(value)),
    refuse: ({ apps }) =>
      apps.length === 1
        ? null
        : t('copies the only application, but there are {length}; leave one', {
            length: apps.length,
          }),
  },
  replicas: {
    group: msg('applications'),
    title: msg('replicas of each application'),
    unit: msg('replicas'),
    unitNames: true,
    range: numbers([1, MAX_REPLICAS], [1, 5]),
    apply: (scenario, value, scope) =>
      changeApps(scenario, scope, (app) => withRedundancy(app, Number(value))),
  },
  'res-cores': {
    group: msg('applications'),
    title: msg('Res cores, among which the applications take turns'),
    unit: msg('Res cores'),
    unitNames: true,
    range: numbers([1, MAX_RES_CORES], [1, 4]),
    apply: (scenario, value) => withResCores(scenario, Number(value)),
    refuse: ({ machine }) =>
      machine.resCores.length > 0 ? null : t('needs a machine with a Res core to begin with'),
  },
  placement: {
    group: msg('applications'),
    title: msg('where replicas run, as seen from their Res core'),
    unit: '',
    range: words(...PLACEMENT_RULES),
    apply: (scenario, value, scope) =>
      changeApps(scenario, scope, (app) => ({ ...app, placement: value as PlacementSpec })),
  },
  gap: {
    group: msg('workload'),
    title: msg('instructions between two traps of a periodic or random workload'),
    unit: msg('instructions'),
    range: numbers([0, 1e12], [1000, 1e6]),
    apply: (scenario, value, scope) =>
      changeApps(scenario, scope, (app) => withWorkload(app, { instructions: Number(value) })),
    refuse: (scenario, scope) => refuseListed(scenario, scope, ['periodic', 'random']),
  },
  events: {
    group: msg('workload'),
    title: msg('traps of a periodic or random workload'),
    unit: msg('events'),
    range: numbers([1, MAX_SEGMENTS - 1], [10, 10_000]),
    apply: (scenario, value, scope) =>
      changeApps(scenario, scope, (app) => withWorkload(app, { events: Number(value) })),
    refuse: (scenario, scope) => refuseListed(scenario, scope, ['periodic', 'random']),
  },
  'page-fault-share': {
    group: msg('workload'),
    title: msg(
      'share of page faults among the traps of a random workload; the rest are system calls',
    ),
    unit: msg('of the traps'),
    range: numbers([0, 1], [0, 1], { whole: false }),
    apply: (scenario, value, scope) =>
      changeApps(scenario, scope, (app) => withWorkload(app, { pagefaultShare: Number(value) })),
    refuse: (scenario, scope) => refuseListed(scenario, scope, ['random']),
  },
} as const satisfies Readonly<Record<string, SweepParameter>>;

/** `app` with another redundancy; cores that are listed are kept as far as there are enough. */
export function withRedundancy(app: AppSpec, redundancy: AppSpec['redundancy']): AppSpec {
  return { ...app, redundancy, placement: fitPlacement(app, redundancy) };
}

function withCopies(scenario: Scenario, count: number): Scenario {
  const [first] = scenario.apps;
  const { placement } = first;
  // Two apps cannot have the same cores.
  const copy: AppSpec = {
    ...first,
    placement: typeof placement === 'string' ? placement : 'same-socket',
  };
  const apps = Array.from({ length: count }, (_, i) =>
    i === 0 ? first : { ...copy, name: `${first.name} ${i + 1}` },
  );
  return { ...scenario, apps };
}

/** Res cores that there are stay as far as there are enough; more come with the lowest free numbers. */
function withResCores(scenario: Scenario, count: number): Scenario {
  const { machine } = scenario;
  const resCores = machine.resCores.slice(0, count);
  for (let core = 0; resCores.length < count; core++) {
    if (!resCores.includes(core)) resCores.push(core);
  }
  const apps = scenario.apps.map((app, i) => ({ ...app, resCore: resCores[i % count] }));
  return { ...scenario, machine: { ...machine, resCores }, apps };
}

type Generated = 'periodic' | 'random';

function withWorkload(app: AppSpec, change: object): AppSpec {
  return { ...app, workload: { ...app.workload, ...change } };
}

function refuseListed(
  scenario: Scenario,
  scope: Scope,
  kinds: readonly Generated[],
): string | null {
  const other = scenario.apps.find(
    ({ workload }, i) =>
      inScope(scenario, scope, i) && !kinds.some((kind) => kind === workload.kind),
  );
  if (other === undefined) return null;
  const { workload, name } = other;
  const what =
    workload.kind === 'profile' ? t('the profile "{id}"', { id: workload.id }) : workload.kind;
  return kinds.includes('periodic')
    ? t(
        'needs a periodic or random workload, but that of "{name}" is {what}; vary cpi to change the distance between its traps',
        { name, what },
      )
    : t(
        'needs a random workload, but that of "{name}" is {what}; vary cpi to change the distance between its traps',
        { name, what },
      );
}
