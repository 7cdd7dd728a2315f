import { assertUnreachable } from '../../base/assert.ts';
import type { Cycles } from '../../base/units.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { FaultHit } from '../../draw/timeline/fault-hit.ts';
import type { Stretch } from '../../draw/timeline/fault-index.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import { incidentSentence } from '../faults/incident-words.ts';
import { subjectName } from '../faults/subject-words.ts';
import type { Description } from './describe.ts';

/** The instant that a click on a mark goes to. */
export function timeOfFault({ recording }: TimelineSource, hit: FaultHit): Cycles {
  switch (hit.kind) {
    case 'bolt':
      return hit.mark.flips[0].time;
    case 'mismatch':
      return hit.mark.mismatches[0].time;
    case 'ending':
      return hit.mark.ending.time;
    case 'wire':
      return recording.messages.sent[hit.mark.row];
    case 'latent':
    case 'loop':
      return hit.mark.stretch.from;
    default:
      return assertUnreachable(hit);
  }
}

/** Describes what a fault left under the pointer. */
export function describeFault(source: TimelineSource, hit: FaultHit): Description {
  switch (hit.kind) {
    case 'bolt':
      return describeIncidents(source, hit.mark.flips, 'faults');
    case 'mismatch':
      return describeIncidents(source, hit.mark.mismatches, 'votes that find a difference');
    case 'ending':
      return describeIncidents(source, [hit.mark.ending], 'stops');
    case 'wire':
      return describeWire(source, hit.mark.row);
    case 'latent':
      return describeStretch(source, hit.mark.stretch, 'holds a wrong value');
    case 'loop':
      return describeStretch(source, hit.mark.stretch, 'loops and raises no trap');
    default:
      return assertUnreachable(hit);
  }
}

function told(title: string, detail: string): Description {
  return { title, detail, costs: '' };
}

function instant({ plan }: TimelineSource, time: Cycles): string {
  return `${formatMicroseconds(time, plan.clockGHz)} µs`;
}

function describeIncidents(
  source: TimelineSource,
  marked: readonly { readonly incident: number; readonly ratio?: string }[],
  many: string,
): Description {
  const [{ incident, ratio = '' }] = marked;
  const first = source.recording.incidents[incident];
  const at = `at ${instant(source, first.time)}, event ${groupDigits(first.event + 1)}`;
  if (marked.length > 1) return told(`${marked.length} ${many}`, `first ${at}; zoom in`);
  const title = incidentSentence(first, source.plan).replace(/\.$/u, '');
  return told(title, ratio === '' ? at : `${ratio}, ${at}`);
}

function describeWire(source: TimelineSource, row: number): Description {
  const { recording, plan } = source;
  const { sent, kind, app, replica, from } = recording.messages;
  const hit = recording.incidents.find(
    (one) => one.kind.startsWith('message-') && one.time === sent[row],
  );
  const name = `${MESSAGE_KINDS[kind[row]]} of ${subjectName(plan, app[row], replica[row])}`;
  const title = hit === undefined ? name : incidentSentence(hit, plan).replace(/\.$/u, '');
  return told(title, `sent from C${from[row]} at ${instant(source, sent[row])}`);
}

function describeStretch(source: TimelineSource, stretch: Stretch, verb: string): Description {
  const { app, replica, from, to } = stretch;
  return told(
    `${subjectName(source.plan, app, replica)} ${verb}`,
    `${groupDigits(to - from)} cycles, ${instant(source, from)} to ${instant(source, to)}`,
  );
}
