import { t } from '../../base/language.ts';
import type { Told } from './told.ts';
import { appOf, carries, has, isSeen, whomOf } from './told.ts';

/** How a replica gets its trap to Romain, or is taken in there. */
export function arriveText(told: Told): string {
  switch (appOf(told)?.signalling) {
    case 'local':
      return enterText(told);
    case 'migration':
      return migrateText(told);
    case 'polling':
      return postText(told);
    default:
      return callText(told);
  }
}

function enterText(told: Told): string {
  return has(told, 'trap')
    ? t(
        '{n, plural, one {{who} traps and enters the barrier} other {{who} trap and enter the barrier}}',
        whomOf(told),
      )
    : t(
        '{n, plural, one {{who} enters the barrier} other {{who} enter the barrier}}',
        whomOf(told),
      );
}

function migrateText(told: Told): string {
  const core = appOf(told)?.resCore ?? 0;
  const { who, n } = whomOf(told);
  const traps = has(told, 'trap');
  if (n > 1) return t('{who} enter the barrier on C{core}, one after another', { who, core });
  if (carries(told, 'MIGRATE')) {
    return traps
      ? t('{who} traps and migrates to C{core}', { who, core })
      : t('{who} migrates to C{core}', { who, core });
  }
  return traps ? trapText(told) : t('{who} enters the barrier on C{core}', { who, core });
}

function trapText(told: Told): string {
  return t('{n, plural, one {{who} traps} other {{who} trap}}', whomOf(told));
}

function postText(told: Told): string {
  if (has(told, 'post') || carries(told, 'POST')) return postedText(told);
  if (!isSeen(told)) return trapText(told);
  const { n } = whomOf(told);
  return t(
    '{n, plural, one {Romain’s next poll sees its slot} other {Romain’s next poll sees their slots}}',
    { n },
  );
}

function postedText(told: Told): string {
  if (!isSeen(told)) {
    return has(told, 'trap')
      ? t(
          '{n, plural, one {{who} traps and posts its slot} other {{who} trap and post their slots}}',
          whomOf(told),
        )
      : t('{n, plural, one {{who} posts its slot} other {{who} post their slots}}', whomOf(told));
  }
  return has(told, 'trap')
    ? t(
        '{n, plural, one {{who} traps and posts its slot; Romain’s next poll sees it} other {{who} trap and post their slots; Romain’s next poll sees them}}',
        whomOf(told),
      )
    : t(
        '{n, plural, one {{who} posts its slot; Romain’s next poll sees it} other {{who} post their slots; Romain’s next poll sees them}}',
        whomOf(told),
      );
}

function callText(told: Told): string {
  const whom = whomOf(told);
  if (has(told, 'handshake')) {
    return t(
      '{n, plural, one {Romain fetches the queued CALL of {who}} other {Romain fetches the queued CALLs of {who}}}',
      whom,
    );
  }
  if (carries(told, 'CALL')) return reachText(told);
  if (has(told, 'takeCall')) {
    return t(
      '{n, plural, one {Romain takes the CALL of {who}} other {Romain takes the CALLs of {who}}}',
      whom,
    );
  }
  if (has(told, 'buildCall', 'sendCall')) return sendText(told);
  if (has(told, 'trap')) return trapText(told);
  return has(told, 'openWaitEntry') ? t('Romain enters its open wait') : handlerText(told);
}

function reachText(told: Told): string {
  return has(told, 'trap')
    ? t(
        '{n, plural, one {{who} traps and its CALL reaches Romain} other {{who} trap and their CALLs reach Romain}}',
        whomOf(told),
      )
    : t(
        '{n, plural, one {The CALL of {who} reaches Romain} other {The CALLs of {who} reach Romain}}',
        whomOf(told),
      );
}

function sendText(told: Told): string {
  return has(told, 'trap')
    ? t(
        '{n, plural, one {{who} traps and sends its CALL} other {{who} trap and send their CALLs}}',
        whomOf(told),
      )
    : t('{n, plural, one {{who} sends its CALL} other {{who} send their CALLs}}', whomOf(told));
}

/** What is left when only interrupts are handled: for whom, and whether an answer goes out. */
function handlerText(told: Told): string {
  const { who } = whomOf(told);
  const handled = told.links.find(({ kind }) => kind === 'work');
  if (handled === undefined) return t('An ANSWER for {who} flies', { who });
  const { core, message } = handled;
  const answers = carries(told, 'ANSWER');
  if (message === null) {
    return answers
      ? t('C{core} handles an IPI for {who} and answers', { core, who })
      : t('C{core} handles an IPI for {who}', { core, who });
  }
  return answers
    ? t('C{core} handles the {message} for {who} and answers', { core, message, who })
    : t('C{core} handles the {message} for {who}', { core, message, who });
}
