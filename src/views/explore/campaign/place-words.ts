import { msg, t } from '../../../base/language.ts';
import type { Dimension } from './groups.ts';

/** Ways of protection by their names in results, behind the word that says where. */
const UNDER: Readonly<Record<string, string>> = {
  local: msg('under local handling'),
  migration: msg('under migration'),
  ipc: msg('under sync IPC'),
  polling: msg('under shared memory'),
  prototype: msg('under sum of 7 registers'),
  full: msg('under full comparison'),
  native: msg('under native'),
  1: msg('under one replica'),
  2: msg('under DMR'),
  3: msg('under TMR'),
};

/** Where a share of the faults was found: faults lie in a target, and happen under a way of protection. */
export function placeWords(dimension: Dimension, name: string): string {
  if (dimension === 'target') return t('in {target}', { target: name });
  const known = UNDER[name];
  return known === undefined ? t('under {count} replicas', { count: name }) : t(known);
}
