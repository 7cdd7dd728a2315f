import { msg, t } from '../../base/language.ts';
import { lowerBound } from '../../base/binary-search.ts';
import type { AppId, Cycles, ReplicaId } from '../../base/units.ts';
import type { MessageKind } from '../../kernel/events.ts';
import { messageAt } from '../../run/messages.ts';
import type { MessageView } from '../../run/machine-view.ts';
import type { MessageColumns } from '../../run/recording.ts';

/** The newest message of one replica in one direction during the current event. */
export interface Traffic {
  readonly kind: MessageKind;
  readonly replica: ReplicaId;
  readonly from: number;
  readonly to: number;
  /** Share of the flight done: 0 = just sent, 1 = delivered, or lost where it would have arrived. */
  readonly done: number;
  readonly sent: Cycles;
  /** What a fault does to it. */
  readonly fault: MessageView['fault'];
}

interface Query {
  readonly app: AppId;
  /** Start of the event, in cycles. */
  readonly since: Cycles;
  readonly time: Cycles;
}

/**
 * Per replica and direction the newest message sent in [since, time]; a message in flight hides
 * older ones. `inward` = away from the replica's home core. A pure function of the instant, so
 * scrubbing back runs messages back.
 */
export function trafficOf(messages: MessageColumns, homes: readonly number[], query: Query) {
  const inward: (Traffic | null)[] = homes.map(() => null);
  const outward: (Traffic | null)[] = homes.map(() => null);
  const first = lowerBound(messages.sent, query.since, messages.length);
  for (
    let row = first;
    row < messages.length && (messages.sent[row] ?? Infinity) <= query.time;
    row++
  ) {
    if (messages.app[row] !== query.app) continue;
    const traffic = readRow(messages, row, query.time);
    const home = homes[traffic.replica];
    if (home === undefined) continue;
    const lane = traffic.from === home ? inward : outward;
    lane[traffic.replica] = traffic;
  }
  return { inward, outward };
}

function readRow(messages: MessageColumns, row: number, time: Cycles): Traffic {
  const { kind, replica, from, to, sent, arrival, fault } = messageAt(messages, row);
  const done = arrival <= time ? 1 : (time - sent) / (arrival - sent);
  return { kind, replica, from, to, done, sent, fault };
}

/** What a fault does to a message. */
const FAULT_MARKS = {
  drop: msg('{message} lost'),
  delay: msg('{message} late'),
  corrupt: msg('{message} wrong'),
} as const;

/** `CALL R1→M`, `ANSWER M→R1`, `MIGRATE R1→C0 lost`: signals in capitals as in the code. */
export function trafficLabel(traffic: Traffic, inward: boolean): string {
  const message = routeOf(traffic, inward);
  return traffic.fault === null ? message : t(FAULT_MARKS[traffic.fault], { message });
}

function routeOf(traffic: Traffic, inward: boolean): string {
  const who = `R${traffic.replica}`;
  switch (traffic.kind) {
    case 'MIGRATE':
      return `${traffic.kind} ${who}→C${traffic.to}`;
    case 'WAKE':
      return `${traffic.kind} ${who}`;
    case 'POST':
    case 'RELEASE':
      return `${traffic.kind} ${traffic.replica}`;
    default:
      return inward ? `${traffic.kind} ${who}→M` : `${traffic.kind} M→${who}`;
  }
}
