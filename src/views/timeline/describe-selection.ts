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
  const cycles = `${groupDigits(Math.round(stretch.to - stretch.from))} cycles`;
  const name = nameOf(source, selection);
  if (selection.kind === 'step') return [name];
  const separator = selection.kind === 'wait' ? ' ' : ' · ';
  return [`${name}${separator}${cycles}`, cycles, name];
}

function nameOf(source: TimelineSource, selection: Selection): string {
  const { plan, recording } = source;
  switch (selection.kind) {
    case 'span': {
      const spans = recording.spans[selection.core];
      return spanWords(source, selection.core, spanAt(spans, selection.start));
    }
    case 'wait':
      return `${subjectName(plan, selection.app, selection.replica)} waits`;
    case 'event': {
      const { app, event } = selection;
      return `Event ${groupDigits(event + 1)}, ${eventWords(plan.apps[app], event)}`;
    }
    case 'message': {
      const { kind, app, replica } = recording.messages;
      const { row } = selection;
      return `${MESSAGE_KINDS[kind[row]]} of ${subjectName(plan, app[row], replica[row])}`;
    }
    case 'step':
      return `Step ${groupDigits(selection.step)}, ${eventKindWords(EVENT_KINDS[recording.events.kind[selection.step - 1]])}`;
    case 'area':
      return `${selection.cores.length} ${selection.cores.length === 1 ? 'core' : 'cores'}`;
    default:
      return assertUnreachable(selection);
  }
}
