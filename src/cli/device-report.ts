import { deviceVerdict } from '../analysis/device-words.ts';
import type { AppSummary, DeviceSummary, RunSummary } from '../run/recording.ts';
import { grouped } from './numbers.ts';
import { formatTable } from './table.ts';

/** What drivers did to their devices, for people; empty where no app has one. */
export function deviceReport({ apps }: RunSummary): string {
  const rows = apps.flatMap((app) => (app.device === undefined ? [] : [rowOf(app, app.device)]));
  if (rows.length === 0) return '';
  const head = [
    'app',
    'access',
    'interrupts',
    'mean latency',
    'longest',
    'reads due',
    'done',
    'wrong values',
    'writes due',
    'done',
    'wrong',
  ];
  return [
    '\nWhat drivers did to their devices; due: what one copy of the driver does; latency in cycles\n',
    formatTable([head, ...rows], [0, 1]),
    ...apps.map(verdict),
  ].join('');
}

function rowOf({ name }: AppSummary, device: DeviceSummary): string[] {
  return [
    name,
    device.access,
    `${grouped(device.interrupts)} of ${grouped(device.arrived)}`,
    grouped(device.meanLatency),
    grouped(device.longestLatency),
    grouped(device.readsDue),
    grouped(device.reads),
    grouped(device.wrongInputs),
    grouped(device.writesDue),
    grouped(device.writes),
    grouped(device.wrongWrites),
  ];
}

/** The table in one sentence. */
function verdict({ name, device }: AppSummary): string {
  return device === undefined ? '' : `${name}: ${deviceVerdict(device)}.\n`;
}
