import { didYouMean } from '../scenario/suggest.ts';
import type { Command } from './command.ts';
import { CAMPAIGN } from './commands/campaign.ts';
import { COMPARE } from './commands/compare.ts';
import { COSTS } from './commands/costs.ts';
import { EXPLORE } from './commands/explore.ts';
import { EXPORT } from './commands/export.ts';
import { FLOW } from './commands/flow.ts';
import { IMPORT } from './commands/import.ts';
import { LESSONS } from './commands/lessons.ts';
import { LINK } from './commands/link.ts';
import { MATRIX } from './commands/matrix.ts';
import { PRESETS_COMMAND } from './commands/presets.ts';
import { RUN } from './commands/run.ts';
import { SWEEP } from './commands/sweep.ts';
import { TRACE } from './commands/trace.ts';
import { SENSITIVITY } from './commands/sensitivity.ts';
import { VALIDATE } from './commands/validate.ts';
import { WHY } from './commands/why.ts';
import { WORKLOADS } from './commands/workloads.ts';
import { helpText } from './help.ts';
import type { Io } from './io.ts';
import { readArguments } from './options.ts';
import { outputOf } from './standard-output.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  RUN,
  MATRIX,
  COMPARE,
  WHY,
  SENSITIVITY,
  CAMPAIGN,
  EXPLORE,
  SWEEP,
  PRESETS_COMMAND,
  WORKLOADS,
  COSTS,
  FLOW,
  TRACE,
  EXPORT,
  IMPORT,
  LINK,
  LESSONS,
  VALIDATE,
];

/** Runs the command that `argv` names; gives the exit status: 0, 1 for a failed check, 2 for bad usage or input. */
export function runCommandLine(argv: readonly string[], io: Io): 0 | 1 | 2 {
  const [name = '', ...rest] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    io.out(helpText(COMMANDS));
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) return fail(io, unknownCommand(name));
  const args = readArguments(rest, command.options);
  if (!args.ok) return fail(io, `${command.name}: ${args.error}`);
  if (args.value.flags.has('help')) {
    io.out(helpText([command]));
    return 0;
  }
  const extra = args.value.operands[command.operands];
  if (extra !== undefined) return fail(io, `${command.name}: unexpected "${extra}"`);
  const output = outputOf(args.value, io);
  if (!output.ok) return fail(io, `${command.name}: ${output.error}`);
  const outcome = command.run(args.value, output.value);
  return outcome.ok ? outcome.value : fail(io, `${command.name}: ${outcome.error}`);
}

/** One line, whatever the message quotes. */
function fail(io: Io, message: string): 2 {
  io.error(`watchmen ${message.replaceAll(/\s*[\r\n]+\s*/g, ' ')}\n`);
  return 2;
}

function unknownCommand(name: string): string {
  if (name === '') return 'needs a command; see: help';
  const names = COMMANDS.map((command) => command.name);
  return `has no command "${name}"${didYouMean(name, names) || '; see: help'}`;
}
