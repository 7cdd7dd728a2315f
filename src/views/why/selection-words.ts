import { assertUnreachable } from '../../base/assert.ts';
import type { CauseChain } from '../../analysis/causes/chain.ts';
import { actorName, eventKindWords } from '../../analysis/log/names.ts';
import { ACTIVITIES } from '../../kernel/activities.ts';
import { EVENT_KINDS, MESSAGE_KINDS } from '../../kernel/events.ts';
import { upperBound } from '../../base/binary-search.ts';
import { groupDigits } from '../../draw/format.ts';
import type { Selection } from '../../base/selection.ts';
import type { HeldRun } from '../../store/held.ts';

/** What is selected, in a few words: `wait of R2 on C3, event 246`. */
export function selectionText(
  run: HeldRun,
  selection: Selection,
  chain: CauseChain | null,
): string {
  return subjectText(run, selection, chain) + eventText(run, selection, chain);
}

function subjectText(run: HeldRun, selection: Selection, chain: CauseChain | null): string {
  const { plan, recording } = run;
  switch (selection.kind) {
    case 'wait':
      return `wait of ${actorName(plan, selection.app, selection.replica)}`;
    case 'event':
      return `event ${groupDigits(selection.event + 1)}`;
    case 'message': {
      const { kind, app, replica } = recording.messages;
      const row = selection.row;
      const name = MESSAGE_KINDS[kind[row] ?? 0] ?? 'message';
      return `${name} for ${actorName(plan, app[row] ?? 0, replica[row] ?? -1)}`;
    }
    case 'step': {
      const kind = EVENT_KINDS[recording.events.kind[selection.step - 1] ?? -1];
      const step = `kernel step ${groupDigits(selection.step)}`;
      return kind === undefined ? step : `${step}, ${eventKindWords(kind)}`;
    }
    case 'area': {
      const count = selection.cores.length;
      return `${groupDigits(selection.to - selection.from)} cycles on ${count} ${count === 1 ? 'core' : 'cores'}`;
    }
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
    return `wait of ${actorName(plan, about.app, about.replica)} on C${core}`;
  const spans = recording.spans[core];
  const row = spans === undefined ? 0 : upperBound(spans.start, start, spans.length) - 1;
  const label = ACTIVITIES[spans?.activity[row] ?? 0]?.label ?? 'span';
  return `C${core} ${label}`;
}

function eventText({ plan }: HeldRun, selection: Selection, chain: CauseChain | null): string {
  if (selection.kind === 'event') {
    const name = plan.apps.length > 1 ? plan.apps[selection.app]?.name : undefined;
    return name === undefined ? '' : ` of ${name}`;
  }
  const event = chain?.about.event ?? -1;
  return event < 0 ? '' : `, event ${groupDigits(event + 1)}`;
}
