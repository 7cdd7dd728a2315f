import { t } from '../../../base/language.ts';
import type { CampaignSpec } from '../../../analysis/campaign/campaign.ts';
import { groupDigits } from '../../../draw/format.ts';

/** The command that does the same campaign; `link` is the fragment of a link to its scenario. */
export function commandText(spec: CampaignSpec, link: string): string {
  const { runs, seed, targets, methods, redundancies, comparisons, stopWidth } = spec;
  const words = [
    `npm run -s watchmen -- campaign '#${link}'`,
    `--runs ${runs} --seed ${seed}`,
    `--targets ${targets.join(',')}`,
    `--methods ${methods.join(',')}`,
    `--redundancy ${redundancies.join(',')}`,
    `--comparison ${comparisons.join(',')}`,
    ...(stopWidth === null ? [] : [`--stop-width ${stopWidth}`]),
  ];
  return words.join(' ');
}

/** How the runs of a campaign spread over what it varies, in words. */
export function campaignRuns(spec: CampaignSpec): string {
  const { targets, methods, redundancies, comparisons, runs } = spec;
  const variants = methods.length * redundancies.length * comparisons.length;
  const cells = variants * targets.length;
  if (cells === 0 || !Number.isInteger(runs)) return '';
  const each = Math.floor(runs / cells);
  return t(
    'One fault a run: {ways, plural, =1 {one way of protection} other {# ways of protection}} × {targets, plural, =1 {one target} other {# targets}}, about {each} runs each.',
    { ways: variants, targets: targets.length, each: groupDigits(each) },
  );
}
