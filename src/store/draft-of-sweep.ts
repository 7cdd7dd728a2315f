import type { SweepAxis, SweepSpec } from '../analysis/sweep/spec.ts';
import { DEFAULT_WEIGHTS } from '../analysis/sweep/metrics.ts';
import { equalData } from '../base/equal.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { axisDraft, readSweepDraft } from './sweep-draft.ts';
import type { AxisDraft, SweepDraft } from './sweep-draft.ts';

/** A draft that comes to a given sweep. */
export interface FoundDraft {
  readonly draft: SweepDraft;
  /** What the Lab must hold for it; `null` = what it holds. */
  readonly scenario: Scenario | null;
}

/** The sentence of a sweep that was made elsewhere: over the scenario of the Lab if that will do, else over its own. */
export function draftOfSweep(spec: SweepSpec, lab: Scenario): FoundDraft {
  const comesToIt = (draft: SweepDraft): boolean =>
    equalData(readSweepDraft(draft, lab).spec, spec);
  const [app] = spec.scenario.apps;
  const placement = typeof app.placement === 'string' ? app.placement : null;
  const inPlace = [
    { workload: null, placement: null },
    { workload: null, placement },
    { workload: app.workload, placement: null },
    { workload: app.workload, placement },
  ];
  const over = (scenario: Scenario, place: (typeof inPlace)[number]): SweepDraft => ({
    ...place,
    x: draftOfAxis(spec.axes[0]),
    y: spec.axes[1] === undefined ? null : draftOfAxis(spec.axes[1]),
    methods: spec.methods,
    redundancies: spec.redundancies,
    scope: spec.scope,
    seeds: seedsText(spec.seeds, scenario.seed),
    weights: weightsText(spec),
  });
  const draft = inPlace.map((place) => over(lab, place)).find(comesToIt);
  if (draft !== undefined) return { draft, scenario: null };
  return { draft: over(spec.scenario, inPlace[0]), scenario: spec.scenario };
}

function draftOfAxis(axis: SweepAxis): AxisDraft {
  const usual = axisDraft(axis.parameter);
  if (axis.scale === 'list') return { ...usual, scale: 'list', list: axis.values.join(', ') };
  const { scale, from, to, steps } = axis;
  return { ...usual, scale, from: String(from), to: String(to), steps: String(steps) };
}

/** A number of seeds if they are those from `first` on, else the list. */
function seedsText(seeds: readonly number[], first: number): string {
  const usual = seeds.every((seed, i) => seed === (first + i) % 2 ** 32);
  return usual ? String(seeds.length) : `${seeds.join(', ')}${seeds.length === 1 ? ',' : ''}`;
}

function weightsText({ energyWeights = DEFAULT_WEIGHTS }: SweepSpec): SweepDraft['weights'] {
  return { polling: String(energyWeights.polling), halted: String(energyWeights.halted) };
}
