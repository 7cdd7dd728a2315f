import { msg, t } from '../../base/language.ts';
import type { InputProblem } from '../../workload/problems.ts';

/** Fields of a phase as its card calls them; messages. */
const FIELDS: Readonly<Record<string, string>> = {
  name: msg('name'),
  events: msg('traps'),
  'gap.instructions': msg('gap'),
  'gap.least': msg('shortest gap'),
  'gap.most': msg('longest gap'),
  'gap.mean': msg('mean gap'),
  'gap.sigma': msg('sigma of the logarithm'),
  'gap.short': msg('short gap'),
  'gap.long': msg('long gap'),
  'gap.longShare': msg('share of long gaps'),
  traps: msg('mix of traps'),
  'bursts.every': msg('traps before a burst'),
  'bursts.length': msg('traps of a burst'),
  'bursts.gap': msg('gap in a burst'),
};

const SHARE_FIELDS: Readonly<Record<string, string>> = {
  trap: msg('kind'),
  weight: msg('weight'),
  bytesIn: msg('bytes in'),
  bytesOut: msg('bytes out'),
};

const WHOLE: Readonly<Record<string, string>> = {
  phases: msg('Phases'),
  repeat: msg('Times'),
  seed: msg('Seed'),
};

/** `Phase 1, traps: must be a whole number …`: what is wrong with a program as phases, and where. */
export function problemWords({ path, message }: InputProblem): string {
  const place = placeWords(path.replace(/^\./u, ''));
  return t('{place}: {problem}.', { place, problem: message });
}

function placeWords(path: string): string {
  const [, index, field] = /^phases\[(\d+)\]\.(.+)$/u.exec(path) ?? [];
  if (index === undefined || field === undefined) return t(WHOLE[path] ?? path);
  const [, share, own] = /^traps\[(\d+)\]\.(.+)$/u.exec(field) ?? [];
  const where =
    share === undefined || own === undefined
      ? t(FIELDS[field] ?? field)
      : t('{field} of trap {number}', {
          field: t(SHARE_FIELDS[own] ?? own),
          number: Number(share) + 1,
        });
  return t('Phase {number}, {where}', { number: Number(index) + 1, where });
}
