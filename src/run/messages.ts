import { upperBound } from '../base/binary-search.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import type { MessageView } from './machine-view.ts';
import type { MessageColumns } from './recording.ts';

const MESSAGE_FAULTS = [null, 'drop', 'delay', 'corrupt'] as const;

/** Messages sent at or before `time` that arrive after it. */
export function messagesInFlight(messages: MessageColumns, time: number): MessageView[] {
  const found: MessageView[] = [];
  // A flight is short against the run: walk back from the last one sent until none can be in flight.
  for (let row = upperBound(messages.sent, time, messages.length) - 1; row >= 0; row--) {
    if (messages.sent[row] + messages.longestFlight <= time) break;
    if (messages.arrival[row] > time) found.push(messageAt(messages, row));
  }
  return found.toReversed();
}

/** Row `row` as an object. */
export function messageAt(messages: MessageColumns, row: number): MessageView {
  return {
    row,
    kind: MESSAGE_KINDS[messages.kind[row]],
    from: messages.from[row],
    to: messages.to[row],
    app: messages.app[row],
    replica: messages.replica[row],
    sent: messages.sent[row],
    arrival: messages.arrival[row],
    fault: MESSAGE_FAULTS[messages.fault[row]] ?? null,
  };
}
