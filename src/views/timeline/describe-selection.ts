import { t } from '../../base/language.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { eventKindWords } from '../../analysis/log/names.ts';
import { groupDigits } from '../../draw/format.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { spanAt } from '../../draw/timeline/lod.ts';
import { selectedStretch } from '../../draw/timeline/selection.ts';
import { eventWords } from '../../base/event-words.ts';
import { EVENT_KINDS, MESSAGE_KINDS } from '../../kernel/events.ts';
import type { Selection } from '../../base/selection.ts';
import { subjectName } from '../faults/subject-words.ts';
import { spanWords } from './describe.ts';

/** What is selected, in words: longest first, the shortest only names it. */
export function selectionTexts(source: TimelineSource, selection: Selection): readonly string[] {
  const stretch = selectedStretch(source, selection);
  if (stretch === null) return [];
  const length = groupDigits(Math.round(stretch.to - stretch.from));
  const cycles = t('{count} cycles', { count: length });
  const name = nameOf(source, selection);
  if (selection.kind === 'step') return [name];
  if (selection.kind !== 'wait') return [`${name} · ${cycles}`, cycles, name];
  const who = subjectName(source.plan, selection.app, selection.replica);
  return [t('{who} waits {count} cycles', { who, count: length }), cycles, name];
}

/** `CALL of R1`: a message between cores. */
export function messageName({ plan, recording }: TimelineSource, row: number): string {
  const { kind, app, replica } = recording.messages;
  return t('{message} of {who}', {
    message: MESSAGE_KINDS[kind[row]],
    who: subjectName(plan, app[row], replica[row]),
  });
}

function nameOf(source: TimelineSource, selection: Selection): string {
  const { plan, recording } = source;
  switch (selection.kind) {
    case 'span': {
      const spans = recording.spans[selection.core];
      return spanWords(source, selection.core, spanAt(spans, selection.start));
    }
    case 'wait':
      return t('{who} waits', { who: subjectName(plan, selection.app, selection.replica) });
    case 'event': {
      const { app, event } = selection;
      return t('Event {event}, {trap}', {
        event: groupDigits(event + 1),
        trap: t(eventWords(plan.apps[app], event)),
      });
    }
    case 'message':
      return messageName(source, selection.row);
    case 'step': {
      const kind = EVENT_KINDS[recording.events.kind[selection.step - 1]];
      const step = groupDigits(selection.step);
      return t('Step {step}, {kind}', { step, kind: eventKindWords(kind) });
    }
    case 'area': {
      const n = selection.cores.length;
      return t('{n, plural, one {{count} core} other {{count} cores}}', {
        n,
        count: groupDigits(n),
      });
    }
    default:
      return assertUnreachable(selection);
  }
}
