import { PARTS } from '../base/vocabulary.ts';
import type { Costs } from '../kernel/costs.ts';
import { createMachine } from '../kernel/create.ts';
import type { EventKind, KernelEvent } from '../kernel/events.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import type { Machine } from '../kernel/machine.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { advance, isEnded } from '../kernel/reducer.ts';
import type { TraceSink } from '../kernel/trace-sink.ts';

/** One kernel step of a run: what was applied and what it led to. */
export interface Step {
  readonly event: KernelEvent;
  /** `kind Ccore Rreplica`, `M` for Romain's thread, then the message or `>R` for the replica in `arg`. */
  readonly title: string;
  /** What the step put on the queue, each as `title after cycles`. */
  readonly leads: readonly string[];
  /** Parts that the replicas of the event's app are in after the step, in index order. */
  readonly parts: string;
  /** The machine after the step. */
  readonly machine: Machine;
}

/** One row of a table of steps; `title` and `leads` as in `Step`, durations as in `cyclesOf`. */
export interface StepRow {
  readonly title: string;
  /** Which of the steps with that title, from 1; absent = the first. */
  readonly nth?: number;
  readonly leads: readonly string[];
  readonly parts: string;
  /** Section of the facts, and the snapshot of the source where one is named. */
  readonly source: string;
}

/** A listener that hears nothing. */
export const SILENT: Omit<TraceSink, 'step'> = {
  span: () => undefined,
  message: () => undefined,
  milestone: () => undefined,
  incident: () => undefined,
  divergence: () => undefined,
};

/** Runs `plan` to its end, step by step. */
export function stepsOf(plan: MachinePlan): Step[] {
  const steps: Step[] = [];
  let machine = createMachine(plan);
  while (!isEnded(machine)) {
    const { seq } = machine;
    let applied: KernelEvent | null = null;
    const sink: TraceSink = { ...SILENT, step: (_, event) => (applied = event) };
    machine = advance(plan, machine, { steps: machine.steps + 1 }, sink);
    if (applied === null) throw new Error(`the run stalled at ${machine.now}`);
    steps.push(describe(plan, { event: applied, machine, seq }));
  }
  return steps;
}

function describe(
  plan: MachinePlan,
  { event, machine, seq }: { event: KernelEvent; machine: Machine; seq: number },
): Step {
  const { app } = plan.threads[event.thread];
  const led = machine.queue
    .filter((next) => next.seq >= seq)
    .toSorted((a, b) => a.seq - b.seq)
    .map((next) => `${titleOf(plan, next)} after ${next.time - machine.now}`);
  return {
    event,
    title: titleOf(plan, event),
    leads: led,
    parts: machine.replicas[app].map((replica) => PARTS[replica.part]).join(' '),
    machine,
  };
}

const FOR_REPLICA: ReadonlySet<EventKind> = new Set<EventKind>([
  'call-taken',
  'handshake-sent',
  'summed',
  'compared',
  'handled',
  'state-put',
  'state-got',
  'woken',
  'notify-sent',
  'released',
]);

function titleOf(plan: MachinePlan, event: KernelEvent): string {
  const { replica } = plan.threads[event.thread];
  const who = `${event.kind} C${event.core} ${replica === -1 ? 'M' : `R${replica}`}`;
  if (event.kind.startsWith('ipi-')) return `${who} ${MESSAGE_KINDS[event.arg]}`;
  const forReplica = FOR_REPLICA.has(event.kind) || (replica === -1 && event.arg !== -1);
  return forReplica ? `${who} >R${event.arg}` : who;
}

/** The step that a row is about, in the row's own terms. */
export function stepFor(steps: readonly Step[], row: StepRow): Omit<StepRow, 'source' | 'nth'> {
  const found = steps.filter((step) => step.title === row.title)[(row.nth ?? 1) - 1];
  if (found === undefined) throw new Error(`no step "${row.title}"`);
  return { title: found.title, leads: found.leads, parts: found.parts };
}

/** The row with its durations in cycles, to compare with `stepFor`. */
export function rowIn(plan: MachinePlan, row: StepRow): Omit<StepRow, 'source' | 'nth'> {
  const leads = row.leads.map((lead) => {
    const [title, cycles] = lead.split(' after ') as [string, string];
    return `${title} after ${cyclesOf(plan.costs, cycles)}`;
  });
  return { title: row.title, leads, parts: row.parts };
}

/** A sum of products of cost names and numbers in cycles, such as `csum + 4*line_local`. */
export function cyclesOf(costs: Costs, sum: string): number {
  return sum.split('+').reduce((total, product) => total + productOf(costs, product), 0);
}

function productOf(costs: Costs, product: string): number {
  const [dividend, divisor] = product.split('/') as [string, string?];
  const value = dividend.split('*').reduce((total, name) => total * factorOf(costs, name), 1);
  return divisor === undefined ? value : value / factorOf(costs, divisor);
}

function factorOf(costs: Costs, text: string): number {
  const name = text.trim();
  const value = /^\d+$/.test(name) ? Number(name) : (costs as Record<string, number>)[name];
  if (value === undefined) throw new Error(`there is no cost "${name}"`);
  return value;
}

/** The kinds of the steps, each once, sorted. */
export function kindsOf(steps: readonly Step[]): EventKind[] {
  return [...new Set(steps.map((step) => step.event.kind))].toSorted();
}

/** The kinds that the rows are about, each once, sorted. */
export function kindsIn(rows: readonly StepRow[]): string[] {
  return [...new Set(rows.map((row) => row.title.split(' ')[0]))].toSorted();
}
