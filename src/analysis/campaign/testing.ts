import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';
import type { CampaignSpec } from './campaign.ts';
import { campaignOf } from './campaign.ts';

/** An app that ends within a few hundred kernel steps. */
const SHORT_APP: AppSpec = {
  ...DEFAULT_APP,
  name: 'short',
  workload: { kind: 'random', events: 30, instructions: 20_000, pagefaultShare: 0.5, seed: 7 },
};

/** A scenario of `apps` that last a moment. */
export function shortScenario(apps: readonly Partial<AppSpec>[] = [{}]): Scenario {
  return {
    ...defaultScenario(),
    title: 'short',
    apps: apps.map((app) => ({ ...SHORT_APP, ...app })),
  };
}

/** Every method, single to triple, both comparisons, and all targets that these have in common. */
export const BROAD: CampaignSpec = campaignOf(shortScenario(), {
  runs: 1500,
  seed: 5,
  targets: ['gpr', 'instr', 'alu', 'rat', 'mem', 'utcb', 'core', 'kernel', 'romain'],
  methods: ['local', 'migration', 'ipc', 'polling'],
  redundancies: [1, 2, 3],
  comparisons: ['prototype', 'full'],
});

/** Two apps that share the Res core, and faults in what is between them and Romain. */
export const SHARED: CampaignSpec = campaignOf(
  shortScenario([{}, { name: 'other', placement: 'other-socket', signalling: 'polling' }]),
  {
    runs: 600,
    seed: 6,
    targets: ['message', 'slot', 'romain', 'kernel', 'mem'],
    methods: ['migration', 'ipc'],
  },
);
