import { t } from '../../../base/language.ts';
import { assertUnreachable } from '../../../base/assert.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Drop, Mover } from './moves.ts';

/** `R1`, `R1 of susan` where there are several apps, the program's name where it is not replicated. */
export function moverName({ apps }: Scenario, { app, replica }: Mover): string {
  const spec = apps[app];
  if (spec === undefined) return `R${replica}`;
  if (spec.redundancy === 'native') return spec.name;
  return apps.length > 1 ? t('R{replica} of {name}', { replica, name: spec.name }) : `R${replica}`;
}

/** One thing that putting a replica down may do. */
export type Way = 'move' | 'swap' | 'share';

/** `C7 on socket 1, away from Romain on C0`: where a core is, as far as it matters to `mover`. */
function placeOf({ machine, apps }: Scenario, { app }: Mover, core: number): string {
  const socketOf = (one: number): number => Math.floor(one / machine.coresPerSocket);
  if (machine.sockets === 1) return `C${core}`;
  const where = t('C{core} on socket {socket}', { core, socket: socketOf(core) });
  const spec = apps[app];
  const signals =
    spec !== undefined &&
    spec.redundancy !== 'native' &&
    spec.redundancy > 1 &&
    spec.signalling !== 'local';
  if (!signals || socketOf(core) === socketOf(spec.resCore)) return where;
  return t('{where}, away from Romain on C{core}', { where, core: spec.resCore });
}

/** What it does to put `mover` down on `core`, as an order; `null` where it cannot be done. */
export function orderOf(
  scenario: Scenario,
  mover: Mover,
  { core, drop, way }: { readonly core: number; readonly drop: Drop; readonly way: Way },
): string | null {
  if (drop.kind === 'free') {
    return t('Move {name} to {place}', {
      name: moverName(scenario, mover),
      place: placeOf(scenario, mover, core),
    });
  }
  if (drop.kind !== 'taken' || drop[way === 'share' ? 'shared' : 'swapped'] === null) return null;
  const names = [moverName(scenario, mover), moverName(scenario, drop.by)] as const;
  if (way === 'share') {
    return t('Let {name} share C{core} with {other}', { name: names[0], core, other: names[1] });
  }
  return t('Swap {name} with {other} on {place}', {
    name: names[0],
    other: names[1],
    place: placeOf(scenario, mover, core),
  });
}

/** Why nothing happens on `core`; `null` where something does. */
export function refusalOf(
  scenario: Scenario,
  mover: Mover,
  { core, drop }: { readonly core: number; readonly drop: Drop },
): string | null {
  switch (drop.kind) {
    case 'home':
      return t('{name} lives on C{core}', { name: moverName(scenario, mover), core });
    case 'refused':
      return drop.why === 'res'
        ? t('C{core} is a Res core: replicas run on NonRes cores', { core })
        : t('There is no core C{core}', { core });
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
  if (drop.kind !== 'taken') return t('{name} lives on C{core} now.', { name, core });
  const other = moverName(scenario, drop.by);
  if (way === 'share' && drop.shared !== null)
    return t('{name} shares C{core} with {other} now.', { name, core, other });
  const back = drop.swapped?.[drop.by.app]?.[drop.by.replica] ?? core;
  return t('{name} lives on C{core} now, {other} on C{back}.', { name, core, other, back });
}
