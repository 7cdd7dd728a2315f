import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { headerLine } from '../../analysis/blocks/block-file.ts';
import { WHOLE } from '../../analysis/blocks/block-work.ts';
import { sweepOf } from '../../analysis/sweep/spec.ts';
import { SWEEP_WORK } from '../../analysis/sweep/work.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { kindOf } from './file-kind.ts';

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

it('knows a lesson, although its scenes have applications, too', () => {
  expect(of(read('src/lessons/library/00-cast.json'))).toBe('lesson');
  expect(of('{"id":"x","scenes":{"a":{"scenario":{"apps":[]}}},"watchmen-lesson": 1}')).toBe(
    'lesson',
  );
});

it('takes what is unclear for a log, so that the import says why it is none', () => {
  expect(of('')).toBe('log');
  expect(of('some words')).toBe('log');
  expect(kindOf(Uint8Array.of(0x1f, 0x8b, 8))).toBe('log');
});

it('knows results by what they say first, whatever their files are called', () => {
  const axis = { parameter: 'ipi', scale: 'list', values: [1, 2] } as const;
  const spec = sweepOf(defaultScenario(), [axis]);
  expect(of(headerLine(SWEEP_WORK, spec, WHOLE))).toBe('sweep');
  expect(of('{"format":"watchmen-sweep","version":1,"spec":{')).toBe('sweep');
  expect(of('{\n  "format": "watchmen-sweep-report",\n  "apps": 1\n}')).toBe('sweep-report');
  expect(of('{"format":"watchmen-campaign","version":1}\n{"run":0}')).toBe('campaign');
  expect(of('{"format":"watchmen-campaign-report","version":1}')).toBe('campaign-report');
  expect(of('{\n  "study": "placement",\n  "spec": {}\n}')).toBe('study');
});

it('takes JSON lines that are nobody’s for no sweep and no scenario', () => {
  expect(of('{"a":1}\n{"a":2}\n')).toBe('lines');
  expect(of('{"note":"\\"watchmen-sweep\\""}\n{"a":2}\n')).toBe('lines');
  expect(of('{\n"apps":\n[]}')).toBe('scenario');
});
