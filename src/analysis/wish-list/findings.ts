import { groupDigits, roundedDigits } from '../../base/digits.ts';
import { t } from '../../base/language.ts';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import type { Interval } from '../campaign/wilson.ts';
import { wilsonInterval } from '../campaign/wilson.ts';
import { listed } from '../phrases.ts';
import { methodNoun, percentText, redundancyNoun, sentence, variantNoun } from '../sweep/words.ts';
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
      t(
        'Isolation itself takes no cycles in this model, and it helps only against what a kernel writes outside its own replica: a kernel that panics, or corrupts its own replica, does so as before.',
      ),
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
    return t('Fast notification changes nothing here: no IPI is left to make faster.');
  }
  const { before, after } = most;
  const [from, to] = [before, after].map((run) => percentText(run.overheadPercent / 100));
  const unchanged = rows.filter(
    ({ replicas, savedPerEvent }) => replicas === most.replicas && savedPerEvent < NOTHING,
  );
  const told = { name: nameOf(most), from, to };
  if (unchanged.length === 0)
    return t('Fast notification helps {name} most: its overhead falls from {from} to {to}.', told);
  return t(
    'Fast notification helps {name} most: its overhead falls from {from} to {to}; {others} gains nothing.',
    { ...told, others: listed(unchanged.map(({ method }) => methodNoun(method))) },
  );
}

/** What isolation changes over all ways of protection, in one sentence; `rows` holds one at least. */
export function isolationTitle(rows: readonly IsolationRow[]): string {
  const runs = rows.reduce((sum, row) => sum + row.runs, 0);
  const count = (side: 'before' | 'after', outcomes: readonly FaultOutcome[]): number =>
    rows.reduce((sum, row) => sum + shareOf(row[side], outcomes) * row.runs, 0);
  const [before, after] = [count('before', GOT_OUT), count('after', GOT_OUT)].map(Math.round);
  const hangs = Math.round(count('after', ['hang']) - count('before', ['hang']));
  const told = {
    before: groupDigits(before),
    after: groupDigits(after),
    runs: groupDigits(runs),
  };
  const harm = harmText(told, {
    same: after === before,
    chance: overlap(wilsonInterval(after, runs), wilsonInterval(before, runs)),
  });
  if (hangs <= 0) return `${harm}.`;
  return t('{harm}, and {hangs} more runs hang, because their core has stopped.', {
    harm,
    hangs: groupDigits(hangs),
  });
}

interface Harm {
  readonly before: string;
  readonly after: string;
  readonly runs: string;
  readonly [name: string]: string;
}

function harmText(
  harm: Harm,
  { same, chance }: { readonly same: boolean; readonly chance: boolean },
): string {
  if (same) {
    const { before, runs } = harm;
    return t(
      'Isolation keeps no wrong value in: {before} of {runs} kernel faults do harm either way',
      { before, runs },
    );
  }
  return chance
    ? t(
        'With isolation {after} of {runs} kernel faults do harm, {before} without: a difference that chance may explain',
        harm,
      )
    : t(
        'With isolation {after} of {runs} kernel faults do harm, {before} without: a difference beyond chance',
        harm,
      );
}

function overlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function nameOf({ method, replicas }: StudyCell): string {
  return variantNoun(replicas, method);
}

function savedSentence(row: NotificationRow): string {
  const { before, after, savedPerEvent } = row;
  const name = sentence(nameOf(row));
  if (before.ipisPerEvent === 0) {
    return t('{name}: fast notification changes nothing, because no IPI is sent.', { name });
  }
  if (savedPerEvent < NOTHING) return t('{name}: fast notification saves nothing.', { name });
  return t(
    '{name}: fast notification saves {saved} of {cycles} cycles per event, and the overhead falls from {from} to {to}.',
    {
      name,
      saved: groupDigits(savedPerEvent),
      cycles: groupDigits(before.cyclesPerEvent),
      from: percentText(before.overheadPercent / 100),
      to: percentText(after.overheadPercent / 100),
    },
  );
}

/** Which methods change places. */
function orderSentence(rows: readonly NotificationRow[]): string | null {
  if (rows.length < 2) return null;
  const order = (pick: (row: NotificationRow) => number): string =>
    rows
      .toSorted((a, b) => pick(a) - pick(b))
      .map(({ method }) => methodNoun(method))
      .join(', ');
  const before = order((row) => row.before.cyclesPerEvent);
  const after = order((row) => row.after.cyclesPerEvent);
  const size = redundancyNoun(rows[0].replicas);
  const told =
    before === after
      ? t('{size}: the order by cycles per event stays {after}.', { size, after })
      : t('{size}: by cycles per event {before} becomes {after}.', { size, before, after });
  const distance = distanceSentence(rows);
  return distance === null ? told : `${told} ${distance}`;
}

/** How far IPC is from the cheapest; `null` = it is the cheapest, or not among them. */
function distanceSentence(rows: readonly NotificationRow[]): string | null {
  const best = Math.min(...rows.map((row) => row.after.cyclesPerEvent));
  const ipc = rows.find(({ method }) => method === 'ipc');
  if (ipc === undefined || ipc.after.cyclesPerEvent === best) return null;
  const bestBefore = Math.min(...rows.map((row) => row.before.cyclesPerEvent));
  return t('An event under IPC then costs {after} times the cheapest, before {before} times.', {
    after: roundedDigits(ipc.after.cyclesPerEvent / best, 3),
    before: roundedDigits(ipc.before.cyclesPerEvent / bestBefore, 3),
  });
}

const GOT_OUT: readonly FaultOutcome[] = ['silent corruption', 'RCB failure'];

function isolatedSentence(row: IsolationRow): string {
  const { runs, before, after } = row;
  const name = sentence(nameOf(row));
  const bad = shareOf(before, GOT_OUT);
  const still = shareOf(after, GOT_OUT);
  const faults = groupDigits(runs);
  const changed = before.filter(({ count, outcome }) => {
    const other = after.find((share) => share.outcome === outcome);
    return other !== undefined && other.count !== count;
  });
  if (changed.length === 0) {
    return t('{name}: isolation changes no end of {count} kernel faults on NonRes cores.', {
      name,
      count: faults,
    });
  }
  const moved = changed.map(({ outcome, share }) => {
    const other = after.find((one) => one.outcome === outcome);
    return t('{outcome} from {from} to {to}', {
      outcome: t(outcome),
      from: percentText(share),
      to: percentText(other?.share ?? 0),
    });
  });
  return t(
    '{name}: of {count} kernel faults on NonRes cores isolation moves {moved}; {verdict} ({before} before, {after} after).',
    {
      name,
      count: faults,
      moved: moved.join(', '),
      verdict: verdictOf(bad, still),
      before: percentText(bad),
      after: percentText(still),
    },
  );
}

function verdictOf(bad: number, still: number): string {
  if (still < bad) return t('fewer wrong values get out or take Romain down');
  return still > bad
    ? t('more wrong values get out or take Romain down')
    : t('as many wrong values get out or take Romain down');
}
