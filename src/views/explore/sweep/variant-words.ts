import { t } from '../../../base/language.ts';
import type { SweepVariant } from '../../../analysis/sweep/spec.ts';
import type { SignallingMethod } from '../../../base/vocabulary.ts';
import { SIGNALLING_METHODS } from '../../../base/vocabulary.ts';
import { listed } from '../words.ts';
import { METHOD_LABELS } from '../../../draw/chart/growth-lines.ts';

/** DMR, TMR, `4 replicas`, `native`. */
export function countWords(redundancy: SweepVariant['redundancy']): string {
  if (redundancy === 'native') return t('native');
  if (redundancy === 1) return t('one replica');
  return { 2: 'DMR', 3: 'TMR' }[redundancy] ?? t('{count} replicas', { count: redundancy });
}

/** `migration`, in a sentence. */
export function methodWords(method: SignallingMethod): string {
  return t(METHOD_LABELS[method]);
}

/** `sync IPC, TMR`: one way of protection. */
export function variantWords({
  method,
  redundancy,
}: Pick<SweepVariant, 'method' | 'redundancy'>): string {
  if (redundancy === 'native' || redundancy === 1) return countWords(redundancy);
  return `${methodWords(method)}, ${countWords(redundancy)}`;
}

/** `DMR and TMR, 3 methods`: the ways of protection that are set up. */
export function protectionWords(
  redundancies: readonly SweepVariant['redundancy'][],
  methods: readonly SignallingMethod[],
): string {
  const counts =
    redundancies.length === 0 ? t('no redundancy') : listed(redundancies.map(countWords));
  return `${counts}, ${methodsWords(methods)}`;
}

/** `3 methods`, or the only one. */
export function methodsWords(methods: readonly SignallingMethod[]): string {
  if (methods.length === 1) return methodWords(methods[0]);
  if (methods.length === SIGNALLING_METHODS.length) return t('every method');
  return t('{count} methods', { count: methods.length });
}

/** Which lines are thick, in a figure whose thickest are of `thick`. */
export function weightText(thick: string, thin: readonly string[]): string {
  if (thin.length === 0) return `${thick}.`;
  return t('Thick: {thick}. Thin: {thin}.', { thick, thin: thin.join(', ') });
}
