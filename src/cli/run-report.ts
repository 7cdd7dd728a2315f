import { cyclesToMicroseconds } from '../base/units.ts';
import type { Part } from '../base/vocabulary.ts';
import { CORE_MODES, PARTS } from '../base/vocabulary.ts';
import type { AppSummary, CoreSummary, RunSummary } from '../run/recording.ts';
import { grouped, percent, seedText } from './numbers.ts';
import { formatTable } from './table.ts';

/** The first line of what is said of a run: what it is, and that nobody measured it. */
export function heading(title: string): string {
  return title === '' ? 'Model output' : `${title} (model output)`;
}

/** A run for people: figures of the whole, of each app, of each core. */
export function runReport(title: string, run: RunSummary): string {
  const { totalCycles, clockGHz } = run;
  return [
    `${heading(title)}\n`,
    `run time ${grouped(totalCycles)} cycles = ${grouped(cyclesToMicroseconds(totalCycles, clockGHz), 3)} µs at ${clockGHz} GHz\n`,
    `${grouped(run.kernelSteps)} kernel steps, seed ${seedText(run.seed)}, digest ${run.digest}\n`,
    `${grouped(run.ipis)} IPIs, ${grouped(run.messages)} messages, ${grouped(run.polls)} polls, ${grouped(run.bytesCopied)} bytes copied\n`,
    '\n',
    appTable(run.apps),
    '\nWhere the cycles of a replica go, mean over the replicas, in cycles per externalization event\n',
    partTable(run.apps),
    '\nWhat the cores do, in % of the run\n',
    coreTable(run),
  ].join('');
}

function appTable(apps: readonly AppSummary[]): string {
  const head = ['app', 'workload', 'redundancy', 'method', 'events', 'native', 'run', 'overhead'];
  const rows = apps.map((app) => [
    app.name,
    app.workload,
    app.redundancy === 'native' ? 'native' : String(app.redundancy),
    app.redundancy === 'native' ? '-' : app.signalling,
    grouped(app.events.total),
    grouped(app.nativeCycles),
    grouped(app.totalCycles),
    percent(app.overheadPercent / 100),
  ]);
  return formatTable([head, ...rows], [0, 1, 2, 3]);
}

function partCells(app: AppSummary, part: Part): string[] {
  const cycles = app.breakdown[part];
  const events = Math.max(1, app.completedEvents);
  return [grouped(cycles / events), percent(share(cycles, app.totalCycles))];
}

/** A part of a whole that a fault may have cut short before it began. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function partTable(apps: readonly AppSummary[]): string {
  const head = ['part', ...apps.flatMap((app) => [app.name, 'share'])];
  const rows = PARTS.map((part) => [part, apps.map((app) => partCells(app, part))].flat(2));
  return formatTable([head, ...rows]);
}

function coreTable({ cores, totalCycles }: RunSummary): string {
  const used = cores.filter((core) => core.halted < totalCycles);
  const unused = cores.length - used.length;
  const head = ['core', 'kind', ...CORE_MODES];
  const row = (core: CoreSummary): string[] => [
    `C${core.id}`,
    core.kind,
    ...CORE_MODES.map((mode) => grouped(share(core[mode], totalCycles) * 100, 2)),
  ];
  const noun = unused === 1 ? 'core is' : 'cores are';
  const rest = unused === 0 ? '' : `${unused} more ${noun} halted throughout.\n`;
  return formatTable([head, ...used.map(row)], [0, 1]) + rest;
}
