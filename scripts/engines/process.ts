import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

export interface Started {
  /** What the process has written, with what was looked for. */
  readonly found: string;
  /** Everything that it has written so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const STARTING = 60_000;

/** Starts a program and waits until it has written what `sign` matches; its first group is `found`. */
export function startUntil(
  command: string,
  args: readonly string[],
  sign: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const give = (why: string): void => {
      void stop(child);
      reject(new Error(`${command} ${why}. It wrote: ${output.slice(-2000)}`));
    };
    const timer = setTimeout(() => give('was not ready within a minute'), STARTING);
    const read = (text: Buffer): void => {
      output += text.toString();
      const found = sign.exec(output);
      if (found === null) return;
      clearTimeout(timer);
      resolve({ found: found[1] ?? '', output: () => output, stop: () => stop(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) => {
      clearTimeout(timer);
      give(error.message);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      give(`ended with ${code}`);
    });
  });
}

/** Asks a process to end, and makes it end where it does not. */
function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    const hard = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill();
  });
}
