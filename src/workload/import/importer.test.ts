import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { said } from '../../base/sentence.ts';
import { createImporter } from './importer.ts';
import { importLog } from './testing.ts';

const bytesOf = (file: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${file}`, import.meta.url)));
const FILES = [
  'signals.f-ttt-T.txt',
  'odd-strings.f-ttt-T.txt',
  'forker.f-stderr-mixed.txt',
  'perf-trace.hello.T-abs.txt',
] as const;
const LOGS = FILES.map(bytesOf);
const anyLog = fc.constantFrom(...LOGS);
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** Everything that does not depend on the number of bytes. */
function understood(log: string | Uint8Array, piece?: number) {
  const { report, processes } = importLog(log, {}, piece);
  const { bytes: _, reason: __, ...rest } = report;
  const built = processes[0].profile({});
  return { rest, segments: built.ok ? built.value.file.segments : null };
}

it('reads the same wherever chunks end', () => {
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 1, max: 300 }), (log, piece) => {
      expect(understood(log, piece)).toEqual(understood(log));
    }),
    { numRuns: 20 },
  );
});

it('parses the whole lines of any cut of a log the same', () => {
  fc.assert(
    fc.property(anyLog, fc.double({ min: 0.2, max: 1, noNaN: true }), (log, share) => {
      const whole = importLog(log).report.preview;
      const cut = importLog(log.slice(0, Math.floor(log.length * share))).report.preview;
      // The last line may be cut off.
      expect(cut.slice(0, -1)).toEqual(whole.slice(0, cut.length - 1));
    }),
    { numRuns: 40 },
  );
});

it.each(FILES)('reads %s the same with a byte order mark and carriage returns', (file) => {
  const plain = textOf(bytesOf(file));
  expect(understood(`\uFEFF${plain.replaceAll('\n', '\r\n')}`)).toEqual(understood(plain));
});

it('counts the same when strings hold damaged UTF-8', () => {
  const log = bytesOf('signals.f-ttt-T.txt');
  const damaged = log.map((byte, i) => (byte === 0x65 && log[i + 1] === 0x69 ? 0xff : byte));
  expect(damaged).not.toEqual(log);
  expect(importLog(damaged).report.classes).toEqual(importLog(log).report.classes);
});

it('survives any damage with every line accounted for', () => {
  const damage = fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bytes: fc.uint8Array({ maxLength: 12 }),
    remove: fc.nat({ max: 40 }),
  });
  fc.assert(
    fc.property(anyLog, fc.array(damage, { minLength: 1, maxLength: 30 }), (log, damages) => {
      let bytes = [...log];
      for (const { at, bytes: added, remove } of damages) {
        bytes.splice(Math.floor(at * bytes.length), remove, ...added);
      }
      // A zero byte near the start makes a file binary, which is refused as it should be.
      bytes = bytes.map((byte) => (byte === 0 ? 0x20 : byte));
      const importer = createImporter({ format: 'strace' });
      importer.beginFile('damaged');
      importer.push(Uint8Array.from(bytes));
      const imported = importer.finish();
      if (!imported.ok) return;
      const { report, processes } = imported.value;
      const counted = Object.values(report.classes).reduce((a, b) => a + b, 0);
      const lines = bytes.filter((byte) => byte === 0x0a).length + (bytes.at(-1) === 0x0a ? 0 : 1);
      expect([counted, report.lines]).toEqual([lines, lines]);
      for (const process of processes)
        expect(process.profile({}).ok || process.report.traps === 0).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it('survives damage to other formats', () => {
  const csv = Buffer.from('time_us,name,pid\n1,read,5\n2,"wri""te",5\n3,x,6\n');
  const chrome = Buffer.from(
    JSON.stringify({ traceEvents: [{ ph: 'X', ts: 1, dur: 2, name: 'a', pid: 1, tid: 1 }] }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(['csv', csv] as const, ['chrome', chrome] as const),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 8 }),
      ([format, log], changes) => {
        const bytes = Uint8Array.from(log);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const importer = createImporter({ format });
        importer.beginFile('damaged');
        importer.push(bytes);
        const imported = importer.finish();
        if (imported.ok) return;
        expect(said(imported.error)).toMatch(/\S/u);
      },
    ),
    { numRuns: 200 },
  );
});

it('keeps the process that is asked for alone, and says which there are', () => {
  const log = '5 getpid() = 5\n6 getpid() = 6\n6 getpid() = 6\n';
  expect(importLog(log).processes.map(({ report }) => report.pid)).toEqual([6, 5]);
  const five = importLog(log, { pid: 5 }).processes.find(({ report }) => report.pid === 5);
  expect(five?.profile({})).toMatchObject({ ok: true, value: { traps: 1 } });
  expect(() => importLog(log, { pid: 7 })).toThrow(
    'there is no process 7 with traps in the log; it has 6, 5',
  );
});

it('refuses files of different formats', () => {
  const importer = createImporter();
  importer.beginFile('a');
  importer.push(bytesOf('zoo-hello.plain.txt'));
  importer.beginFile('b');
  importer.push(bytesOf('perf-trace.hello.T-abs.txt'));
  const refused = importer.finish();
  expect(refused.ok ? '' : said(refused.error)).toBe(
    '"b" is perf-trace, but "a" is strace; import them one by one',
  );
});
