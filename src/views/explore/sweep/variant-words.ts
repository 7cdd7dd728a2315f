import type { SweepVariant } from '../../../analysis/sweep/spec.ts';
import type { SignallingMethod } from '../../../base/vocabulary.ts';
import { METHOD_LABELS } from '../../../draw/chart/growth-lines.ts';

/** DMR, TMR, `4 replicas`, `native`. */
export function countWords(redundancy: SweepVariant['redundancy']): string {
  if (redundancy === 'native') return 'native';
  return { 1: 'one replica', 2: 'DMR', 3: 'TMR' }[redundancy] ?? `${redundancy} replicas`;
}

/** `migration`, in a sentence. */
export function methodWords(method: SignallingMethod): string {
  return METHOD_LABELS[method];
}

/** `sync IPC, TMR`: one way of protection. */
export function variantWords({
  method,
  redundancy,
}: Pick<SweepVariant, 'method' | 'redundancy'>): string {
  if (redundancy === 'native') return 'native';
  if (redundancy === 1) return 'one replica';
  return `${methodWords(method)}, ${countWords(redundancy)}`;
}
