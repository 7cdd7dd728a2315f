import { chainOf } from '../../analysis/causes/chain-of.ts';
import { clauseText } from '../../analysis/causes/clause-words.ts';
import type { CauseChain, CauseClause } from '../../analysis/causes/chain.ts';
import { endingSentence } from '../../analysis/causes/ending.ts';
import { chainHeadline, latenessText } from '../../analysis/causes/headline.ts';
import { createProvenance } from '../../analysis/causes/provenance.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { CostName } from '../../kernel/costs.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Selection } from '../../base/selection.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { writeJson } from '../command.ts';
import { grouped, percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { heading } from '../run-report.ts';
import { formatTable } from '../table.ts';
import { wholeOption } from '../whole-option.ts';
import { eventOption, recordScenario } from './why-options.ts';
import type { RecordedRun } from './why-options.ts';

/** `why`: the causes of an event, or of a replica's wait in it. */
export const WHY: Command = {
  name: 'why',
  usage: '<scenario> --event K [--replica N] [--app N] [--json] [options that change it]',
  summary:
    'Explains why externalization event K (from 1) lasts as long as it does, or with --replica why that replica waits until all have arrived: steps that sum to it, with the cost parameters behind them.',
  options: ['json', 'event', 'replica', 'app', ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const run = recordScenario(args, io);
    if (!run.ok) return run;
    const selection = selectionOf(args, run.value);
    if (!selection.ok) return selection;
    const { plan, recording } = run.value;
    const provenance = createProvenance(plan, recording);
    const chain = chainOf({ ...run.value, provenance }, selection.value);
    if (chain === null) {
      const { app } = selection.value;
      const ending = endingSentence(plan, recording, app, grouped);
      return err(ending ?? 'nothing in this run ends it: the event is never completed');
    }
    if (args.flags.has('json')) writeJson(io, chainJson(plan, chain));
    else io.out(`${heading(run.value.title)}\n${chainReport(plan, chain)}`);
    return ok(0);
  },
};

type AskedFor = Extract<Selection, { readonly kind: 'event' | 'wait' }>;

function selectionOf(args: Arguments, run: RecordedRun): Result<AskedFor, string> {
  const at = eventOption(args, run);
  if (!at.ok) return at;
  const { app, event } = at.value;
  if (event === null) return err('which event? Give --event K, counted from 1');
  const { cores, redundancy } = run.plan.apps[app];
  const replica = wholeOption(args, 'replica', [0, cores.length - 1]);
  if (!replica.ok) return replica;
  if (replica.value === null) return ok({ kind: 'event', app, event });
  if (redundancy === 'native') return err('a native application has no replica that waits');
  return ok({ kind: 'wait', app, replica: replica.value, event });
}

function chainJson(plan: MachinePlan, chain: CauseChain): object {
  const { about, from, to, links, earlier } = chain;
  const headline = chainHeadline(plan, chain, String);
  const clauses = chain.clauses.map((clause) => ({
    ...clause,
    text: clauseText(plan, chain, clause),
    cycles: clause.to - clause.from,
  }));
  return { about, from, to, cycles: to - from, headline, clauses, links, earlier };
}

function chainReport(plan: MachinePlan, chain: CauseChain): string {
  const headline = `${chainHeadline(plan, chain, grouped)}\n`;
  if (chain.clauses.length === 0) return headline;
  const length = chain.to - chain.from;
  const rows = chain.clauses.map((clause, i) => [
    String(i + 1),
    clauseText(plan, chain, clause),
    grouped(clause.to - clause.from),
    percent((clause.to - clause.from) / length),
    costText(chain, clause),
  ]);
  const sum = ['', 'sum', grouped(length), percent(1), ''];
  const head = ['step', 'what happens', 'cycles', 'share', 'cost parameters'];
  const late = chain.earlier === null ? null : latenessText(chain.earlier, grouped);
  const earlier = late === null ? '' : `\nStep 1: ${late}.\n`;
  return `${headline}\n${formatTable([head, ...rows, sum], [1, 4])}${earlier}`;
}

function costText({ links }: CauseChain, { first, end, from, to }: CauseClause): string {
  const sums = new Map<CostName, number>();
  let left = to - from;
  for (const { costs } of links.slice(first, end))
    for (const { name, cycles } of costs) {
      sums.set(name, (sums.get(name) ?? 0) + cycles);
      left -= cycles;
    }
  const parts = [...sums].map(([name, cycles]) => `${name} ${grouped(cycles)}`);
  if (left > 0) parts.push(`user code ${grouped(left)}`);
  return parts.join(', ');
}
