import { describe, expect, it } from 'vitest';

import { campaignOf } from '../analysis/campaign/campaign.ts';
import { createDraft, readDraft } from './campaign-draft.ts';
import { smallScenario } from './testing.ts';

const scenario = smallScenario();
const draft = createDraft(2);

describe('readDraft', () => {
  it('takes from the scenario what is left alone', () => {
    const { spec, workers, problems } = readDraft(draft, scenario);
    expect(spec).toEqual(campaignOf(scenario, { runs: 5000 }));
    expect({ workers, problems }).toEqual({ workers: 2, problems: [] });
  });

  it('reads grouped digits, hexadecimal seeds and widths in percent', () => {
    const typed = { ...draft, runs: '12 000', seed: '0x7f', stopWidth: '2,5 %' };
    expect(readDraft(typed, scenario).spec).toMatchObject({
      runs: 12_000,
      seed: 127,
      stopWidth: 0.025,
    });
  });

  it.each([
    [{ runs: '0' }, 'runs'],
    [{ runs: '' }, 'runs'],
    [{ runs: '2000000' }, 'runs'],
    [{ seed: '-1' }, 'seed'],
    [{ seed: 'dice' }, 'seed'],
    [{ stopWidth: '100' }, 'stopWidth'],
    [{ workers: '9' }, 'workers'],
    [{ workers: '1.5' }, 'workers'],
    [{ targets: [] }, 'targets'],
    [{ methods: [] }, 'methods'],
  ])('refuses %j at its field', (change, path) => {
    const { problems } = readDraft({ ...draft, ...change }, scenario);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });
});
