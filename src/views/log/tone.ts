import type { Incident } from '../../kernel/faults/incidents.ts';

/** How loud a row is: an alarm or an end, a repair, or a step in between. */
export type Tone = 'alarm' | 'repair' | 'plain';

const TONES: Partial<Record<Incident['kind'], Tone>> = {
  injected: 'alarm',
  mismatch: 'alarm',
  overlooked: 'alarm',
  externalized: 'alarm',
  stopped: 'alarm',
  crashed: 'alarm',
  hung: 'alarm',
  'core-stopped': 'alarm',
  'rcb-failed': 'alarm',
  stalled: 'alarm',
  recovered: 'repair',
  died: 'repair',
  contained: 'repair',
};

/** The tone of an incident's row. */
export function toneOf({ kind }: Pick<Incident, 'kind'>): Tone {
  return TONES[kind] ?? 'plain';
}
