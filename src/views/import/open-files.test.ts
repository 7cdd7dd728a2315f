import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { kindOf } from './open-files.ts';

const of = (text: string) => kindOf(Buffer.from(text));
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

it('tells logs, profiles and scenarios apart by how they begin', () => {
  const profile = read('public/workloads/hello-static.linux.json');
  expect(of(profile)).toBe('profile');
  expect(of(read('src/workload/import/fixtures/gzip.ttt-T.txt'))).toBe('log');
  expect(of('{"traceEvents":[{"ph":"X","ts":1,"name":"a"}]}')).toBe('log');
  expect(of('time_us,name\n1,a\n2,b\n')).toBe('log');
  expect(of(' {"version":1,"apps":[{"workload":{}}]}')).toBe('scenario');
  expect(of(`{"apps":[],"programs":{"own-1":${profile}}}`)).toBe('scenario');
});

it('takes what is unclear for a log, so that the import says why it is none', () => {
  expect(of('')).toBe('log');
  expect(of('some words')).toBe('log');
  expect(kindOf(Uint8Array.of(0x1f, 0x8b, 8))).toBe('log');
});
