import type { MatrixRow } from '../../analysis/matrix.ts';
import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { redundancyLabel } from '../../draw/chart/live-bars.ts';
import { groupDigits } from '../../draw/format.ts';
import { endWords } from '../../draw/words.ts';
import type { Apart } from './apart.ts';

/** Names of the methods at the start of a sentence, to be said by `t`. */
export const METHOD_NAMES: Readonly<Record<SignallingMethod, string>> = {
  local: msg('Local handling'),
  migration: msg('Migration'),
  ipc: msg('Sync IPC'),
  polling: msg('Shared memory'),
};

/** The same within a sentence. */
const NAMES_WITHIN: Readonly<Record<SignallingMethod, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('sync IPC'),
  polling: msg('shared memory'),
};

/** The three alternatives of which one is to win; local handling is the reference. */
const ALTERNATIVES: ReadonlySet<SignallingMethod> = new Set(['migration', 'ipc', 'polling']);

/**
 * The finding of the chart in one sentence with its numbers: which alternative is cheapest under
 * the highest redundancy that is complete, and why the dearest is not; where replicas come `apart`,
 * who reaches the end. `null` while rows are missing.
 */
export function findingOf(rows: readonly MatrixRow[], apart: Apart): string | null {
  for (const redundancy of [3, 2]) {
    const group = rows.filter(
      (row) => row.redundancy === redundancy && ALTERNATIVES.has(row.signalling),
    );
    if (group.length === ALTERNATIVES.size) return sentence(group, apart);
  }
  return null;
}

function sentence(group: readonly MatrixRow[], apart: Apart): string {
  if (group.some((row) => endWords(row) !== null)) return stopSentence(group, apart);
  const sorted = group.toSorted((a, b) => a.overheadPercent - b.overheadPercent);
  const [best] = sorted;
  const worst = sorted.at(-1);
  if (best === undefined || worst === undefined) return '';
  return cheapestSentence(best, worst);
}

/** Costs of runs of different length are no contest: who reaches the end comes first, then how the others stop. */
function stopSentence(group: readonly MatrixRow[], apart: Apart): string {
  const ends = new Map<string, string[]>();
  const reached: string[] = [];
  for (const row of group) {
    const words = endWords(row);
    if (words === null) {
      reached.push(
        t('{name} reaches the end, {percent}', {
          name: nameWithin(row),
          percent: percentText(row.overheadPercent),
        }),
      );
      continue;
    }
    const event = groupDigits(row.completedEvents + 1);
    const end = t('{what}, event {event}', { what: words, event });
    ends.set(end, [...(ends.get(end) ?? []), nameWithin(row)]);
  }
  const stopped = [...ends].map(([end, names]) => {
    const values = { names: listOf(names), n: names.length, end };
    return reached.length === 0
      ? t('{names} {n, plural, one {does} other {do}} not reach the end ({end})', values)
      : t('{names} {n, plural, one {does} other {do}} not ({end})', values);
  });
  return stopFrame(apart, group[0]?.redundancy ?? 1, [...reached, ...stopped].join('; '));
}

/** What made replicas come apart, before how each run ended. */
function stopFrame({ faults, naive }: Apart, replicas: number, ends: string): string {
  const redundancy = redundancyLabel(replicas);
  if (!naive) return t('With these faults, under {redundancy}: {ends}.', { redundancy, ends });
  return faults
    ? t('With these faults, and each replica at the device itself, under {redundancy}: {ends}.', {
        redundancy,
        ends,
      })
    : t('With each replica at the device itself, under {redundancy}: {ends}.', {
        redundancy,
        ends,
      });
}

/** `a, b and c`. */
function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return t('{list} and {last}', { list: words.slice(0, -1).join(', '), last });
}

/** The name of a method within a sentence. */
function nameWithin({ signalling }: MatrixRow): string {
  return t(NAMES_WITHIN[signalling]);
}

function cheapestSentence(best: MatrixRow, worst: MatrixRow): string {
  const told = {
    name: t(METHOD_NAMES[best.signalling]),
    percent: percentText(best.overheadPercent),
    redundancy: redundancyLabel(best.redundancy),
    dear: nameWithin(worst),
    most: percentText(worst.overheadPercent),
  };
  if (best.ipisPerEvent === 0)
    return t(
      '{name} is cheapest over the whole run: {percent} under {redundancy}, because it sends no IPI; {dear} ({most}) sends {ipis} per event.',
      { ...told, ipis: groupDigits(worst.ipisPerEvent, 1) },
    );
  return t(
    '{name} is cheapest over the whole run: {percent} under {redundancy}, because an event takes {saved} cycles less than with {dear} ({most}).',
    { ...told, saved: groupDigits(worst.cyclesPerEvent - best.cyclesPerEvent) },
  );
}

/** `20.9 %`, the space thin. */
export function percentText(percent: number, decimals = 1): string {
  return `${groupDigits(percent, decimals)}\u202f%`;
}
