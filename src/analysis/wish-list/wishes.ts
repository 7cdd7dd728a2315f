import { msg } from '../../base/language.ts';
import type { CostName, SourceMark } from '../../kernel/costs.ts';
import { COST_NAMES, COST_PARAMETERS, COST_PRESETS, resolveCosts } from '../../kernel/costs.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/*
 * The two wishes of the talk to hardware (slide 13): fast notification between cores, as on the
 * Intel SCC, and memory isolation between NonRes cores.
 */

/** One parameter that a wish changes. */
export interface WishedChange {
  readonly name: CostName;
  readonly title: string;
  readonly before: number;
  readonly after: number;
  /** On what the value before rests, and how well. */
  readonly basis: string;
  readonly source: SourceMark;
}

/** On what the values after rest; a message. */
export const NOTIFICATION_BASIS = msg(
  'hardware wish-list: a message buffer as on the Intel SCC, 110 cycles for flight, handler and request; the SCC has a message buffer of 16 KiB per tile in a mesh of 6 x 4 tiles, and its access times are from memory, not from a source',
);

/** What memory isolation changes, and on what that rests; a message. */
export const ISOLATION_BASIS = msg(
  'off: a faulty kernel on a NonRes core may write to another replica, its UTCB or its slot, as the page tables of the prototype do not hinder it (inferred); on: the write stops the core instead and costs no cycles (the wish as such, nobody has built it)',
);

/** What fast notification changes of the costs in force; parameters that are as fast already are left out. */
export function notificationChanges(scenario: Scenario): WishedChange[] {
  const { preset, overrides } = scenario.costs;
  const now = resolveCosts(preset, overrides);
  const wished: Partial<Record<CostName, number>> = COST_PRESETS['scc-like'].values;
  return COST_NAMES.flatMap((name) => {
    const after = wished[name];
    if (after === undefined || after >= now[name]) return [];
    const { title, basis, source } = COST_PARAMETERS[name];
    return [{ name, title, before: now[name], after, basis, source }];
  });
}

/** `scenario` with fast notification. */
export function withNotification(scenario: Scenario): Scenario {
  const { preset, overrides } = scenario.costs;
  const wished: Partial<Record<CostName, number>> = { ...overrides };
  for (const { name, after } of notificationChanges(scenario)) wished[name] = after;
  return { ...scenario, costs: { preset, overrides: wished } };
}

/** `scenario` with or without memory isolation. */
export function withIsolation(scenario: Scenario, memoryIsolation: boolean): Scenario {
  return { ...scenario, protection: { ...scenario.protection, memoryIsolation } };
}
