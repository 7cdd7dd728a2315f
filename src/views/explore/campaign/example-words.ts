import { t } from '../../../base/language.ts';
import type { RunExample } from '../../../analysis/campaign/aggregate.ts';
import type { CampaignSpec } from '../../../analysis/campaign/campaign.ts';
import { variantsOf } from '../../../analysis/campaign/campaign.ts';
import { groupDigits } from '../../../draw/format.ts';
import { valueWords } from '../words.ts';

/** What a run of a campaign hits, and under which of several ways of protection. */
export function exampleWords(spec: CampaignSpec, { fault, variant }: RunExample): string {
  const { target, replica, register, bit, message, mode, core } = fault;
  const who = core === undefined ? `R${replica}` : `C${core}`;
  const what = [register, bit === undefined ? undefined : t('bit {bit}', { bit }), message, mode];
  const words = [target, who, ...what].filter((word) => word !== undefined).join(' ');
  const hit =
    'cycle' in fault.at
      ? t('{what} at {cycle}', { what: words, cycle: groupDigits(fault.at.cycle) })
      : words;
  return `${hit}${variantWords(spec, variant)}`;
}

function variantWords(spec: CampaignSpec, index: number): string {
  const variant = variantsOf(spec)[index];
  if (variant === undefined) return '';
  const { method, redundancy, comparison } = variant;
  const words = [
    ...(spec.methods.length > 1 ? [valueWords('method', method)] : []),
    ...(spec.redundancies.length > 1 ? [valueWords('redundancy', String(redundancy))] : []),
    ...(spec.comparisons.length > 1 ? [valueWords('comparison', comparison)] : []),
  ];
  return words.length === 0 ? '' : ` · ${words.join(', ')}`;
}
