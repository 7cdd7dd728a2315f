import { err } from '../../base/result.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import type { Command } from '../command.ts';
import type { Io, Outcome } from '../io.ts';
import type { Arguments } from '../options.ts';
import { answersOfLesson } from './lessons-answers.ts';
import { checkLessonFile, linkOfLesson, listLessons } from './lessons-files.ts';

interface Action {
  readonly run: (args: Arguments, io: Io) => Outcome;
  /** Words after its name. */
  readonly operands: number;
}

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['list', { run: listLessons, operands: 0 }],
  ['check', { run: checkLessonFile, operands: 1 }],
  ['answers', { run: answersOfLesson, operands: 1 }],
  ['link', { run: linkOfLesson, operands: 1 }],
]);

/** `lessons`: what there is to learn, and what the kernel answers. */
export const LESSONS: Command = {
  name: 'lessons',
  usage:
    'list [--lang en|de] [--json]\n' +
    '  lessons check <file>\n' +
    '  lessons answers <lesson> [--seed N] [--lang en|de] [--json]\n' +
    '  lessons link <lesson> [--page ADDRESS]',
  summary:
    'The lessons, shipped or of one’s own (<lesson>: an id, a file or a link): which there are, what is\n' +
    '      wrong with a file, which answers the kernel gives, the link of one; docs/lessons.md.',
  options: ['lang', 'json', 'seed', 'page'],
  operands: 2,
  run(args, io) {
    const [name, ...operands] = args.operands;
    const known = [...ACTIONS.keys()];
    if (name === undefined) return err(`what about lessons? Known: ${known.join(', ')}`);
    const action = ACTIONS.get(name);
    if (action === undefined) {
      return err(`cannot "${name}"${didYouMean(name, known) || `; known: ${known.join(', ')}`}`);
    }
    const extra = operands[action.operands];
    if (extra !== undefined) return err(`unexpected "${extra}"`);
    return action.run({ ...args, operands }, io);
  },
};
