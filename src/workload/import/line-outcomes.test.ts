import { expect, it } from 'vitest';
import { said } from '../../base/sentence.ts';
import { createImporter } from './importer.ts';
import type { LineOutcome } from './line-outcomes.ts';
import { importLog } from './testing.ts';

const STRACE = [
  '5 1795405480.000000 execve("/bin/a", ["a"], 0x7ff) = 0 <0.000100>',
  '5 1795405480.000200 openat(AT_FDCWD, "/tmp/x", O_RDONLY) = 3 <0.000010>',
  '6 1795405480.000210 getpid() = 6 <0.000001>',
  '5 1795405480.000240 read(3, "xy"..., 8192) = 8192 <0.000020>',
  'hello from the program',
  '5 1795405480.000290 getpid() = 5 <0.000001>',
  '5 1795405480.000321 exit_group(0) = ?',
  '',
].join('\n');

function outcomesOf(log: string, choices = {}): readonly (LineOutcome | null)[] {
  const [process] = importLog(log).processes;
  const built = process.profile({ floor: 5000, ...choices });
  if (!built.ok) throw new Error(said(built.error));
  return process.outcomes(built.value);
}

it('says of each line which trap it is, and what of its gap is computing', () => {
  expect(outcomesOf(STRACE)).toMatchObject([
    null,
    { kind: 'trap', gap: 100_000, computing: 95_000, traps: [{ kind: 'syscall', name: 'openat' }] },
    { kind: 'other', pid: 6 },
    { kind: 'trap', gap: 30_000, computing: 25_000, traps: [{ name: 'read', count: 1 }] },
    null,
    { kind: 'trap', gap: 30_000, traps: [{ name: 'getpid' }] },
    { kind: 'trap', gap: 30_000, traps: [{ name: 'exit_group' }] },
  ]);
});

it('says what each line becomes on L4', () => {
  const names = outcomesOf(STRACE, { rule: 'l4re-4k' }).map((outcome) =>
    outcome?.kind === 'trap' ? outcome.traps.map(({ name, count }) => `${count} ${name}`) : null,
  );
  expect(names).toEqual([
    null,
    ['1 ns.query', '1 ds.info'],
    null,
    ['1 rm.attach', '2 file'],
    null,
    [],
    ['1 parent.signal'],
  ]);
  const read = outcomesOf(STRACE, { rule: 'l4re-ipc256' })[3];
  expect(read).toMatchObject({ traps: [{ kind: 'ipc', name: 'file.read', count: 32 }] });
});

const event = (ph: string, ts: number) => ({ ph, ts, name: 'io', pid: 1, tid: 1 });

it('finds the trap of a line of a table, whose rows come in any order, and of a Chrome trace', () => {
  const table = 'time_us,name,dur_us\n30,write,5\n0,read,50\n70,late,1\n';
  expect(outcomesOf(table)).toMatchObject([
    null,
    // Within the one that began before.
    null,
    { kind: 'trap', gap: null, traps: [{ name: 'read' }] },
    { kind: 'trap', gap: 20_000, computing: 15_000, traps: [{ name: 'late' }] },
  ]);
  const chrome = JSON.stringify([event('B', 0), event('E', 4), event('i', 9)]);
  expect(outcomesOf(chrome)).toMatchObject([
    null,
    { kind: 'trap', gap: null },
    { kind: 'trap', gap: 5000, computing: 0 },
  ]);
});

it('shows the columns of a table, also of one that says no time', () => {
  const importer = createImporter({ format: 'csv' });
  importer.beginFile('a');
  importer.push(Buffer.from('# by hand\nwhat,who\nread,5\n"a,b",6\n'));
  expect(importer.finish().ok).toBe(false);
  const table = importer.table();
  expect(table?.head).toMatchObject({
    cells: ['what', 'who'],
    named: true,
    columns: { ok: false },
  });
  expect(table?.rows).toEqual([
    ['read', '5'],
    ['a,b', '6'],
  ]);
});
