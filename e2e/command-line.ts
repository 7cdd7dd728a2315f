import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const OPTIONS = { encoding: 'utf8', maxBuffer: 1 << 26 } as const;

// Without npm around it, which takes longer to start than most commands to run.
const commandOf = (args: readonly string[]): string[] => [
  '--import',
  'tsx',
  'src/cli/main.ts',
  ...args,
];

/** What the command line answers to `args`; throws when it fails. */
export function commandLine(...args: readonly string[]): string {
  return execFileSync(process.execPath, commandOf(args), OPTIONS);
}

/** The same, while the page does something. */
export async function commandLineMeanwhile(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, commandOf(args), OPTIONS)).stdout;
}
