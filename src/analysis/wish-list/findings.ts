import { groupDigits, roundedDigits } from '../../base/digits.ts';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import type { Interval } from '../campaign/wilson.ts';
import { wilsonInterval } from '../campaign/wilson.ts';
import { METHOD_NOUNS, percentText, redundancyNoun, sentence } from '../sweep/words.ts';
import type { StudyCell } from './first-app.ts';
import type { IsolationRow, NotificationRow, WishListReport } from './report.ts';
import { shareOf } from './report.ts';

/** Saved cycles per event below which a wish changes nothing worth a figure. */
const NOTHING = 0.5;

/** One sentence, and the wish that it is about. */
export interface WishFinding {
  readonly wish: 'notification' | 'isolation';
  readonly text: string;
}

/** What the study shows, in sentences made from its figures. */
export function wishFindings(report: WishListReport): WishFinding[] {
  const notification = [
    ...report.notification.map(savedSentence),
    ...[...new Set(report.notification.map(({ replicas }) => replicas))].map((replicas) =>
      orderSentence(report.notification.filter((row) => row.replicas === replicas)),
    ),
  ];
  const isolation = report.isolation.map(isolatedSentence);
  if (isolation.length > 0) {
    isolation.push(
      'Isolation itself takes no cycles in this model, and it helps only against what a kernel writes outside its own replica: a kernel that panics, or corrupts its own replica, does so as before.',
    );
  }
  return [
    ...notification
      .filter((text) => text !== null)
      .map((text): WishFinding => ({ wish: 'notification', text })),
    ...isolation.map((text): WishFinding => ({ wish: 'isolation', text })),
  ];
}

/** What fast notification brings most, in one sentence; `rows` holds one at least. */
export function notificationTitle(rows: readonly NotificationRow[]): string {
  const most = rows.reduce((a, b) => (b.savedPerEvent > a.savedPerEvent ? b : a));
  if (most.savedPerEvent < NOTHING) {
    return 'Fast notification changes nothing here: no IPI is left to make faster.';
  }
  const { before, after } = most;
  const [from, to] = [before, after].map((run) => percentText(run.overheadPercent / 100));
  const unchanged = rows.filter(
    ({ replicas, savedPerEvent }) => replicas === most.replicas && savedPerEvent < NOTHING,
  );
  const rest =
    unchanged.length === 0
      ? ''
      : `; ${unchanged.map(({ method }) => METHOD_NOUNS[method]).join(' and ')} gains nothing`;
  return `Fast notification helps ${nameOf(most)} most: its overhead falls from ${from} to ${to}${rest}.`;
}

/** What isolation changes over all ways of protection, in one sentence; `rows` holds one at least. */
export function isolationTitle(rows: readonly IsolationRow[]): string {
  const runs = rows.reduce((sum, row) => sum + row.runs, 0);
  const count = (side: 'before' | 'after', outcomes: readonly FaultOutcome[]): number =>
    rows.reduce((sum, row) => sum + shareOf(row[side], outcomes) * row.runs, 0);
  const [before, after] = [count('before', GOT_OUT), count('after', GOT_OUT)].map(Math.round);
  const hangs = Math.round(count('after', ['hang']) - count('before', ['hang']));
  const faults = `of ${groupDigits(runs)} kernel faults`;
  const more =
    hangs > 0 ? `, and ${groupDigits(hangs)} more runs hang, because their core has stopped` : '';
  if (after === before) {
    return `Isolation keeps no wrong value in: ${groupDigits(before)} ${faults} do harm either way${more}.`;
  }
  const chance = overlap(wilsonInterval(after, runs), wilsonInterval(before, runs))
    ? 'a difference that chance may explain'
    : 'a difference beyond chance';
  return `With isolation ${groupDigits(after)} ${faults} do harm, ${groupDigits(before)} without: ${chance}${more}.`;
}

function overlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function nameOf({ method, replicas }: StudyCell): string {
  return `${redundancyNoun(replicas)} by ${METHOD_NOUNS[method]}`;
}

function savedSentence(row: NotificationRow): string {
  const { before, after, savedPerEvent } = row;
  const name = sentence(nameOf(row));
  if (before.ipisPerEvent === 0) {
    return `${name}: fast notification changes nothing, because no IPI is sent.`;
  }
  if (savedPerEvent < NOTHING) return `${name}: fast notification saves nothing.`;
  return `${name}: fast notification saves ${groupDigits(savedPerEvent)} of ${groupDigits(before.cyclesPerEvent)} cycles per event, and the overhead falls from ${percentText(before.overheadPercent / 100)} to ${percentText(after.overheadPercent / 100)}.`;
}

/** Which methods change places. */
function orderSentence(rows: readonly NotificationRow[]): string | null {
  if (rows.length < 2) return null;
  const order = (pick: (row: NotificationRow) => number): string =>
    rows
      .toSorted((a, b) => pick(a) - pick(b))
      .map(({ method }) => METHOD_NOUNS[method])
      .join(', ');
  const before = order((row) => row.before.cyclesPerEvent);
  const after = order((row) => row.after.cyclesPerEvent);
  const size = redundancyNoun(rows[0].replicas);
  const best = Math.min(...rows.map((row) => row.after.cyclesPerEvent));
  const ipc = rows.find(({ method }) => method === 'ipc');
  const distance =
    ipc === undefined || ipc.after.cyclesPerEvent === best
      ? ''
      : ` An event under IPC then costs ${roundedDigits(ipc.after.cyclesPerEvent / best, 3)} times the cheapest, before ${roundedDigits(ipc.before.cyclesPerEvent / Math.min(...rows.map((row) => row.before.cyclesPerEvent)), 3)} times.`;
  return before === after
    ? `${size}: the order by cycles per event stays ${after}.${distance}`
    : `${size}: by cycles per event ${before} becomes ${after}.${distance}`;
}

const GOT_OUT: readonly FaultOutcome[] = ['silent corruption', 'RCB failure'];

function isolatedSentence(row: IsolationRow): string {
  const { runs, before, after } = row;
  const name = sentence(nameOf(row));
  const bad = shareOf(before, GOT_OUT);
  const still = shareOf(after, GOT_OUT);
  const faults = `${groupDigits(runs)} kernel faults on NonRes cores`;
  const changed = before.filter(({ count, outcome }) => {
    const other = after.find((share) => share.outcome === outcome);
    return other !== undefined && other.count !== count;
  });
  if (changed.length === 0) return `${name}: isolation changes no end of ${faults}.`;
  const parts = changed.map(({ outcome, share }) => {
    const other = after.find((one) => one.outcome === outcome);
    return `${outcome} from ${percentText(share)} to ${percentText(other?.share ?? 0)}`;
  });
  const verdict =
    still < bad
      ? 'fewer wrong values get out or take Romain down'
      : still > bad
        ? 'more wrong values get out or take Romain down'
        : 'as many wrong values get out or take Romain down';
  return `${name}: of ${faults} isolation moves ${parts.join(', ')}; ${verdict} (${percentText(bad)} before, ${percentText(still)} after).`;
}
