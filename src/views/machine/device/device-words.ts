import { msg, t } from '../../../base/language.ts';
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
    return first === null || first === undefined ? t('empty') : wordText(first);
  const right = words.filter((word, i) => word === due[i]).length;
  return t('{right} of {count} right', {
    right: groupDigits(right),
    count: groupDigits(due.length),
  });
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
      : countText(dueWords.length, WORDS);
  return { read, write: writesCell(dueWrites) };
}

/** How many writes the device has seen for the interrupt being served; wrong = more than are due, or of a wrong word. */
export function writesText({ writes, dueWrites }: DeviceView): {
  readonly text: string;
  readonly wrong: boolean;
} {
  const made = writes.reduce((sum, { count }) => sum + count, 0);
  return {
    text: writesCell(made),
    wrong: made > dueWrites || writes.some(({ wrong }) => wrong),
  };
}

/** `3 reads for 1`, `1 read`. */
function madeText(count: number, due: number, noun: string): string {
  const made = countText(count, noun);
  return count === due ? made : t('{made} for {due}', { made, due: groupDigits(due) });
}

/** A number of writes in the column of writes, which is narrow. */
function writesCell(count: number): string {
  return t(
    '{n, plural, one {{count} write} other {{count} writes}}',
    { n: count, count: groupDigits(count) },
    'cell',
  );
}

const READS = msg('{n, plural, one {{count} read} other {{count} reads}}');
const WRITES = msg('{n, plural, one {{count} write} other {{count} writes}}');
const WORDS = msg('{n, plural, one {{count} word} other {{count} words}}');

/** `count` of what the message `noun` counts. */
function countText(count: number, noun: string): string {
  return t(noun, { n: count, count: groupDigits(count) });
}

/** What the interrupt line says; `raised` = an interrupt waits for the driver. */
export function lineWords(
  view: DeviceView,
  time: number,
): { readonly text: string; readonly raised: boolean } {
  const { arrived, taken, raisedAt, serving } = view;
  if (raisedAt === null) {
    const text =
      serving === -1
        ? t('no interrupt yet')
        : t('interrupt {number} taken', { number: groupDigits(serving + 1) });
    return { text, raised: false };
  }
  const waits = arrived - taken;
  const text = t(
    '{n, plural, one {interrupt {number} waits} other {{count} interrupts wait}} {cycles} cyc',
    {
      n: waits,
      number: groupDigits(arrived),
      count: groupDigits(waits),
      cycles: groupDigits(time - raisedAt),
    },
  );
  return { text, raised: true };
}

/** What the device has seen since the start, beside what one copy of the driver does. */
export function soFarWords({ soFar }: DeviceView): {
  readonly text: string;
  readonly wrong: boolean;
} {
  const { reads, readsDue, wrongInputs, writes, writesDue, wrongWrites } = soFar;
  const wrong = reads !== readsDue || writes !== writesDue || wrongInputs + wrongWrites > 0;
  const text = [madeText(reads, readsDue, READS), madeText(writes, writesDue, WRITES)].join(', ');
  return { text, wrong };
}

/** The device at this instant in a few sentences, for screen readers. */
export function deviceDescription(app: AppPlan, view: DeviceView, time: number): string {
  return [
    accessSentence(app, view),
    lineSentence(view, time),
    ...readSentences(app, view),
    ...writeSentences(app, view),
    t('So far {made}.', { made: soFarWords(view).text }),
  ].join(' ');
}

function accessSentence({ cores, redundancy }: AppPlan, { access }: DeviceView): string {
  if (redundancy === 'native') return t('The driver touches it itself.');
  if (access === 'proxied') return t('Romain touches it, once for all replicas.');
  return cores.length === 1
    ? t('The only replica touches it itself.')
    : t('Each replica touches it itself.');
}

function lineSentence({ serving, interrupts, arrived, taken, raisedAt }: DeviceView, time: number) {
  const served =
    serving === -1
      ? t('No interrupt has been taken yet')
      : t('Interrupt {number} of {count} was taken last', {
          number: groupDigits(serving + 1),
          count: groupDigits(interrupts),
        });
  if (raisedAt === null) return t('{served}; none waits.', { served });
  const waits = arrived - taken;
  return t('{served}; {count} {n, plural, one {waits} other {wait}}, for {cycles}.', {
    served,
    count: countWord(waits),
    n: waits,
    cycles: cyclesText(time - raisedAt),
  });
}

function readSentences(app: AppPlan, { reads, dueWords, serving }: DeviceView): string[] {
  if (serving === -1 || dueWords.length === 0) return [];
  const due = dueWords.map(wordText).join(' ');
  if (reads.length === 0) return [t('Due to be read: {due}; nobody has read yet.', { due })];
  const told = reads.map((read) => {
    const words = read.words.map((word) =>
      word === null ? t('that the FIFO is empty') : wordText(word),
    );
    const what = t('{who} reads {words}', {
      who: toucherName(app, read.replica),
      words: words.join(' '),
    });
    const right = read.right ? what : t('{reads}, which is wrong', { reads: what });
    return read.replica < 0 && app.redundancy !== 'native'
      ? t('{reads}, copied to all', { reads: right })
      : right;
  });
  return [t('Due to be read: {due}.', { due }), `${capitalised(told.join('; '))}.`];
}

function writeSentences(app: AppPlan, { writes, dueWrites }: DeviceView): string[] {
  if (dueWrites === 0) return [];
  const due = t('{n, plural, one {{count} write is} other {{count} writes are}} due', {
    n: dueWrites,
    count: capitalised(countWord(dueWrites)),
  });
  if (writes.length === 0) return [t('{due}; nobody has written yet.', { due })];
  const made = writes.reduce((sum, { count }) => sum + count, 0);
  const who = listOf(writes.map(({ replica }) => toucherName(app, replica)));
  const wrong = writes.filter((one) => one.wrong).map(({ replica }) => toucherName(app, replica));
  const said = { due, made: countWord(made), who };
  if (wrong.length === 0) return [t('{due}, {made} made by {who}.', said)];
  return [
    t('{due}, {made} made by {who}; what {wrong} wrote is wrong.', {
      ...said,
      wrong: listOf(wrong),
    }),
  ];
}
