import { execFileSync } from 'node:child_process';

/** What the command line answers to `args`; throws when it fails. */
export function commandLine(...args: readonly string[]): string {
  // Without npm around it, which takes longer to start than most commands to run.
  const command = ['--import', 'tsx', 'src/cli/main.ts', ...args];
  return execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 26 });
}
