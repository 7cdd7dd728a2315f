import { msg, t } from '../../base/language.ts';
import type { AppPlan } from '../../kernel/plan.ts';
import type { AppView } from '../../run/machine-view.ts';
import { countWord } from '../machine/numbers.ts';
import { listOf } from '../machine/wrong-words.ts';

/** Why replicas that touch a device themselves come apart, and what the device has seen; empty where they do not. */
export function deviceWords({ cores }: Pick<AppPlan, 'cores'>, { device }: AppView): string[] {
  if (device === null || device.access === 'proxied' || cores.length < 2) return [];
  const { reads, writes, dueWrites, input } = device;
  const wrong = reads.filter(({ right }) => !right);
  const made = writes.reduce((sum, { count }) => sum + count, 0);
  const lines: string[] = [];
  if (wrong.length > 0) lines.push(input === 'counter' ? t(COUNTER) : fifoLine(reads, wrong));
  if (made > dueWrites)
    lines.push(
      t(
        'The device saw {made} writes where {n, plural, one {{due} is} other {{due} are}} due: nobody compares before a replica writes.',
        { made: countWord(made), n: dueWrites, due: countWord(dueWrites) },
      ),
    );
  return lines;
}

const COUNTER = msg('Each replica got another number, because every read advances the counter.');

type Reads = NonNullable<AppView['device']>['reads'];

function fifoLine(reads: Reads, wrong: Reads): string {
  const first = namesOf(reads.filter(({ right }) => right));
  const nothing = wrong.filter(({ words }) => words.every((word) => word === null));
  const other = namesOf(wrong.filter((one) => !nothing.includes(one)));
  const empty = namesOf(nothing);
  if (first === '') return lateLine(empty, other);
  if (other === '')
    return t('{first} took what was in the FIFO, so {empty} found it empty.', { first, empty });
  if (empty === '')
    return t(
      '{first} took what was in the FIFO, so {other} got what was due later or to another.',
      {
        first,
        other,
      },
    );
  return t(
    '{first} took what was in the FIFO, so {empty} found it empty, so {other} got what was due later or to another.',
    { first, empty, other },
  );
}

/** Nobody got what was due; `empty` and `other` are the names of those who got nothing, or something else. */
function lateLine(empty: string, other: string): string {
  if (other === '') return t('{empty} found the FIFO empty.', { empty });
  if (empty === '') return t('{other} got what was due later or to another.', { other });
  return t('{empty} found the FIFO empty, {other} got what was due later or to another.', {
    empty,
    other,
  });
}

function namesOf(reads: Reads): string {
  return listOf(reads.map(({ replica }) => `R${replica}`));
}
