import { spawn } from 'node:child_process';

/** Runs contender `name` in a process of its own, for contenders that measure several at once. */
export function runApart(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', process.argv[1], name], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${name} failed`));
    });
  });
}
