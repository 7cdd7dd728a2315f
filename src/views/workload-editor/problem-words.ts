import type { InputProblem } from '../../workload/problems.ts';

/** Fields of a phase as its card calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  events: 'traps',
  'gap.instructions': 'gap',
  'gap.least': 'shortest gap',
  'gap.most': 'longest gap',
  'gap.mean': 'mean gap',
  'gap.sigma': 'sigma of the logarithm',
  'gap.short': 'short gap',
  'gap.long': 'long gap',
  'gap.longShare': 'share of long gaps',
  traps: 'mix of traps',
  'bursts.every': 'traps before a burst',
  'bursts.length': 'traps of a burst',
  'bursts.gap': 'gap in a burst',
};

const SHARE_FIELDS: Readonly<Record<string, string>> = {
  trap: 'kind',
  weight: 'weight',
  bytesIn: 'bytes in',
  bytesOut: 'bytes out',
};

const WHOLE: Readonly<Record<string, string>> = {
  phases: 'Phases',
  repeat: 'Times',
  seed: 'Seed',
};

/** `Phase 1, traps: must be a whole number …`: what is wrong with a program as phases, and where. */
export function problemWords({ path, message }: InputProblem): string {
  return `${placeWords(path.replace(/^\./u, ''))}: ${message}.`;
}

function placeWords(path: string): string {
  const [, index, field] = /^phases\[(\d+)\]\.(.+)$/u.exec(path) ?? [];
  if (index === undefined || field === undefined) return WHOLE[path] ?? path;
  const [, share, own] = /^traps\[(\d+)\]\.(.+)$/u.exec(field) ?? [];
  const where =
    share === undefined || own === undefined
      ? (FIELDS[field] ?? field)
      : `${SHARE_FIELDS[own] ?? own} of trap ${Number(share) + 1}`;
  return `Phase ${Number(index) + 1}, ${where}`;
}
