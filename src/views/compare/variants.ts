import { msg, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { checkFaults } from '../../scenario/check-faults.ts';
import { keepFaults } from '../../scenario/fault-streams.ts';
import { fitPlacement } from '../../scenario/placement.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';

/** The same scenario but for one thing. */
export interface Variant {
  readonly id: string;
  /** Of the branch that it makes, e.g. `as DMR`. */
  readonly name: string;
  readonly scenario: Scenario;
  /** Faults that such a run cannot have. */
  readonly faultsLeftOut: number;
}

/** Variants by what they change. */
export interface Variants {
  readonly redundancy: readonly Variant[];
  readonly method: readonly Variant[];
  readonly faults: readonly Variant[];
}

const REDUNDANCIES = [
  { redundancy: 'native', name: msg('without replicas') },
  { redundancy: 2, name: msg('as DMR') },
  { redundancy: 3, name: msg('as TMR') },
] as const;

const METHODS: Readonly<Record<SignallingMethod, string>> = {
  local: msg('by local handling'),
  migration: msg('by migration'),
  ipc: msg('by synchronous IPC'),
  polling: msg('by shared memory'),
};

/** What can be compared with `scenario` at one click; app number `app` is the one that changes. */
export function variantsOf(scenario: Scenario, app: number): Variants {
  const spec = scenario.apps[app];
  if (spec === undefined) return { redundancy: [], method: [], faults: [] };
  const make = (id: string, name: string, change: Partial<AppSpec>): Variant =>
    fitFaults({ id, name, scenario: changeApp(scenario, app, change), faultsLeftOut: 0 });
  const redundancy = REDUNDANCIES.filter((one) => one.redundancy !== spec.redundancy).map((one) =>
    make(String(one.redundancy), t(one.name), {
      redundancy: one.redundancy,
      placement: fitPlacement(spec, one.redundancy),
    }),
  );
  const replicated = spec.redundancy !== 'native' && spec.redundancy > 1;
  const method = SIGNALLING_METHODS.filter((one) => replicated && one !== spec.signalling).map(
    (one) => make(one, t(METHODS[one]), { signalling: one }),
  );
  return { redundancy, method, faults: withoutFaults(scenario) };
}

function withoutFaults(scenario: Scenario): readonly Variant[] {
  if (scenario.faults.length === 0 && scenario.faultRate === null) return [];
  const healthy: Scenario = { ...scenario, title: '', faults: [], faultRate: null };
  return [{ id: 'healthy', name: t('without faults'), scenario: healthy, faultsLeftOut: 0 }];
}

/** A title such as "CRC32, TMR" would no longer be true. */
function changeApp(scenario: Scenario, app: number, change: Partial<AppSpec>): Scenario {
  const apps = scenario.apps.map((spec, i) => (i === app ? { ...spec, ...change } : spec));
  return { ...scenario, title: '', apps };
}

/** Leaves out the faults of a replica that is no longer there, or of a message that nobody sends. */
function fitFaults(variant: Variant): Variant {
  const { scenario } = variant;
  const kept = keepFaults(scenario, (fault) =>
    checkFaults({ ...scenario, faults: [fault] }).every(({ path }) => !path.startsWith('faults')),
  );
  const faultsLeftOut = scenario.faults.length - kept.faults.length;
  return { ...variant, scenario: { ...scenario, ...kept }, faultsLeftOut };
}
