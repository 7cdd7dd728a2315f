import { t } from '../../base/language.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import { listed } from '../phrases.ts';
import { actorName } from '../log/names.ts';
import type { CauseLink } from './chain.ts';
import type { Told } from './told.ts';
import { has, namesOf, replicasOf, serverOf } from './told.ts';

/** How states are summed and compared. */
export function compareText(told: Told): string {
  const server = serverOf(told);
  const sums = told.links.filter(({ activity }) => activity === 'checksum');
  if (sums.length === 0) return t('{server} refetches the states', { server });
  const who = namesOf(sums);
  return told.links.some(({ event }) => event === 'compared')
    ? t('{server} sums the registers of {who} and compares', { server, who })
    : t('{server} sums the registers of {who}', { server, who });
}

/** How a trap is handled. */
export function handleText(told: Told): string {
  if (has(told, 'nativeTrap')) {
    const who = actorName(told.plan, told.clause.app, -1);
    return t('The trap of {who} is served without Romain', { who });
  }
  const parts = [
    ...pageParts(told),
    ...(has(told, 'proxyCall') ? [t('proxies the call')] : []),
    ...(has(told, 'observe') ? [t('runs the observers')] : []),
    ...(has(told, 'acknowledge') ? [t('acknowledges the interrupt')] : []),
    ...(has(told, 'takeInterrupt') ? [t('takes the interrupt of the device')] : []),
    ...(has(told, 'accessDevice') ? [t('accesses the register once for all')] : []),
    ...copyParts(told),
  ];
  if (parts.length === 0) parts.push(t('wakes {who}', { who: namesOf(told.links) }));
  return `${handlerOf(told)} ${listed(parts)}`;
}

const only = ({ links }: Told, ...ids: ActivityId[]): readonly CauseLink[] =>
  links.filter((link) => link.kind === 'work' && ids.includes(link.activity));

function pageParts(told: Told): readonly string[] {
  const pages = only(told, 'mapPage');
  if (pages.length === 0) return [];
  const who = namesOf(pages);
  if (who === serverOf(told)) return [t('maps a page')];
  return replicasOf(pages).length > 1
    ? [t('maps a page for {who} one after another', { who })]
    : [t('maps a page for {who}', { who })];
}

function copyParts(told: Told): readonly string[] {
  const copies = only(told, 'put', 'get');
  if (copies.length === 0) return [];
  const got = copies.filter(({ activity }) => activity === 'get');
  return got.length === 0
    ? [t('copies the result to the others')]
    : [t('copies the result to {who}', { who: namesOf(got) })];
}

/** Under local handling every replica handles for itself once it is woken. */
function handlerOf(told: Told): string {
  const cores = new Set(told.links.filter(({ kind }) => kind === 'work').map(({ core }) => core));
  return cores.size > 1 ? t('The group') : serverOf(told);
}
