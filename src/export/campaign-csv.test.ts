import { expect, it } from 'vitest';

import { addBlock, createTally } from '../analysis/campaign/aggregate.ts';
import { campaignOf } from '../analysis/campaign/campaign.ts';
import { campaignReport } from '../analysis/campaign/report.ts';
import { FAULT_OUTCOMES } from '../base/vocabulary.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { campaignToCsv } from './campaign-csv.ts';

it('has a line per target and outcome, with the numbers of the report', () => {
  const spec = campaignOf(defaultScenario(), { targets: ['gpr', 'mem'], runs: 2 });
  const tally = createTally(spec);
  const fault = { at: { cycle: 1 }, app: 0, replica: 0, target: 'mem' } as const;
  const result = {
    run: 0,
    variant: 0,
    fault,
    outcome: 'detected, stopped',
    stop: 'debugger',
    latencyCycles: 7,
    latencyEvents: 0,
    decided: 'at end',
  } as const;
  addBlock(tally, spec, { block: 0, results: [result] });
  const report = campaignReport(spec, tally, { missing: [], stoppedEarly: false });
  const [header = '', ...lines] = campaignToCsv(report);
  expect(lines).toHaveLength(FAULT_OUTCOMES.length);
  const line = lines.find((text) => text.includes('detected')) ?? '';
  expect(line).toMatch(
    new RegExp(`^${report.digest},1,ipc,3,prototype,mem,1,"detected, stopped",1,1,0\\.2\\d+,1$`),
  );
  const columns = line.replace(/"[^"]*"/u, 'outcome').split(',').length;
  expect(columns).toBe(header.split(',').length);
});
