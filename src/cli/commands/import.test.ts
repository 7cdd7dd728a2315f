import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownProfileId } from '../../workload/own-profile.ts';
import { parseProfile } from '../../workload/profile.ts';
import { NODE_IO } from '../node-io.ts';
import { type } from '../testing.ts';

const FOLDER = new URL('../../workload/import/fixtures/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const FILES = {
  'gzip.txt': fixture('gzip.ttt-T.txt'),
  'pipe.txt': fixture('pipeline.f-ttt-T.txt'),
  'table.txt': fixture('susan-s-large.c-summary.txt'),
  'empty.txt': '',
  'five.5': '1795405480.952897 getpid() = 5 <0.000010>\n',
  'six.6': '1795405480.952897 getpid() = 6 <0.000010>\n1795405480.953897 getpid() = 6 <0.000010>\n',
};

it('writes a profile that runs', () => {
  const imported = type(['import', 'gzip.txt', '--rule', 'l4re-4k', '--out', 'gzip.json'], FILES);
  expect(imported).toMatchObject({ status: 0, error: '' });
  expect(imported.out).toMatch(/^gzip\.l4re-4k, 310 traps, written to gzip\.json\n$/u);
  const profile = (imported.written.get('gzip.json') ?? []).join('\n');
  const run = type(['run', 'crc32-tmr-ipc', '--workload', 'gzip.json', '--json'], {
    'gzip.json': profile,
  });
  expect(run).toMatchObject({ status: 0, error: '' });
  const { apps } = JSON.parse(run.out) as { apps: [{ name: string; events: { total: number } }] };
  expect(apps[0]).toMatchObject({ name: 'gzip', events: { total: 310 } });
});

it('runs a scenario file that names a profile of one’s own', () => {
  const profile = type(['import', 'six.6', '--out', '-'], FILES).out;
  const scenario = JSON.stringify({
    apps: [{ workload: { kind: 'profile', id: 'own/six.json' } }],
  });
  const files = { 'own/six.json': profile, 'scenario.json': scenario };
  expect(type(['run', 'scenario.json', '--json'], files)).toMatchObject({ status: 0, error: '' });
  expect(type(['link', 'scenario.json'], files).error).toContain('a link cannot carry');
});

it('runs a scenario file that carries a program, and says what a link that names it lacks', () => {
  const file: unknown = JSON.parse(type(['import', 'six.6', '--out', '-'], FILES).out);
  const parsed = parseProfile(file);
  const id = parsed.ok ? ownProfileId(parsed.value) : '';
  const scenario = { apps: [{ workload: { kind: 'profile', id } }] };
  const files = { 'scenario.json': JSON.stringify({ ...scenario, programs: { [id]: file } }) };
  const run = type(['run', 'scenario.json', '--json'], files);
  expect(run).toMatchObject({ status: 0, error: '' });
  expect(JSON.parse(run.out)).toMatchObject({ apps: [{ events: { total: 2 } }] });
  expect(type(['link', 'scenario.json'], files).error).toContain('a link cannot carry');
  const alone = { 'scenario.json': JSON.stringify(scenario) };
  expect(type(['run', 'scenario.json'], alone).error).toContain('was imported in a browser');
});

const runOwn = (text: string) =>
  type(['run', 'crc32-tmr-ipc', '--workload', 'p.json'], { 'p.json': text });

it('says what is wrong with a profile of one’s own', () => {
  expect(runOwn('{}')).toMatchObject({ status: 2, out: '' });
  expect(runOwn('{}').error).toContain('"p.json" is no workload profile');
  expect(runOwn('nonsense').error).toContain('is not JSON');
  expect(type(['run', 'crc32-tmr-ipc', '--workload', 'gone.json']).error).toContain(
    'cannot read "gone.json"',
  );
});

it('takes the process with the most traps and names it', () => {
  const { status, error, out } = type(['import', 'pipe.txt'], FILES);
  expect(status).toBe(0);
  expect(error).toBe(
    'note: of 5 processes, pid 116 has the most traps (116) and was taken; --pid takes another\n',
  );
  expect(out).toContain('of pid 116: 116 traps');
  const chosen = type(['import', 'pipe.txt', '--pid', '114'], FILES);
  expect(chosen).toMatchObject({ status: 0, error: '' });
  expect(chosen.out).toContain('of pid 114: 75 traps');
});

it('puts the files of -ff together', () => {
  const { out, error } = type(['import', 'five.5', 'six.6'], FILES);
  expect(error).toContain('pid 6 has the most traps (2)');
  expect(out).toContain('2 files: strace');
});

it('says in words that a log names no process', () => {
  const { out } = type(['import', 'gzip.txt', '--report'], FILES);
  expect(out).toMatch(/^none +the only process +87 /mu);
  expect(out).not.toContain('-1');
  const missing = type(['import', 'gzip.txt', '--pid', '99999'], FILES);
  expect(missing).toMatchObject({ status: 2, out: '' });
  expect(missing.error).toContain(
    'there is no process 99999 with traps in the log; its lines name no process, so it is read as one (the only process); leave the number out\n',
  );
});

const reportOn = (text: string) => type(['import', 'v.csv', '--report'], { 'v.csv': text }).out;

it('does not claim that a last row without a line end is whole', () => {
  const rows = 'time_us;dur_us;name\n1;1;open\n3;1;read\n5;5;cl';
  const cut = reportOn(rows);
  expect(cut).toMatch(/^event +3 /mu);
  expect(cut).toContain(
    '\nEvery line was understood as it stands; the last one has no line end and may be cut off.\n',
  );
  expect(cut).toContain('note: the last line has no line end: what it says may be cut off\n');
  const whole = reportOn(`${rows}\n`);
  expect(whole).toContain('\nEvery line was understood.\n');
  expect(whole).not.toContain('cut off');
  expect(reportOn(rows.slice(0, -4))).toMatch(/: 1\n {2}line 4 \(cut off\): 5;5?\n/u);
});

it('says of a Chrome trace that it ends within its JSON', () => {
  const event = '{"ph":"X","ts":1,"dur":1,"name":"a","pid":1,"tid":1}';
  const { out } = type(['import', 'c.json', '--report'], { 'c.json': `[${event},{"ph":"X"` });
  expect(out).toContain(
    'Every event that is whole was understood; the file ends within its JSON.\n',
  );
  expect(out).toContain('note: the file ends within its JSON: events may be missing at the end\n');
});

it('tells processes without numbers apart by what they are called', () => {
  const table = 'time_us,name,thread\n1,read,main\n5,write,main\n2,read,helper\n';
  const files = { 'threads.csv': table };
  const { out } = type(['import', 'threads.csv', '--report'], files);
  expect(out).toMatch(/^-1000 +main +2 /mu);
  expect(out).toContain('A number below 0 stands for a process that the log gives none');
  const { error } = type(['import', 'threads.csv', '--pid', '7'], files);
  expect(error).toContain('it has -1001 (helper), -1000 (main)\n');
  const chosen = type(['import', 'threads.csv', '--pid=-1001'], files);
  expect(chosen).toMatchObject({ status: 0, error: '' });
  expect(chosen.out).toContain('of helper: 1 traps');
});

it('reports for programs, too', () => {
  const { out } = type(['import', 'gzip.txt', '--json', '--clock', '3.59'], FILES);
  expect(JSON.parse(out)).toMatchObject({
    report: { format: 'strace', lines: 89, totalCalls: 88, bytesRead: 1_002_471 },
    profile: { variant: 'linux', cpuGHz: 3.59, totals: { traps: 87 } },
    timing: { rule: 'measured', floor: 22_000 },
  });
});

it.each([
  ['a table', ['table.txt'], /is not an event trace: it is a summary table of strace/u],
  ['an empty file', ['empty.txt'], /is not an event trace: it is empty/u],
  ['a missing file', ['gone.txt'], /cannot read "gone.txt"/u],
  ['a missing process', ['pipe.txt', '--pid', '9'], /there is no process 9 with traps/u],
  ['no file', [], /which log\?/u],
  ['a wrong rule', ['gzip.txt', '--rule', 'l4'], /--rule must be linux, l4re-4k, l4re-ipc256/u],
  ['a wrong clock', ['gzip.txt', '--clock', 'fast'], /--clock must be a number from/u],
  ['wrong columns', ['gzip.txt', '--columns', 'when=1'], /--columns: "when=1" is no column/u],
])('ends with 2 and one line for %s', (_, args, message) => {
  const { status, out, error } = type(['import', ...args], FILES);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(error).toMatch(message);
  expect(error.trimEnd()).not.toContain('\n');
});

it('says what was left out even where no report is asked for', () => {
  const cut = { 'cut.txt': fixture('killed-tracer.f-ttt-T.txt') };
  const { error } = type(['import', 'cut.txt', '--out', 'cut.json'], cut);
  expect(error).toContain('note: 1 calls were under way when the log ended; they are left out\n');
});

it('makes a link whose run is near to that of the whole profile', () => {
  const { status, out, error } = type(['import', 'gzip.txt', '--link', '--segments', '12'], FILES);
  expect(status).toBe(0);
  expect(error).toMatch(/the link holds \d+ segments for 87 traps/u);
  const whole = /overhead \(TMR, ipc\) (-?[\d.]+) % instead of (-?[\d.]+) %/u.exec(error);
  expect(Number(whole?.[1])).toBeCloseTo(Number(whole?.[2]), 0);
  const run = type(['run', out.trim(), '--json']);
  expect(run).toMatchObject({ status: 0, error: '' });
  expect(JSON.parse(run.out)).toMatchObject({ apps: [{ events: { total: 87 } }] });
});

it('reads bytes of files piece by piece', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchmen-'));
  const path = join(folder, 'log');
  writeFileSync(path, Buffer.alloc(2_500_000, 'a'));
  const pieces = NODE_IO.files.readBytes(path);
  let bytes = 0;
  if (pieces.ok) for (const piece of pieces.value) bytes += piece.length;
  expect(bytes).toBe(2_500_000);
  expect(NODE_IO.files.readBytes(join(folder, 'gone'))).toMatchObject({ ok: false });
  rmSync(folder, { recursive: true });
});
