import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { ok } from '../base/result.ts';
import { said } from '../base/sentence.ts';
import type { ImportAnswer, ImportRequest } from './import-protocol.ts';
import { createImportClient } from './import-client.ts';
import type { ImportListener, ImportWorker } from './import-client.ts';
import { ImportSession } from './imports.ts';
import type { OwnProfiles, OwnProgram } from './own-profiles.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../workload/import/fixtures/${name}`, import.meta.url));
const fileOf = (name: string, content = fixture(name)) => new File([content], name);

let answers: ImportAnswer[] = [];
let kept: OwnProgram[] = [];
let clock = 0;

function sessionOf(post: (answer: ImportAnswer) => void): ImportSession {
  const own: Pick<OwnProfiles, 'put'> = {
    put: (program) => Promise.resolve(ok(void kept.push(program))),
  };
  return new ImportSession({
    post,
    openOwn: () => Promise.resolve(own as OwnProfiles),
    breathe: () => Promise.resolve(),
    // Every piece seems to take the time of a report.
    now: () => (clock += 100),
    date: () => 5,
  });
}

beforeEach(() => {
  answers = [];
  kept = [];
});

const lastOf = <Kind extends ImportAnswer['kind']>(kind: Kind) => {
  const found = answers.findLast((answer) => answer.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found as Extract<ImportAnswer, { kind: Kind }>;
};

it('reads a log, makes the profile that is asked for, and keeps it', async () => {
  const session = sessionOf((answer) => answers.push(answer));
  await session.handle({ kind: 'read', files: [fileOf('gzip.ttt-T.txt')], choices: {} });
  expect(answers[0]).toMatchObject({ kind: 'progress', bytes: 8849, lines: 0 });
  const { report } = lastOf('read').log;
  const pid = report.ok ? report.value.processes[0].pid : 0;
  await session.handle({ kind: 'build', id: 1, pid, choices: { rule: 'l4re-4k' } });
  const { built } = lastOf('built');
  expect(built).toMatchObject({
    value: {
      traps: 310,
      rule: 'l4re-4k',
      statistics: { events: 310 },
      profile: { name: 'gzip-ttt-t', variant: 'l4re-4k' },
    },
  });
  await session.handle({ kind: 'keep' });
  const entry = { own: true, id: built?.ok ? built.value.id : '', events: { total: 310 } };
  expect(lastOf('kept').kept).toMatchObject({ ok: true, value: entry });
  expect(kept).toMatchObject([{ entry, file: { variant: 'l4re-4k' } }]);
  await session.handle({ kind: 'file' });
  const { name, content } = lastOf('file');
  expect(name).toBe('gzip-ttt-t.l4re-4k.json');
  expect(JSON.parse(await content.text())).toMatchObject({ format: 'romain-workload-profile' });
});

it('makes only the last of several profiles that are asked for at once', async () => {
  const session = sessionOf((answer) => answers.push(answer));
  await session.handle({ kind: 'read', files: [fileOf('gzip.ttt-T.txt')], choices: {} });
  const { report } = lastOf('read').log;
  const pid = report.ok ? report.value.processes[0].pid : 0;
  const build = (id: number) => session.handle({ kind: 'build', id, pid, choices: {} });
  await Promise.all([build(1), build(2), build(3)]);
  const built = answers.flatMap((answer) => (answer.kind === 'built' ? [answer.built?.ok] : []));
  expect(built).toEqual([undefined, undefined, true]);
});

it('puts the files of strace -ff together', async () => {
  const files = ['a.5', 'a.6'].map((name) =>
    fileOf(name, Buffer.from('1795405480.952897 getpid() = 5 <0.000010>\n')),
  );
  await sessionOf((answer) => answers.push(answer)).handle({ kind: 'read', files, choices: {} });
  const { report } = lastOf('read').log;
  expect(report.ok && report.value.processes.map(({ pid }) => pid)).toEqual([5, 6]);
});

it('unpacks what gzip has packed', async () => {
  const session = sessionOf((answer) => answers.push(answer));
  const packed = fileOf('gzip.txt.gz', gzipSync(fixture('gzip.ttt-T.txt')));
  await session.handle({ kind: 'read', files: [packed], choices: {} });
  const { report } = lastOf('read').log;
  expect(report).toMatchObject({ value: { bytes: 8849, files: ['gzip.txt'] } });
  expect(lastOf('progress').bytes).toBe(packed.size);
});

it('says why a file is no log, and shows the table that it is', async () => {
  const session = sessionOf((answer) => answers.push(answer));
  const table = Buffer.from('who,what\n5,read\n6,write\n');
  await session.handle({ kind: 'read', files: [fileOf('t.csv', table)], choices: {} });
  const { log } = lastOf('read');
  expect(log.report.ok ? '' : said(log.report.error)).toContain(
    'no column is known to hold the time',
  );
  expect(log.table).toMatchObject({ head: { cells: ['who', 'what'] } });
  await session.handle({ kind: 'keep' });
  expect(lastOf('kept').kept.ok).toBe(false);
});

const nothing = (): void => {};

/** Workers that answer at once, as long as they are not ended. */
function clientOf(listener: Partial<ImportListener>) {
  const asked: ImportRequest[] = [];
  const ends: (() => void)[] = [];
  const deliveries: ((answer: ImportAnswer) => void)[] = [];
  const start = (): ImportWorker => ({
    postMessage: (request) => void asked.push(request),
    addEventListener(type: 'message' | 'error', hear: unknown) {
      if (type === 'message')
        deliveries.push((data) => (hear as (event: { data: ImportAnswer }) => void)({ data }));
      else ends.push(hear as () => void);
    },
    terminate: () => void asked.push({ kind: 'keep' }),
  });

  const client = createImportClient(start, {
    onProgress: nothing,
    onRead: nothing,
    onBuilt: nothing,
    onKept: nothing,
    onFile: nothing,
    onFailure: nothing,
    ...listener,
  });
  return { client, asked, ends, deliveries };
}

it('hears nothing of a log that was given up', () => {
  const heard: number[] = [];
  const { client, asked, deliveries } = clientOf({ onProgress: ({ bytes }) => heard.push(bytes) });
  client.read([fileOf('gzip.ttt-T.txt')], {});
  client.read([fileOf('gzip.ttt-T.txt')], { format: 'strace' });
  deliveries[0]({ kind: 'progress', bytes: 1, lines: 0 });
  deliveries[1]({ kind: 'progress', bytes: 2, lines: 0 });
  client.cancel();
  deliveries[1]({ kind: 'progress', bytes: 3, lines: 0 });
  expect(heard).toEqual([2]);
  expect(asked.map(({ kind }) => kind)).toEqual(['read', 'keep', 'read', 'keep']);
});

it('says when the worker stops, once', () => {
  const failures: string[] = [];
  const { client, ends } = clientOf({ onFailure: (why) => failures.push(said(why)) });
  client.read([fileOf('gzip.ttt-T.txt')], {});
  ends[0]();
  ends[0]();
  expect(failures).toEqual([expect.stringContaining('could not be read to its end')]);
});
