import { t } from '../../base/language.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import type { CampaignSpec } from './campaign.ts';
import { MAX_RUNS } from './campaign.ts';

/** All that is wrong with the figures of a campaign, its scenario apart; empty when it can be made. */
export function checkCampaign(spec: CampaignSpec): ScenarioProblem[] {
  const { runs, seed, stopWidth } = spec;
  const problems: ScenarioProblem[] = [];
  if (!isWhole(runs, 1, MAX_RUNS)) {
    problems.push({
      path: 'runs',
      message: t('must be a whole number from 1 to {most}', { most: MAX_RUNS }),
    });
  }
  if (!isWhole(seed, 0, 0xffffffff)) {
    problems.push({ path: 'seed', message: t('must be a whole number from 0 to 4294967295') });
  }
  if (stopWidth !== null && !(stopWidth > 0 && stopWidth < 1)) {
    problems.push({ path: 'stopWidth', message: t('must lie between 0 and 1') });
  }
  for (const path of ['targets', 'methods', 'redundancies', 'comparisons'] as const) {
    const list: readonly (string | number)[] = spec[path];
    const twice = list.find((value, i) => list.indexOf(value) !== i);
    if (list.length === 0) problems.push({ path, message: t('must not be empty') });
    if (twice !== undefined) problems.push({ path, message: t('lists {twice} twice', { twice }) });
  }
  return problems;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
