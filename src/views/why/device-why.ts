import type { AppPlan } from '../../kernel/plan.ts';
import type { AppView } from '../../run/machine-view.ts';
import { capitalised, countWord } from '../machine/numbers.ts';
import { listOf } from '../machine/wrong-words.ts';

/** Why replicas that touch a device themselves come apart, and what the device has seen; empty where they do not. */
export function deviceWords({ cores }: Pick<AppPlan, 'cores'>, { device }: AppView): string[] {
  if (device === null || device.access === 'proxied' || cores.length < 2) return [];
  const { reads, writes, dueWrites, input } = device;
  const wrong = reads.filter(({ right }) => !right);
  const made = writes.reduce((sum, { count }) => sum + count, 0);
  const lines: string[] = [];
  if (wrong.length > 0) lines.push(input === 'counter' ? COUNTER : fifoLine(reads, wrong));
  if (made > dueWrites)
    lines.push(
      `The device saw ${countWord(made)} writes where ${countWord(dueWrites)} ${dueWrites === 1 ? 'is' : 'are'} due: nobody compares before a replica writes.`,
    );
  return lines;
}

const COUNTER = 'Each replica got another number, because every read advances the counter.';

type Reads = NonNullable<AppView['device']>['reads'];

function fifoLine(reads: Reads, wrong: Reads): string {
  const first = namesOf(reads.filter(({ right }) => right));
  const empty = wrong.filter(({ words }) => words.every((word) => word === null));
  const other = wrong.filter((one) => !empty.includes(one));
  const told = [
    first === '' ? '' : `${first} took what was in the FIFO`,
    empty.length === 0 ? '' : `${namesOf(empty)} found it empty`,
    other.length === 0 ? '' : `${namesOf(other)} got what was due later or to another`,
  ].filter((part) => part !== '');
  const text =
    first === '' ? told.join(', ').replace('found it', 'found the FIFO') : told.join(', so ');
  return `${capitalised(text)}.`;
}

function namesOf(reads: Reads): string {
  return listOf(reads.map(({ replica }) => `R${replica}`));
}
