import { placeReplicas } from '../../../scenario/placement.ts';
import type { AppSpec, Scenario } from '../../../scenario/scenario.ts';

/** A replica, or an unreplicated program as its only one. */
export interface Mover {
  readonly app: number;
  readonly replica: number;
}

/** The cores of every app, by replica. */
export type Cores = readonly (readonly number[])[];

/** What putting a replica down on a core does; `cores` is who then lives where. */
export type Drop =
  /** It lives there. */
  | { readonly kind: 'home' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'free'; readonly cores: Cores }
  | {
      readonly kind: 'taken';
      /** Who lives there. */
      readonly by: Mover;
      /** Both change places; `null` = then two replicas of one app would live on one core. */
      readonly swapped: Cores | null;
      /** Both live there from then on; `null` = they are of one app. */
      readonly shared: Cores | null;
    };

/** Why a core takes no replica. */
export type Refusal = 'res' | 'absent';

/** Who lives where by the scenario; `null` while the scenario places somebody nowhere. */
export function homesOf(scenario: Scenario): Cores | null {
  const problems: Parameters<typeof placeReplicas>[1] = [];
  const cores = placeReplicas(scenario, problems);
  return problems.length === 0 ? cores : null;
}

/** Who lives on `core`: those of `shown`, the app in the large tiles, come first. */
export function residentsOf(cores: Cores, core: number, shown = 0): Mover[] {
  const all = cores.flatMap((homes, app) =>
    homes.flatMap((home, replica) => (home === core ? [{ app, replica }] : [])),
  );
  return all.toSorted((a, b) => Number(b.app === shown) - Number(a.app === shown));
}

/** What it does to put `mover` down on `core`, `cores` being who lives where now. */
export function dropOn(scenario: Scenario, cores: Cores, mover: Mover, core: number): Drop {
  const { machine } = scenario;
  if (core < 0 || core >= machine.sockets * machine.coresPerSocket) return refused('absent');
  if (machine.resCores.includes(core)) return refused('res');
  const from = cores[mover.app]?.[mover.replica];
  if (from === core) return { kind: 'home' };
  const moved = rehomed(cores, mover, core);
  // One of its own app is the only one with which it cannot share.
  const [by] = residentsOf(cores, core, mover.app);
  if (by === undefined) return { kind: 'free', cores: moved };
  const swapped = rehomed(moved, by, from ?? core);
  return {
    kind: 'taken',
    by,
    swapped: isPossible(scenario, swapped) ? swapped : null,
    shared: isPossible(scenario, moved) ? moved : null,
  };
}

function refused(why: Refusal): Drop {
  return { kind: 'refused', why };
}

function rehomed(cores: Cores, { app, replica }: Mover, core: number): Cores {
  return cores.map((homes, i) => (i === app ? homes.with(replica, core) : homes));
}

/** Would the scenario run with its replicas on `cores`? */
function isPossible(scenario: Scenario, cores: Cores): boolean {
  const apps = scenario.apps.map((app, i) => ({ ...app, placement: cores[i] ?? [] }));
  return homesOf({ ...scenario, apps }) !== null;
}

/**
 * The placements of all apps with which their replicas live on `cores`. An app whose rule says the
 * same keeps its rule; any other gets its cores by name, so that nobody moves who was not moved.
 */
export function placementsFor(scenario: Scenario, cores: Cores): AppSpec['placement'][] {
  const { apps } = scenario;
  const before = homesOf(scenario);
  const placements = apps.map(({ placement }, i) =>
    equal(before?.[i], cores[i]) ? placement : (cores[i] ?? placement),
  );
  const next = { ...scenario, apps: apps.map((app, i) => ({ ...app, placement: placements[i] })) };
  const after = homesOf(next);
  const same = apps.every((_, i) => equal(after?.[i], cores[i]));
  return same ? placements : apps.map((app, i) => cores[i] ?? app.placement);
}

function equal(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a?.length === b?.length && a?.every((core, i) => core === b?.[i]) === true;
}
