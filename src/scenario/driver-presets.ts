import { msg } from '../base/language.ts';
import type { DriverSpec } from '../workload/driver-spec.ts';
import { DEFAULT_DRIVER } from '../workload/driver-spec.ts';
import { DEFAULT_APP, defaultScenario } from './default-scenario.ts';
import type { Preset } from './presets.ts';
import type { AppSpec } from './scenario.ts';

function driver(changes: Partial<DriverSpec>): AppSpec {
  return {
    ...DEFAULT_APP,
    name: 'driver',
    signalling: 'migration',
    workload: { kind: 'driver', ...DEFAULT_DRIVER, ...changes },
  };
}

function preset(id: string, title: string, app: AppSpec): Preset {
  const scenario = { ...defaultScenario(), title, apps: [app] };
  return { id, group: msg('Drivers and I/O'), title, scenario };
}

/** A driver whose replicas touch the device themselves beside one for which Romain does; all else is equal. */
export const DRIVER_PRESETS: readonly Preset[] = [
  preset(
    'driver-naive',
    msg('A driver whose three replicas each touch the device'),
    driver({ access: 'naive' }),
  ),
  preset(
    'driver-proxied',
    msg('The same driver, every register access made once for all'),
    driver({ access: 'proxied' }),
  ),
  preset(
    'driver-counter-naive',
    msg('Three replicas read a counter that advances: no two are equal'),
    driver({ access: 'naive', input: 'counter' }),
  ),
];
