import { groupDigits } from '../../../draw/format.ts';
import type { AppPlan } from '../../../kernel/plan.ts';
import type { DeviceView, ReadView } from '../../../run/device-view.ts';
import { capitalised, countWord, cyclesText, ordinal } from '../numbers.ts';
import { listOf } from '../wrong-words.ts';

/** A word of a register: `3f219a0c`. */
function wordText(word: number): string {
  return word.toString(16).padStart(8, '0');
}

/** Who touches the device: a replica, Romain, or the driver that is alone. */
function toucherName(app: Pick<AppPlan, 'name' | 'redundancy'>, replica: number): string {
  if (app.redundancy === 'native') return app.name;
  return replica < 0 ? 'Romain' : `R${replica}`;
}

/** What was read, where there is room for little: the word, that the FIFO was empty, or how many are right. */
export function readText({ words }: Pick<ReadView, 'words'>, due: readonly number[]): string {
  const [first] = words;
  if (words.length === 1 && due.length === 1)
    return first === null || first === undefined ? 'empty' : wordText(first);
  const right = words.filter((word, i) => word === due[i]).length;
  return `${groupDigits(right)} of ${groupDigits(due.length)} right`;
}

type WriteView = DeviceView['writes'][number];

/** Which write it was at the device: `1st`, `2nd`, and how often. */
export function writeText(writes: readonly WriteView[], write: WriteView): string {
  const times = write.count > 1 ? ` ×${groupDigits(write.count)}` : '';
  return `${ordinal(writes.indexOf(write))}${times}`;
}

/** What is due for the interrupt being served. */
export function dueText({ serving, dueWords, dueWrites }: DeviceView): {
  readonly read: string;
  readonly write: string;
} {
  if (serving === -1) return { read: '', write: '' };
  const [first] = dueWords;
  const read =
    dueWords.length === 1 && first !== undefined
      ? wordText(first)
      : countText(dueWords.length, 'word');
  return { read, write: countText(dueWrites, 'write') };
}

/** How many writes the device has seen for the interrupt being served; wrong = more than are due, or of a wrong word. */
export function writesText({ writes, dueWrites }: DeviceView): {
  readonly text: string;
  readonly wrong: boolean;
} {
  const made = writes.reduce((sum, { count }) => sum + count, 0);
  return {
    text: countText(made, 'write'),
    wrong: made > dueWrites || writes.some(({ wrong }) => wrong),
  };
}

/** `3 reads for 1`, `1 read`. */
function madeText(count: number, due: number, noun: string): string {
  return count === due
    ? countText(count, noun)
    : `${countText(count, noun)} for ${groupDigits(due)}`;
}

function countText(count: number, noun: string): string {
  return `${groupDigits(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What the interrupt line says; `raised` = an interrupt waits for the driver. */
export function lineWords(
  view: DeviceView,
  time: number,
): { readonly text: string; readonly raised: boolean } {
  const { arrived, taken, raisedAt, serving } = view;
  if (raisedAt === null) {
    const text =
      serving === -1 ? 'no interrupt yet' : `interrupt ${groupDigits(serving + 1)} taken`;
    return { text, raised: false };
  }
  const waits = arrived - taken;
  const which =
    waits === 1 ? `interrupt ${groupDigits(arrived)}` : `${groupDigits(waits)} interrupts`;
  return {
    text: `${which} ${waits === 1 ? 'waits' : 'wait'} ${groupDigits(time - raisedAt)} cyc`,
    raised: true,
  };
}

/** What the device has seen since the start, beside what one copy of the driver does. */
export function soFarWords({ soFar }: DeviceView): {
  readonly text: string;
  readonly wrong: boolean;
} {
  const { reads, readsDue, wrongInputs, writes, writesDue, wrongWrites } = soFar;
  const wrong = reads !== readsDue || writes !== writesDue || wrongInputs + wrongWrites > 0;
  const text = `${madeText(reads, readsDue, 'read')}, ${madeText(writes, writesDue, 'write')}`;
  return { text, wrong };
}

/** The device at this instant in a few sentences, for screen readers. */
export function deviceDescription(app: AppPlan, view: DeviceView, time: number): string {
  return [
    accessSentence(app, view),
    lineSentence(view, time),
    ...readSentences(app, view),
    ...writeSentences(app, view),
    `So far ${soFarWords(view).text}.`,
  ].join(' ');
}

function accessSentence({ cores, redundancy }: AppPlan, { access }: DeviceView): string {
  if (redundancy === 'native') return 'The driver touches it itself.';
  if (access === 'proxied') return 'Romain touches it, once for all replicas.';
  return cores.length === 1
    ? 'The only replica touches it itself.'
    : 'Each replica touches it itself.';
}

function lineSentence({ serving, interrupts, arrived, taken, raisedAt }: DeviceView, time: number) {
  const served =
    serving === -1
      ? 'No interrupt has been taken yet'
      : `Interrupt ${groupDigits(serving + 1)} of ${groupDigits(interrupts)} was taken last`;
  if (raisedAt === null) return `${served}; none waits.`;
  const waits = arrived - taken;
  return `${served}; ${countWord(waits)} ${waits === 1 ? 'waits' : 'wait'}, for ${cyclesText(time - raisedAt)}.`;
}

function readSentences(app: AppPlan, { reads, dueWords, serving }: DeviceView): string[] {
  if (serving === -1 || dueWords.length === 0) return [];
  const due = dueWords.map(wordText).join(' ');
  if (reads.length === 0) return [`Due to be read: ${due}; nobody has read yet.`];
  const told = reads.map((read) => {
    const words = read.words.map((word) =>
      word === null ? 'that the FIFO is empty' : wordText(word),
    );
    const copied = read.replica < 0 && app.redundancy !== 'native' ? ', copied to all' : '';
    return `${toucherName(app, read.replica)} reads ${words.join(' ')}${read.right ? '' : ', which is wrong'}${copied}`;
  });
  return [`Due to be read: ${due}.`, `${capitalised(told.join('; '))}.`];
}

function writeSentences(app: AppPlan, { writes, dueWrites }: DeviceView): string[] {
  if (dueWrites === 0) return [];
  const due = `${countWord(dueWrites)} ${dueWrites === 1 ? 'write is' : 'writes are'} due`;
  if (writes.length === 0) return [`${capitalised(due)}; nobody has written yet.`];
  const made = writes.reduce((sum, { count }) => sum + count, 0);
  const who = listOf(writes.map(({ replica }) => toucherName(app, replica)));
  const wrong = writes.filter((one) => one.wrong).map(({ replica }) => toucherName(app, replica));
  const wrongly = wrong.length === 0 ? '' : `; what ${listOf(wrong)} wrote is wrong`;
  return [`${capitalised(due)}, ${countWord(made)} made by ${who}${wrongly}.`];
}
