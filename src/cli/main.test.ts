import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { SMALL } from './testing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'watchmen-'));
const small = join(folder, 'small.json');
writeFileSync(small, SMALL);
afterAll(() => rmSync(folder, { recursive: true }));

const COMMAND = '--import tsx src/cli/main.ts';

function spawn(...args: readonly string[]) {
  const command = [...COMMAND.split(' '), ...args];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', timeout: 60_000 });
}

it('prints JSON alone on standard output', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = spawn('run', small, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ apps: [{ outcome: 'completed' }] });
});

it('ends with 2 and one line, without a stack', { timeout: 60_000 }, () => {
  const missing = spawn('run', join(folder, 'missing.json'));
  expect(missing).toMatchObject({ status: 2, stdout: '' });
  expect(missing.stderr).toMatch(
    /^watchmen run: cannot read ".*": there is no such file or folder\n$/,
  );
  const notWritable = spawn('trace', small, '--format', 'csv', '--out', folder);
  expect(notWritable).toMatchObject({ status: 2, stdout: '' });
  expect(notWritable.stderr).toMatch(/^watchmen trace: cannot write ".*": it is a folder\n$/);
});

it('writes a trace to a file', { timeout: 60_000 }, () => {
  const file = join(folder, 'trace.csv');
  expect(spawn('trace', small, '--format', 'csv', '--out', file).status).toBe(0);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^step,time,kind,core,app,replica,arg\n1,/);
  expect(text.endsWith('\n')).toBe(true);
});

it('prints a trace to a pipe, and what it says of it beside that', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = spawn('trace', small, '--format', 'csv', '--out', '-');
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringMatching(
      /^[\d\u202f]+ kernel steps written to standard output\n$/,
    ) as string,
  });
  expect(stdout).toMatch(/^step,time,kind,core,app,replica,arg\n1,/);
});

it.skipIf(process.platform === 'win32')(
  'takes no harm when its reader has seen enough',
  { timeout: 60_000 },
  () => {
    const pipe = `${process.execPath} ${COMMAND} presets --json | head -c 1; echo " \${PIPESTATUS[0]}"`;
    const shell = spawnSync('bash', ['-c', pipe], { cwd: root, encoding: 'utf8', timeout: 60_000 });
    expect(shell).toMatchObject({ stdout: '{ 0\n', stderr: '' });
  },
);
