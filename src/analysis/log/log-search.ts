import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { LogIndex } from './log-index.ts';
import { actorName, eventKindWords } from './names.ts';
import { stepSentence } from './step-words.ts';
import type { StepFacts } from './step-words.ts';

/** Words of an incident, label and sentence. */
export type IncidentText = (incident: Incident, plan: MachinePlan) => string;

/**
 * Positions in `rows` of those that say all words of `query`, in order; none for an empty one. Case
 * does not matter, a word may be the beginning of one in the row, but a number must be all of it:
 * `C1` is not C10. A whole number alone also finds the step of that number and the steps of that
 * cycle.
 */
export function searchRows(
  index: LogIndex,
  rows: Int32Array,
  query: string,
  incidentText: IncidentText,
): Int32Array {
  const terms = termsOf(query);
  if (terms.length === 0) return new Int32Array(0);
  const { plan, recording, combinations, code } = index;
  const says = (text: string): boolean => terms.every((term) => term.test(plainText(text)));
  const found = Uint8Array.from(combinations, (facts) => (says(stepText(facts, plan)) ? 1 : 0));
  const told = recording.incidents.map((one) => says(incidentText(one, plan)));
  const named = isNamed(index, query);
  const positions = new Int32Array(rows.length);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const hit = row < 0 ? told[~row] : found[code[row]] === 1 || named(row);
    if (hit) positions[length++] = i;
  }
  return positions.slice(0, length);
}

/** All that a search looks at in a kernel step. */
export function stepText(facts: StepFacts, plan: MachinePlan): string {
  const { kind, core, app, replica } = facts;
  const name = plan.apps[app]?.name ?? '';
  const who = actorName(plan, app, replica);
  return `${stepSentence(facts, plan)} ${kind} ${eventKindWords(kind)} C${core} ${who} ${name}`;
}

function termsOf(query: string): RegExp[] {
  const words = plainText(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.map((word) => {
    const literal = word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
    const before = /^[\p{L}\p{N}]/u.test(word) ? String.raw`(?<![\p{L}\p{N}])` : '';
    const after = /\p{N}$/u.test(word) ? String.raw`(?!\p{N})` : '';
    return new RegExp(before + literal + after, 'iu');
  });
}

/** With the apostrophe that keyboards have. */
function plainText(text: string): string {
  return text.replaceAll('’', "'");
}

/** Is a row of the trace the step, or at the cycle, that `query` names, when it is a whole number? */
function isNamed({ recording: { events } }: LogIndex, query: string): (row: number) => boolean {
  const digits = query.replaceAll(/\s/gu, '');
  if (!/^\d{1,15}$/u.test(digits)) return () => false;
  const number = Number(digits);
  const first = lowerBound(events.time, number, events.length);
  const end = upperBound(events.time, number, events.length);
  return (row) => row === number - 1 || (row >= first && row < end);
}
