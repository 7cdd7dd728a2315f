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

/** What faults did to each app, for people; empty when nothing happened. */
export function faultReport({ apps }: RunSummary, counts: IncidentCounts): string {
  const told = Object.entries(counts);
  if (told.length === 0) return '';
  const head = [
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
  return [
    apps.some(({ faults }) => faults.injected > 0)
      ? '\nWhat the faults did; instants and spans in cycles\n'
      : '\nWhat came of replicas that differ; instants and spans in cycles\n',
    formatTable([head, ...apps.map(rowOf)], [0, 1, 2]),
    `incidents: ${told.map(([kind, count]) => `${kind} ${grouped(count)}`).join(', ')}\n`,
  ].join('');
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
