import { expect, it } from 'vitest';
import { err, ok } from '../base/result.ts';
import { said } from '../base/sentence.ts';
import type { ImportAnswer, ImportRequest } from '../worker/import-protocol.ts';
import type { ImportWorker } from '../worker/import-client.ts';
import { createImporter } from '../workload/import/importer.ts';
import { createImportWork } from './import-work.ts';

const LOG =
  '5 1795405480.952897 getpid() = 5 <0.000010>\n6 1795405480.952997 getpid() = 6 <0.000010>\n';

function reportOf(text: string) {
  const importer = createImporter();
  importer.beginFile('log');
  importer.push(Buffer.from(text));
  const read = importer.finish();
  if (!read.ok) throw new Error(said(read.error));
  return read.value.report;
}

const ignore = (): void => {};

function begin() {
  const asked: ImportRequest[] = [];
  let hear: (event: { readonly data: ImportAnswer }) => void = ignore;
  let clock = 0;
  const saved: string[] = [];
  const work = createImportWork({
    startWorker: (): ImportWorker => ({
      postMessage: (request) => void asked.push(request),
      addEventListener(type: 'message' | 'error', listener: unknown) {
        if (type === 'message') hear = listener as typeof hear;
      },
      terminate: ignore,
    }),
    now: () => (clock += 500),
    save: (name) => saved.push(name),
  });
  const answer = (data: ImportAnswer): void => hear({ data });
  return { work, asked, answer, saved, stage: () => work.store.getState().stage };
}

const FILES = [new File([LOG], 'log')];

it('reads, then makes a profile of the process with the most traps', () => {
  const { work, asked, answer, stage } = begin();
  work.read(FILES);
  answer({ kind: 'progress', bytes: 10, lines: 1 });
  expect(stage()).toEqual({
    kind: 'reading',
    progress: { kind: 'progress', bytes: 10, lines: 1 },
    ms: 500,
  });
  answer({
    kind: 'read',
    log: { report: ok(reportOf(`${LOG}6 1795405481 getpid() = 6\n`)), table: null },
  });
  expect(stage()).toMatchObject({ kind: 'read', built: null, building: true });
  expect(asked.at(-1)).toMatchObject({ kind: 'build', pid: 6, choices: { rule: 'linux' } });
  answer({ kind: 'built', id: 1, built: err({ message: 'no trap' }) });
  expect(stage()).toMatchObject({ building: false, built: { ok: false } });
});

it('makes another profile for another choice, and reads again for another format', () => {
  const { work, asked, answer } = begin();
  work.read(FILES);
  answer({ kind: 'read', log: { report: ok(reportOf(LOG)), table: null } });
  work.change({ rule: 'l4re-4k', floor: 20, pid: 6 });
  expect(asked.at(-1)).toMatchObject({
    kind: 'build',
    id: 2,
    pid: 6,
    choices: { rule: 'l4re-4k', floor: 20_000 },
  });
  work.change({ format: 'csv', columns: { time: { column: '1', unit: 'us' } } });
  expect(asked.at(-1)).toEqual({
    kind: 'read',
    files: FILES,
    choices: { format: 'csv', columns: { time: { column: '1', unit: 'us' } } },
  });
  expect(work.store.getState().draft).toMatchObject({ rule: 'l4re-4k', format: 'csv' });
});

it('says why a log is refused and why a program is not kept', () => {
  const { work, answer, stage, saved } = begin();
  work.read(FILES);
  answer({ kind: 'read', log: { report: err({ message: 'it is empty' }), table: null } });
  expect(stage()).toEqual({ kind: 'refused', why: { message: 'it is empty' }, table: null });
  work.keep(() => saved.push('kept'));
  answer({ kind: 'kept', kept: err('no room') });
  expect(work.store.getState().problem).toBe('no room');
  answer({ kind: 'file', name: 'a.json', content: new Blob() });
  expect(saved).toEqual(['a.json']);
  work.end();
  expect(work.store.getState()).toMatchObject({ stage: { kind: 'start' }, files: [], problem: '' });
});
