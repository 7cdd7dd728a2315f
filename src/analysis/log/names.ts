import { msg, t } from '../../base/language.ts';
import type { EventKind } from '../../kernel/events.ts';
import type { MachinePlan } from '../../kernel/plan.ts';

/** What names need to know of a run. */
export type Names = Pick<MachinePlan, 'apps'>;

/** `R1`, `Romain`, the name of an unreplicated program; with `of …` where several apps run. */
export function actorName(plan: Names, app: number, replica: number): string {
  const spec = plan.apps[app];
  if (spec === undefined) return t('nobody');
  if (spec.redundancy === 'native') return spec.name;
  const { name } = spec;
  if (plan.apps.length === 1) return replica >= 0 ? `R${replica}` : 'Romain';
  return replica >= 0 ? t('R{replica} of {name}', { replica, name }) : `Romain (${name})`;
}

/** Event kinds in plain words; messages. */
const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  trap: msg('trap'),
  'trap-entered': msg('trap entered'),
  'ipi-arrived': msg('IPI arrived'),
  'ipi-handled': msg('IPI handled'),
  entered: msg('entered'),
  'switched-in': msg('switched in'),
  'migrate-sent': msg('MIGRATE sent'),
  'warmed-up': msg('warmed up'),
  'call-built': msg('CALL built'),
  'call-sent': msg('CALL sent'),
  'call-taken': msg('CALL taken'),
  'wait-entered': msg('wait entered'),
  'handshake-sent': msg('HANDSHAKE sent'),
  posted: msg('posted'),
  'post-visible': msg('POST visible'),
  'post-seen': msg('POST seen'),
  summed: msg('summed'),
  compared: msg('compared'),
  handled: msg('handled'),
  'state-put': msg('state put'),
  'state-got': msg('state got'),
  woken: msg('woken'),
  reentered: msg('reentered'),
  left: msg('left'),
  'gdt-updated': msg('GDT updated'),
  'notify-sent': msg('NOTIFY sent'),
  released: msg('released'),
  'release-seen': msg('RELEASE seen'),
  'woke-up': msg('woke up'),
  resumed: msg('resumed'),
  'native-served': msg('native served'),
  recovered: msg('recovered'),
  'fault-injected': msg('fault injected'),
  'device-interrupt': msg('device interrupt'),
  'switched-to': msg('switched to'),
  'slice-ended': msg('slice ended'),
  yielded: msg('yielded'),
  'release-visible': msg('RELEASE visible'),
};

/** An event kind in plain words: `call-sent` as `CALL sent`. */
export function eventKindWords(kind: EventKind): string {
  return t(KIND_WORDS[kind]);
}
