import { t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { MAX_REPLICAS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';

/** Everything that determines a study of the wishes. Plain JSON. */
export interface WishListSpec {
  /** Its first app is studied alone. */
  readonly scenario: Scenario;
  readonly methods: readonly SignallingMethod[];
  readonly replicas: readonly number[];
  /** Faults injected for each method and group size, without and with isolation the same ones. */
  readonly faultsPerCell: number;
  /** Decides which faults. */
  readonly seed: number;
}

/** A study of `scenario` under every method as DMR and TMR unless told otherwise. */
export function wishListOf(
  scenario: Scenario,
  options: Partial<Omit<WishListSpec, 'scenario'>> = {},
): WishListSpec {
  return {
    scenario,
    methods: SIGNALLING_METHODS,
    replicas: [2, 3],
    faultsPerCell: 256,
    seed: 1,
    ...options,
  };
}

/** Most faults for each method and group size. */
export const MAX_FAULTS_PER_CELL = 1_000_000;

/** All that is wrong with the figures of a study, its scenario apart. */
export function checkWishList(spec: WishListSpec): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const { methods, replicas, faultsPerCell } = spec;
  const listed = { methods, replicas } as const;
  for (const path of ['methods', 'replicas'] as const) {
    const list: readonly (string | number)[] = listed[path];
    const twice = list.find((value, i) => list.indexOf(value) !== i);
    if (list.length === 0) problems.push({ path, message: t('must not be empty') });
    if (twice !== undefined)
      problems.push({ path, message: t('must not list {twice} twice', { twice }) });
  }
  if (replicas.some((count) => !isWhole(count, 2, MAX_REPLICAS))) {
    const message = t('must be whole numbers from 2 to {most}', { most: MAX_REPLICAS });
    problems.push({ path: 'replicas', message });
  }
  if (!isWhole(faultsPerCell, 1, MAX_FAULTS_PER_CELL)) {
    const message = t('must be a whole number from 1 to {most}', { most: MAX_FAULTS_PER_CELL });
    problems.push({ path: 'faultsPerCell', message });
  }
  return problems;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
