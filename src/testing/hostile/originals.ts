import { readFileSync } from 'node:fs';

import { blocksOfShard, WHOLE } from '../../analysis/blocks/block-work.ts';
import { blockLines, endLine, headerLine } from '../../analysis/blocks/block-file.ts';
import { campaignOf, blockCount } from '../../analysis/campaign/campaign.ts';
import { createCampaign } from '../../analysis/campaign/job.ts';
import { CAMPAIGN_WORK } from '../../analysis/campaign/work.ts';
import { placementStudyOf, createPlacementStudy } from '../../analysis/placement/study.ts';
import { scalabilityOf } from '../../analysis/scalability/spec.ts';
import { createStudy } from '../../analysis/scalability/study.ts';
import { pointLines } from '../../analysis/sweep/sweep-file.ts';
import { SWEEP_WORK } from '../../analysis/sweep/work.ts';
import type { Result } from '../../base/result.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import { PRESETS } from '../../scenario/presets.ts';
import { WORK_VERSION } from '../../scenario/saved-work.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { workspaceOf } from '../../store/workspace.ts';
import { writeWork } from '../../store/work-text.ts';
import { SMALL_LESSON } from '../arbitrary-lesson.ts';
import { ipiSweep, IPI_AXIS, sweepFor, valueOfResult } from '../sweep-runs.ts';

/** A file that is as it should be: its name, and what is in it. */
export interface OriginalFile {
  readonly name: string;
  readonly text: string;
}

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const SHORT: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const pretty = (json: unknown): string => JSON.stringify(json, null, 1);

/** Files of every kind that the page opens, and of those that it refuses by their kind. */
export function originalFiles(): readonly OriginalFile[] {
  const programs = { 'own.0': { format: 'romain-workload-profile', version: 1 } };
  return [
    { name: 'scenario.json', text: pretty(SHORT) },
    ...PRESETS.slice(8, 14).map(({ id, scenario }) => ({
      name: `${id}.json`,
      text: pretty(scenario),
    })),
    { name: 'with-program.json', text: pretty({ ...SHORT, programs }) },
    { name: 'lesson.json', text: pretty(SMALL_LESSON) },
    { name: 'sweep.ndjson', text: sweepText() },
    { name: 'campaign.ndjson', text: campaignText() },
    ...studies(),
    { name: 'work.txt', text: workText() },
    { name: 'notes.json', text: '[{"time":1,"step":0,"text":"a note","bookmark":null}]' },
    fixture('crc-small.f-ttt-T.txt'),
    fixture('perf-trace.hello.T-abs.txt'),
    { name: 'table.csv', text: 'time,name,pid\n0.1,read,7\n0.2,write,7\n0.4,exit,7\n' },
    { name: 'profile.json', text: profileText() },
  ];
}

function sweepText(): string {
  const spec = ipiSweep({ redundancies: [1, 2], seeds: [4] }, [IPI_AXIS]);
  const sweep = sweepFor(spec);
  const points = [...blocksOfShard(SWEEP_WORK.blocks(spec), WHOLE)];
  return [
    headerLine(SWEEP_WORK, spec, WHOLE),
    ...points.flatMap((point) => pointLines(spec, valueOfResult(sweep.runPoint(point)))),
    endLine({ blocks: points.length, runs: 0, stoppedEarly: false }),
  ].join('\n');
}

function campaignText(): string {
  const spec = campaignOf(SHORT, { runs: 40 });
  const campaign = must(createCampaign(spec, new Map()));
  const blocks = [...blocksOfShard(blockCount(spec), WHOLE)].map((block) =>
    campaign.runBlock(block),
  );
  const runs = blocks.reduce((sum, { results }) => sum + results.length, 0);
  const end = endLine({ blocks: blocks.length, runs, stoppedEarly: false });
  return [headerLine(CAMPAIGN_WORK, spec, WHOLE), ...blocks.flatMap(blockLines), end].join('\n');
}

function studies(): readonly OriginalFile[] {
  const cells = { methods: ['ipc', 'polling'], replicas: [2] } as const;
  const scale = must(
    createStudy(scalabilityOf(SHORT, { ...cells, appsPerResCore: [1] }), new Map()),
  );
  const places = must(createPlacementStudy(placementStudyOf(SHORT, cells), new Map()));
  const saved = [
    { study: 'scalability', spec: scale.spec, runs: [...scale.runs()] },
    { study: 'placement', spec: places.spec, runs: [...places.runs()] },
  ];
  return saved.map((study) => ({ name: `${study.study}.json`, text: JSON.stringify(study) }));
}

function workText(): string {
  const past = [workspaceOf(SHORT, [{ time: 3, step: 1, text: 'a note', bookmark: 1 }])];
  const place = { playhead: { time: 0, step: 0 }, window: [0, 9] as [number, number] };
  const work = { ...workspaceOf(defaultScenario()), past, future: [], ...place, ends: [] };
  return writeWork(work, { savedAt: WORK_VERSION, fragment: 'w3.x' });
}

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

function fixture(name: string): OriginalFile {
  return { name, text: read(`workload/import/fixtures/${name}`).slice(0, 4000) };
}

function profileText(): string {
  return read('../public/workloads/crc32-large.l4re-4m.json').slice(0, 200_000);
}
