import type { AppPlan, MachinePlan } from '../kernel/plan.ts';

const METHOD_WORDS = {
  local: 'local handling',
  migration: 'migration',
  ipc: 'sync IPC',
  polling: 'shared memory',
} as const;

/** What runs, in words: `crc32-large, TMR by sync IPC`, app by app. */
export function runTitle({ apps }: MachinePlan): string {
  return apps.map((app) => `${app.name}, ${redundancyWord(app)}`).join('; ');
}

function redundancyWord({ redundancy, signalling }: AppPlan): string {
  if (redundancy === 'native') return 'native';
  const name = redundancy === 2 ? 'DMR' : redundancy === 3 ? 'TMR' : `${redundancy} replicas`;
  return `${name} by ${METHOD_WORDS[signalling]}`;
}

/**
 * The name of a file without its ending, from what it shows: workload, redundancy and method of the
 * first app, what is in it, and the instant or stretch in cycles. Letters, digits, dots and hyphens alone.
 */
export function fileName({ apps }: MachinePlan, what: string, times: readonly number[]): string {
  const [{ workload, redundancy, signalling }] = apps;
  const group = redundancy === 'native' ? ['native'] : [`${redundancy}x`, signalling];
  const parts = ['watchmen', workload, ...group, what, ...times.map((time) => `${time}`)];
  return parts
    .join('-')
    .replaceAll(/[^\w.-]+/g, '-')
    .toLowerCase();
}
