import { msg, t } from '../../base/language.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { Cycles } from '../../base/units.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { FaultHit } from '../../draw/timeline/fault-hit.ts';
import type { Stretch } from '../../draw/timeline/fault-index.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { incidentSentence } from '../faults/incident-words.ts';
import { subjectName } from '../faults/subject-words.ts';
import type { Description } from './describe.ts';
import { messageName } from './describe-selection.ts';

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
      return describeIncidents(source, hit.mark.flips, msg('{count} faults'));
    case 'mismatch':
      return describeIncidents(
        source,
        hit.mark.mismatches,
        msg('{count} votes that find a difference'),
      );
    case 'ending':
      return describeIncidents(source, [hit.mark.ending], msg('{count} stops'));
    case 'wire':
      return describeWire(source, hit.mark.row);
    case 'latent':
      return describeStretch(source, hit.mark.stretch, msg('{who} holds a wrong value'));
    case 'loop':
      return describeStretch(source, hit.mark.stretch, msg('{who} loops and raises no trap'));
    default:
      return assertUnreachable(hit);
  }
}

function told(title: string, detail: string): Description {
  return { title, detail, costs: '' };
}

function instant({ plan }: TimelineSource, time: Cycles): string {
  return t('{time} µs', { time: formatMicroseconds(time, plan.clockGHz) });
}

function describeIncidents(
  source: TimelineSource,
  marked: readonly { readonly incident: number; readonly ratio?: string }[],
  /** Says how many there are, where they are several. */
  many: string,
): Description {
  const [{ incident, ratio = '' }] = marked;
  const first = source.recording.incidents[incident];
  const at = { time: instant(source, first.time), event: groupDigits(first.event + 1) };
  if (marked.length > 1) {
    const count = groupDigits(marked.length);
    return told(t(many, { count }), t('first at {time}, event {event}; zoom in', at));
  }
  const title = incidentSentence(first, source.plan).replace(/\.$/u, '');
  const place = t('at {time}, event {event}', at);
  return told(title, ratio === '' ? place : `${ratio}, ${place}`);
}

function describeWire(source: TimelineSource, row: number): Description {
  const { recording, plan } = source;
  const { sent, from } = recording.messages;
  const hit = recording.incidents.find(
    (one) => one.kind.startsWith('message-') && one.time === sent[row],
  );
  const name = messageName(source, row);
  const title = hit === undefined ? name : incidentSentence(hit, plan).replace(/\.$/u, '');
  return told(
    title,
    t('sent from C{core} at {time}', { core: from[row], time: instant(source, sent[row]) }),
  );
}

function describeStretch(source: TimelineSource, stretch: Stretch, does: string): Description {
  const { app, replica, from, to } = stretch;
  return told(
    t(does, { who: subjectName(source.plan, app, replica) }),
    t('{cycles} cycles, {from} to {to}', {
      cycles: groupDigits(to - from),
      from: instant(source, from),
      to: instant(source, to),
    }),
  );
}
