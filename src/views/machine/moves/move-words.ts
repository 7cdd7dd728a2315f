import { assertUnreachable } from '../../../base/assert.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Drop, Mover } from './moves.ts';

/** `R1`, `R1 of susan` where there are several apps, the program's name where it is not replicated. */
export function moverName({ apps }: Scenario, { app, replica }: Mover): string {
  const spec = apps[app];
  if (spec === undefined) return `R${replica}`;
  if (spec.redundancy === 'native') return spec.name;
  return apps.length > 1 ? `R${replica} of ${spec.name}` : `R${replica}`;
}

/** One thing that putting a replica down may do. */
export type Way = 'move' | 'swap' | 'share';

/** `C7 on socket 1, away from Romain on C0`: where a core is, as far as it matters to `mover`. */
function placeOf({ machine, apps }: Scenario, { app }: Mover, core: number): string {
  const socketOf = (one: number): number => Math.floor(one / machine.coresPerSocket);
  if (machine.sockets === 1) return `C${core}`;
  const where = `C${core} on socket ${socketOf(core)}`;
  const spec = apps[app];
  const signals =
    spec !== undefined &&
    spec.redundancy !== 'native' &&
    spec.redundancy > 1 &&
    spec.signalling !== 'local';
  if (!signals || socketOf(core) === socketOf(spec.resCore)) return where;
  return `${where}, away from Romain on C${spec.resCore}`;
}

/** What it does to put `mover` down on `core`, as an order; `null` where it cannot be done. */
export function orderOf(
  scenario: Scenario,
  mover: Mover,
  { core, drop, way }: { readonly core: number; readonly drop: Drop; readonly way: Way },
): string | null {
  if (drop.kind === 'free') {
    return `Move ${moverName(scenario, mover)} to ${placeOf(scenario, mover, core)}`;
  }
  if (drop.kind !== 'taken' || drop[way === 'share' ? 'shared' : 'swapped'] === null) return null;
  const names = [moverName(scenario, mover), moverName(scenario, drop.by)] as const;
  if (way === 'share') {
    return `Let ${names[0]} share C${core} with ${names[1]}`;
  }
  return `Swap ${names[0]} with ${names[1]} on ${placeOf(scenario, mover, core)}`;
}

/** Why nothing happens on `core`; `null` where something does. */
export function refusalOf(
  scenario: Scenario,
  mover: Mover,
  { core, drop }: { readonly core: number; readonly drop: Drop },
): string | null {
  switch (drop.kind) {
    case 'home':
      return `${moverName(scenario, mover)} lives on C${core}`;
    case 'refused':
      return drop.why === 'res'
        ? `C${core} is a Res core: replicas run on NonRes cores`
        : `There is no core C${core}`;
    case 'free':
    case 'taken':
      return null;
    default:
      return assertUnreachable(drop);
  }
}

/** What has been done, once it is: `R1 lives on C7 now`. */
export function doneWords(
  scenario: Scenario,
  mover: Mover,
  { core, drop, way }: { readonly core: number; readonly drop: Drop; readonly way: Way },
): string {
  const name = moverName(scenario, mover);
  if (drop.kind !== 'taken') return `${name} lives on C${core} now.`;
  const other = moverName(scenario, drop.by);
  if (way === 'share' && drop.shared !== null) return `${name} shares C${core} with ${other} now.`;
  const back = drop.swapped?.[drop.by.app]?.[drop.by.replica] ?? core;
  return `${name} lives on C${core} now, ${other} on C${back}.`;
}
