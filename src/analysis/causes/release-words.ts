import { t } from '../../base/language.ts';
import type { Told } from './told.ts';
import { appOf, carries, has, isSeen, whomOf } from './told.ts';

/** How a replica is released. */
export function releaseText(told: Told): string {
  switch (appOf(told)?.signalling) {
    case 'local':
      return wokenText(told);
    case 'migration':
      return homeText(told);
    case 'polling':
      return clearText(told);
    default:
      return notifyText(told);
  }
}

function wokenText(told: Told): string {
  return t(
    '{n, plural, one {{who} is woken to leave the barrier} other {{who} are woken to leave the barrier}}',
    whomOf(told),
  );
}

function homeText(told: Told): string {
  if (!has(told, 'migrateOut', 'returnHome') && !carries(told, 'MIGRATE')) return wokenText(told);
  return t(
    '{n, plural, one {{who} migrates home} other {{who} migrate home, one after another}}',
    whomOf(told),
  );
}

function clearText(told: Told): string {
  const { who, n } = whomOf(told);
  if (!has(told, 'release', 'gdtForReplica')) {
    return t(
      '{n, plural, one {{who} sees its slot cleared} other {{who} see their slots cleared}}',
      { who, n },
    );
  }
  if (isSeen(told) && n === 1)
    return t('Romain clears the slot of {who}, which its next poll sees', { who });
  return t(
    '{n, plural, one {Romain clears the slot of {who}} other {Romain clears the slots of {who}}}',
    { who, n },
  );
}

function notifyText(told: Told): string {
  const answered = carries(told, 'ANSWER');
  if (carries(told, 'NOTIFY') || has(told, 'sendNotify', 'gdtForReplica')) {
    return answered
      ? t(
          '{n, plural, one {NOTIFY wakes {who}; Romain is blocked until it answers} other {NOTIFY wakes {who}; Romain is blocked until each answers}}',
          whomOf(told),
        )
      : t('NOTIFY wakes {who}', { who: whomOf(told).who });
  }
  return answered
    ? t(
        '{n, plural, one {The core of {who} answers Romain} other {The cores of {who} answer Romain}}',
        whomOf(told),
      )
    : t('{n, plural, one {{who} is switched in} other {{who} are switched in}}', whomOf(told));
}
