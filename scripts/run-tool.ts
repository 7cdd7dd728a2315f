import { spawnSync } from 'node:child_process';

/** Runs a tool of this project with its output on ours and returns its exit code. */
export function runTool(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): number {
  const done = spawnSync('npx', ['--no-install', name, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    // On Windows npx is a batch file, which only a shell can start.
    shell: process.platform === 'win32',
  });
  return done.status ?? 1;
}
