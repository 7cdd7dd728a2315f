import type { MatrixRow } from '../../analysis/matrix.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { redundancyLabel } from '../../draw/chart/live-bars.ts';
import { groupDigits } from '../../draw/format.ts';
import { endWords } from '../../draw/words.ts';
import type { Apart } from './apart.ts';
import { apartWords } from './apart.ts';

/** Names of the methods at the start of a sentence. */
export const METHOD_NAMES: Readonly<Record<SignallingMethod, string>> = {
  local: 'Local handling',
  migration: 'Migration',
  ipc: 'Sync IPC',
  polling: 'Shared memory',
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
  const under = `under ${redundancyLabel(best.redundancy)}`;
  const cheapest = `${METHOD_NAMES[best.signalling]} is cheapest over the whole run: ${percentText(best.overheadPercent)} ${under}`;
  return `${cheapest}, because ${reason(best, worst)}.`;
}

/** Costs of runs of different length are no contest: who reaches the end comes first, then how the others stop. */
function stopSentence(group: readonly MatrixRow[], apart: Apart): string {
  const ends = new Map<string, string[]>();
  const reached: string[] = [];
  for (const row of group) {
    const words = endWords(row);
    if (words === null) {
      reached.push(`${nameWithin(row)} reaches the end, ${percentText(row.overheadPercent)}`);
      continue;
    }
    const { completedEvents } = row;
    const end = `${words}, event ${groupDigits(completedEvents + 1)}`;
    ends.set(end, [...(ends.get(end) ?? []), nameWithin(row)]);
  }
  const not = reached.length === 0 ? 'not reach the end' : 'not';
  const stopped = [...ends].map(
    ([end, names]) => `${listOf(names)} ${names.length === 1 ? 'does' : 'do'} ${not} (${end})`,
  );
  const under = redundancyLabel(group[0]?.redundancy ?? 1);
  return `${apartWords(apart)}, under ${under}: ${[...reached, ...stopped].join('; ')}.`;
}

/** `a, b and c`. */
function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The name of a method within a sentence. */
function nameWithin({ signalling }: MatrixRow): string {
  return METHOD_NAMES[signalling].replace(/^[MS](?=[a-z])/u, (letter) => letter.toLowerCase());
}

function reason(best: MatrixRow, worst: MatrixRow): string {
  const dear = `${nameWithin(worst)} (${percentText(worst.overheadPercent)})`;
  if (best.ipisPerEvent === 0)
    return `it sends no IPI; ${dear} sends ${groupDigits(worst.ipisPerEvent, 1)} per event`;
  const saved = worst.cyclesPerEvent - best.cyclesPerEvent;
  return `an event takes ${groupDigits(saved)} cycles less than with ${dear}`;
}

/** `20.9 %`, the space thin. */
export function percentText(percent: number, decimals = 1): string {
  return `${groupDigits(percent, decimals)}\u202f%`;
}
