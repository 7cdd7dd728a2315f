import { assertUnreachable } from '../../base/assert.ts';
import type { Cycles } from '../../base/units.ts';
import { FAULT_MODES, FAULT_TARGETS, REGISTERS } from '../../base/vocabulary.ts';
import type { FaultMode } from '../../base/vocabulary.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { FaultHit } from '../../draw/timeline/fault-hit.ts';
import { plannedFault } from '../../draw/timeline/fault-index.ts';
import type { Stretch } from '../../draw/timeline/fault-index.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { FaultPlan } from '../../kernel/faults/fault-plan.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Description } from './describe.ts';

/** The instant that a click on a mark goes to. */
export function timeOfFault({ recording }: TimelineSource, hit: FaultHit): Cycles {
  switch (hit.kind) {
    case 'bolt':
      return hit.mark.flips[0].time;
    case 'mismatch':
      return hit.mark.mismatches[0].time;
    case 'ending':
      return hit.mark.ending.time;
    case 'wire':
      return recording.messages.sent[hit.mark.row];
    case 'latent':
    case 'loop':
      return hit.mark.stretch.from;
    default:
      return assertUnreachable(hit);
  }
}

/** Describes what a fault left under the pointer. */
export function describeFault(source: TimelineSource, hit: FaultHit): Description {
  const at = `at ${instant(source, timeOfFault(source, hit))} µs`;
  switch (hit.kind) {
    case 'bolt':
      return describeBolt(source, hit.mark.flips, at);
    case 'mismatch': {
      const { mismatches } = hit.mark;
      const [{ ratio }] = mismatches;
      const title = `The states differ${ratio === '' ? '' : `, ${ratio}`}`;
      if (mismatches.length === 1) return told(title, at);
      return told(`${mismatches.length} votes find a difference`, `first ${at}; zoom in`);
    }
    case 'ending':
      return told(hit.mark.ending.words, at);
    case 'wire':
      return describeWire(source, hit.mark.row, hit.mark.mode);
    case 'latent':
      return describeStretch(source, hit.mark.stretch, 'holds a wrong value');
    case 'loop':
      return describeStretch(source, hit.mark.stretch, 'loops and does not trap');
    default:
      return assertUnreachable(hit);
  }
}

function told(title: string, detail: string): Description {
  return { title, detail, costs: '' };
}

function instant({ plan }: TimelineSource, time: Cycles): string {
  return formatMicroseconds(time, plan.clockGHz);
}

function named({ apps }: MachinePlan, app: number, replica: number): string {
  const prefix = apps.length > 1 ? `${apps[app].name} ` : '';
  return apps[app].redundancy === 'native' ? apps[app].name : `${prefix}R${replica}`;
}

function describeBolt(
  { plan, recording }: TimelineSource,
  flips: readonly { readonly incident: number }[],
  at: string,
): Description {
  if (flips.length > 1) {
    return told(`${flips.length} faults`, `first ${at}; zoom in to tell them apart`);
  }
  const { fault, app, replica, event } = recording.incidents[flips[0].incident];
  const planned = plannedFault(plan, fault);
  const who = named(plan, app, replica);
  const title = planned === undefined ? `A fault hits ${who}` : faultWords(planned, who);
  return told(title, `${at}, event ${groupDigits(event + 1)}`);
}

/** One sentence for a fault of `who`. */
function faultWords(fault: FaultPlan, who: string): string {
  const target = FAULT_TARGETS[fault.target];
  const register = REGISTERS[fault.register];
  switch (target) {
    case 'gpr':
      return `Bit ${fault.bit} of ${register} flips in ${who}`;
    case 'instr':
      return `A bit of an instruction of ${who} flips`;
    case 'alu':
      return `${who} computes a wrong result in ${register}`;
    case 'rat':
      return `${who} reads another register as ${register}`;
    case 'mem':
      return `Bit ${fault.bit} at 0x${fault.address.toString(16)} of the memory of ${who} flips`;
    case 'utcb':
      return `Bit ${fault.bit} of UTCB word ${fault.address} of ${who} flips`;
    case 'message':
      return `The next ${MESSAGE_KINDS[fault.message]} of ${who} ${MODE_WORDS[FAULT_MODES[fault.mode]]}`;
    case 'core':
      return FAULT_MODES[fault.mode] === 'stick'
        ? `Bit ${fault.bit} of ${register} sticks at 1 on C${fault.core}`
        : `C${fault.core} stops for good`;
    case 'kernel':
      return `Kernel state on C${fault.core} is hit`;
    case 'slot':
      return `The slot of ${who} is hit`;
    case 'romain':
      return 'Romain itself is hit';
    default:
      return assertUnreachable(target);
  }
}

const MODE_WORDS: Readonly<Record<FaultMode, string>> = {
  drop: 'is lost',
  delay: 'comes late',
  corrupt: 'is corrupted',
  stop: 'stops',
  stick: 'sticks',
};

function describeWire(source: TimelineSource, row: number, mode: FaultMode): Description {
  const { messages } = source.recording;
  const kind = MESSAGE_KINDS[messages.kind[row]];
  const who = named(source.plan, messages.app[row], messages.replica[row]);
  const title = `${kind} for ${who} ${MODE_WORDS[mode]}`;
  return told(
    title,
    `sent at ${instant(source, messages.sent[row])} µs from C${messages.from[row]}`,
  );
}

function describeStretch(source: TimelineSource, stretch: Stretch, verb: string): Description {
  const { app, replica, from, to } = stretch;
  const who = named(source.plan, app, replica);
  return told(
    `${who} ${verb}`,
    `${groupDigits(to - from)} cycles, ${instant(source, from)} to ${instant(source, to)} µs`,
  );
}
