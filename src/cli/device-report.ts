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
  if (device === undefined) return '';
  const { reads, readsDue, writes, writesDue, wrongInputs, wrongWrites } = device;
  if (reads === readsDue && writes === writesDue && wrongInputs + wrongWrites === 0) {
    return `${name}: every access was made once, and all replicas got the same input.\n`;
  }
  const told = [
    wrongInputs === 0 ? '' : `${grouped(wrongInputs)} values read are not those due`,
    reads === readsDue ? '' : `the device saw ${grouped(reads)} reads for ${grouped(readsDue)}`,
    writes === writesDue ? '' : `${grouped(writes)} writes had an effect for ${grouped(writesDue)}`,
    wrongWrites === 0 ? '' : `${grouped(wrongWrites)} of them wrong`,
  ];
  return `${name}: ${told.filter((part) => part !== '').join('; ')}.\n`;
}
