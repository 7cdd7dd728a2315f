import { t } from '../../base/language.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { CauseChain } from '../../analysis/causes/chain.ts';
import { actorName, eventKindWords } from '../../analysis/log/names.ts';
import { ACTIVITIES, activityWords } from '../../kernel/activities.ts';
import { EVENT_KINDS, MESSAGE_KINDS } from '../../kernel/events.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { upperBound } from '../../base/binary-search.ts';
import { groupDigits } from '../../draw/format.ts';
import type { Selection } from '../../base/selection.ts';
import type { HeldRun } from '../../store/held.ts';
import { cyclesText } from '../machine/numbers.ts';

/** What is selected, in a few words: `wait of R2 on C3, event 246`. */
export function selectionText(
  run: HeldRun,
  selection: Selection,
  chain: CauseChain | null,
): string {
  const what = subjectText(run, selection, chain);
  const event = selection.kind === 'event' ? -1 : (chain?.about.event ?? -1);
  return event < 0 ? what : t('{what}, event {event}', { what, event: groupDigits(event + 1) });
}

function subjectText(run: HeldRun, selection: Selection, chain: CauseChain | null): string {
  const { plan, recording } = run;
  switch (selection.kind) {
    case 'wait':
      return t('wait of {actor}', {
        actor: actorName(plan, selection.app, selection.replica),
      });
    case 'event':
      return eventText(plan, selection);
    case 'message': {
      const { kind, app, replica } = recording.messages;
      const row = selection.row;
      const name = MESSAGE_KINDS[kind[row] ?? 0] ?? t('message');
      const actor = actorName(plan, app[row] ?? 0, replica[row] ?? -1);
      return t('{name} for {actor}', { name, actor });
    }
    case 'step': {
      const kind = EVENT_KINDS[recording.events.kind[selection.step - 1] ?? -1];
      const step = t('kernel step {step}', { step: groupDigits(selection.step) });
      return kind === undefined ? step : `${step}, ${eventKindWords(kind)}`;
    }
    case 'area':
      return t('{cycles} on {n, plural, one {{n} core} other {{n} cores}}', {
        cycles: cyclesText(selection.to - selection.from),
        n: selection.cores.length,
      });
    case 'span':
      return spanText(run, selection, chain);
    default:
      return assertUnreachable(selection);
  }
}

function spanText(
  { plan, recording }: HeldRun,
  { core, start }: Extract<Selection, { kind: 'span' }>,
  chain: CauseChain | null,
): string {
  const about = chain?.about;
  if (about?.kind === 'idle' && about.replica >= 0)
    return t('wait of {actor} on C{core}', {
      actor: actorName(plan, about.app, about.replica),
      core,
    });
  const spans = recording.spans[core];
  const row = spans === undefined ? 0 : upperBound(spans.start, start, spans.length) - 1;
  const info = ACTIVITIES[spans?.activity[row] ?? 0];
  const label = info === undefined ? t('span') : activityWords(info);
  return `C${core} ${label}`;
}

function eventText(
  { apps }: MachinePlan,
  { app, event }: Extract<Selection, { kind: 'event' }>,
): string {
  const number = groupDigits(event + 1);
  const name = apps.length > 1 ? apps[app]?.name : undefined;
  return name === undefined
    ? t('event {event}', { event: number })
    : t('event {event} of {name}', { event: number, name });
}
