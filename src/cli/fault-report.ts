import type { Incident, IncidentKind } from '../kernel/faults/incidents.ts';
import type { AppSummary, RunSummary } from '../run/recording.ts';
import { grouped } from './numbers.ts';
import { formatTable } from './table.ts';

/** How often each kind of incident was met, in order of its first one. */
export type IncidentCounts = Readonly<Partial<Record<IncidentKind, number>>>;

/** Counts incidents by kind. */
export function countIncidents(incidents: readonly Incident[]): IncidentCounts {
  const counts: Partial<Record<IncidentKind, number>> = {};
  for (const { kind } of incidents) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const HEAD = [
  'app',
  'outcome',
  'ended by',
  'events done',
  'faults',
  'first at',
  'seen after',
  'recoveries',
  'wrong output at',
  'still wrong',
];

/** What faults did to each app, for people; empty when nothing happened. */
export function faultReport({ apps }: RunSummary, counts: IncidentCounts): string {
  if (isUneventful(counts)) return '';
  return [
    `\n${titleOf(apps)}`,
    formatTable([HEAD, ...apps.map(rowOf)], [0, 1, 2]),
    `incidents: ${countsText(counts)}\n`,
  ].join('');
}

/** One of two runs that are compared. */
export interface ReportedSide {
  readonly letter: 'A' | 'B';
  readonly summary: RunSummary;
  readonly counts: IncidentCounts;
}

/** What faults did to each app of both runs; empty when nothing happened in either. */
export function faultComparison(sides: readonly ReportedSide[]): string {
  if (sides.every(({ counts }) => isUneventful(counts))) return '';
  const rows = sides.flatMap(({ letter, summary }) =>
    summary.apps.map((app) => [letter, ...rowOf(app)]),
  );
  return [
    `\n${titleOf(sides.flatMap(({ summary }) => summary.apps))}`,
    formatTable([['run', ...HEAD], ...rows], [0, 1, 2, 3]),
    ...sides.map(({ letter, counts }) => `incidents of ${letter}: ${countsText(counts)}\n`),
  ].join('');
}

function isUneventful(counts: IncidentCounts): boolean {
  return Object.keys(counts).length === 0;
}

function titleOf(apps: readonly AppSummary[]): string {
  const hit = apps.some(({ faults }) => faults.injected > 0);
  const what = hit ? 'What the faults did' : 'What came of replicas that differ';
  return `${what}; instants and spans in cycles\n`;
}

function countsText(counts: IncidentCounts): string {
  const told = Object.entries(counts).map(([kind, count]) => `${kind} ${grouped(count)}`);
  return told.length === 0 ? 'none' : told.join(', ');
}

function rowOf({ name, outcome, stop, completedEvents, faults }: AppSummary): string[] {
  const { injected, injectedAt, detectedAt, externalizedAt } = faults;
  const seen = injectedAt === -1 || detectedAt === -1 ? '-' : grouped(detectedAt - injectedAt);
  return [
    name,
    outcome,
    stop === 'none' ? '-' : stop,
    grouped(completedEvents),
    grouped(injected),
    instant(injectedAt),
    seen,
    grouped(faults.recoveries),
    instant(externalizedAt),
    grouped(faults.latent),
  ];
}

function instant(cycle: number): string {
  return cycle === -1 ? '-' : grouped(cycle);
}
