import type { AppId } from '../../base/units.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, MachineView } from '../../run/machine-view.ts';
import { groupDigits } from '../../draw/format.ts';
import { TRAP_WORDS } from '../../draw/words.ts';
import { capitalised, countWord } from './numbers.ts';
import { hasResumed, occupantName, predicate, servingCore } from './words.ts';

/**
 * What happens at this instant to `app` in one sentence of at most 14 words, for the caption and
 * for screen readers. Events count from 1.
 */
export function captionOf(view: MachineView, plan: MachinePlan, app: AppId = 0): string {
  const state = view.apps[app];
  const program = plan.apps[app];
  if (state === undefined || program === undefined) return 'No application runs.';
  if (state.stage === 'ended')
    return `The program has ended after ${groupDigits(state.completed)} events.`;
  if (state.stage === 'compute') return computing(state, program);
  const trap = TRAP_WORDS[state.trap];
  const event = `Event ${groupDigits(state.event + 1)}: ${trap}`;
  if (program.redundancy === 'native') return `${event}, served without Romain.`;
  if (program.redundancy === 1) return `${event} of the only replica; nothing to compare.`;
  return `${event}, ${stageClause(view, plan, state)}.`;
}

function computing(state: AppView, program: AppPlan): string {
  const next = `event ${groupDigits(state.event + 1)} comes next.`;
  if (program.redundancy === 'native') return `The program computes; ${next}`;
  if (program.redundancy === 1) return `The only replica computes; ${next}`;
  const all = program.redundancy === 2 ? 'both' : `all ${countWord(program.redundancy)}`;
  return `${capitalised(all)} replicas compute; ${next}`;
}

function stageClause(view: MachineView, plan: MachinePlan, state: AppView): string {
  const replicas = countWord(state.replicas.length);
  switch (state.stage) {
    case 'arriving':
      if (state.arrived === 0) return `none of ${replicas} replicas has arrived yet`;
      return `${countWord(state.arrived)} of ${replicas} replicas ${state.arrived === 1 ? 'has' : 'have'} arrived`;
    case 'comparing':
      return `Romain compares ${replicas} states`;
    case 'handling':
      return handling(view, plan, state);
    default: {
      const back = state.replicas.filter((replica) => hasResumed(state, replica)).length;
      if (back === 0) return `handled; none of ${replicas} replicas is back yet`;
      return `handled; ${countWord(back)} of ${replicas} replicas ${back === 1 ? 'is' : 'are'} back`;
    }
  }
}

function handling(view: MachineView, plan: MachinePlan, state: AppView): string {
  const core = servingCore(view, state);
  if (core === undefined) return 'Romain handles it';
  const who = plan.resilient[core.id] ? 'Romain' : (occupantName(core, plan) ?? 'Romain');
  const target = plan.resilient[core.id] && core.replica >= 0 ? ` for R${core.replica}` : '';
  return `${who} ${predicate(core.activity)}${target}`;
}
