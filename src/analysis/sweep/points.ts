import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import { MAX_CORES } from '../../base/vocabulary.ts';
import { replicaCount } from '../../scenario/placement.ts';
import type { MachineSpec, Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import { withRedundancy } from './app-parameters.ts';
import { valuesOfAxis } from './axis-values.ts';
import { gridOrder } from './order.ts';
import { PARAMETER_NAMES, parameterOf } from './parameters.ts';
import type { SweepPoint, SweepSpec, SweepVariant } from './spec.ts';
import { variantsOf } from './spec.ts';
import type { ParameterValue } from './sweep-parameter.ts';
import { changeApps } from './sweep-parameter.ts';

/** The points of a valid sweep, and what their scenarios have in common. */
export interface SweepPoints {
  readonly spec: SweepSpec;
  /** Values of each axis, in order. */
  readonly values: readonly (readonly ParameterValue[])[];
  /** In the order in which they are worked on. */
  readonly points: readonly SweepPoint[];
  /** Points that are done after each stage of refinement. */
  readonly stages: readonly number[];
  readonly variants: readonly SweepVariant[];
  /** The machine on which every point runs: that of the scenario, with more cores where some point needs them. */
  readonly machine: MachineSpec;
}

/** Lays out a sweep of which `checkSweep` finds nothing wrong. The error says that no machine is large enough. */
export function layOut(spec: SweepSpec): Result<SweepPoints, ScenarioProblem[]> {
  const values = spec.axes.map(valuesOfAxis);
  const { positions, stages } = gridOrder(values.map((list) => list.length));
  const points = positions.map((at, point) => ({
    point,
    at,
    values: at.map((index, axis) => values[axis][index]),
  }));
  const variants = variantsOf(spec);
  const machine = machineFor(spec, values);
  return machine.ok
    ? ok({ spec, values, points, stages, variants, machine: machine.value })
    : machine;
}

/** What a run of a sweep is called by. */
export interface RunName {
  readonly point: number;
  /** Index into the variants. */
  readonly variant: number;
  /** Index into the seeds. */
  readonly seed: number;
}

/** The scenario of one run, for running it, alone or in the sweep, and for its link. */
export function scenarioOfRun(layout: SweepPoints, { point, variant, seed }: RunName): Scenario {
  const { spec, points, variants, machine } = layout;
  const base = moveTo(spec.scenario, machine);
  const scenario = varied({ ...spec, scenario: base }, variants[variant], points[point].values);
  return { ...scenario, title: titleOf(layout, points[point]), seed: spec.seeds[seed] };
}

function titleOf({ spec }: SweepPoints, { values }: SweepPoint): string {
  const parts = spec.axes.map(({ parameter }, axis) => `${parameter} = ${values[axis]}`);
  return `${spec.scenario.title}; ${parts.join(', ')}`.slice(0, 200);
}

/** Listed faults are left out: not every variant could have them. */
function varied(
  spec: SweepSpec,
  { method, redundancy }: SweepVariant,
  values: readonly ParameterValue[],
): Scenario {
  const { scope, axes } = spec;
  let scenario: Scenario = changeApps({ ...spec.scenario, faults: [] }, scope, (app) =>
    withRedundancy({ ...app, signalling: method }, redundancy),
  );
  for (const axis of inTableOrder(
    axes.map((_, index) => index),
    spec,
  )) {
    scenario = parameterOf(axes[axis].parameter).apply(scenario, values[axis], scope);
  }
  return scenario;
}

function inTableOrder(indices: readonly number[], { axes }: SweepSpec): number[] {
  const place = (index: number): number => PARAMETER_NAMES.indexOf(axes[index].parameter);
  return indices.toSorted((a, b) => place(a) - place(b));
}

/**
 * The scenario's machine with as many cores per socket as the most demanding point needs, so that
 * all points are compared on one machine. Cores that are named keep their place on their socket.
 */
function machineFor(
  spec: SweepSpec,
  values: readonly (readonly ParameterValue[])[],
): Result<MachineSpec, ScenarioProblem[]> {
  const { machine } = spec.scenario;
  let most = 0;
  for (const variant of variantsOf(spec)) {
    for (const at of cornerValues(spec, values)) {
      most = Math.max(most, coresOf(varied(spec, variant, at)));
    }
  }
  const coresPerSocket = Math.max(machine.coresPerSocket, Math.ceil(most / machine.sockets));
  const cores = coresPerSocket * machine.sockets;
  if (coresPerSocket > machine.coresPerSocket && cores > MAX_CORES) {
    const message = t('needs {cores} cores where most is asked for; a machine has at most {most}', {
      cores: most,
      most: MAX_CORES,
    });
    return err([{ path: 'axes', message }]);
  }
  return ok({ ...machine, coresPerSocket });
}

function coresOf({ apps, machine }: Scenario): number {
  return apps.reduce((sum, app) => sum + replicaCount(app), machine.resCores.length);
}

/** Every combination of the first and last value of each axis; all values of a list. */
export function cornerValues(
  { axes }: SweepSpec,
  values: readonly (readonly ParameterValue[])[],
): readonly (readonly ParameterValue[])[] {
  const ends = values.map((list, axis) =>
    axes[axis].scale === 'list' ? list : [...new Set([list[0], list[list.length - 1]])],
  );
  const [across, down] = ends;
  return down === undefined
    ? across.map((value) => [value])
    : across.flatMap((value) => down.map((other) => [value, other]));
}

/** The same scenario on a machine with more cores per socket: cores keep socket and place. */
function moveTo(scenario: Scenario, machine: MachineSpec): Scenario {
  const before = scenario.machine.coresPerSocket;
  const after = machine.coresPerSocket;
  if (before === after) return scenario;
  const moved = (core: number): number => Math.floor(core / before) * after + (core % before);
  return {
    ...scenario,
    machine: { ...machine, resCores: machine.resCores.map(moved) },
    apps: scenario.apps.map((app) => ({
      ...app,
      resCore: moved(app.resCore),
      placement: typeof app.placement === 'string' ? app.placement : app.placement.map(moved),
    })),
  };
}
