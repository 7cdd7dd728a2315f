import type { AppId, Cycles, ReplicaId } from '../../base/units.ts';
import type { Incident, StopReason } from '../../kernel/faults/incidents.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { ReplicaView } from '../../run/machine-view.ts';
import { groupsOf, standingsOf } from '../machine/agreement.ts';
import type { Standing } from '../machine/agreement.ts';
import type { Evidence } from './evidence.ts';

/** A vote in which states differed, as it was at that instant. */
export interface Vote {
  readonly time: Cycles;
  /** Every replica at the vote, before anything was repaired. */
  readonly replicas: readonly ReplicaView[];
  readonly standings: readonly Standing[];
  /** Overwritten, and with whom; empty and -1 where Romain stopped instead. */
  readonly outvoted: readonly ReplicaId[];
  readonly donor: ReplicaId;
  /** `none` where it went on. */
  readonly stop: StopReason;
  /** What led to it, in order: faults and how their wrong values moved. */
  readonly causes: readonly Incident[];
}

/** The vote of event `event` of `app` that differed; `null` when all agreed or none was held. */
export function voteOf(
  plan: MachinePlan,
  evidence: Evidence,
  app: AppId,
  event: number,
): Vote | null {
  const told = evidence.byEvent.get(event) ?? [];
  const mismatch = told.find((one) => one.kind === 'mismatch');
  if (mismatch === undefined) return null;
  const state = evidence.viewAfter(mismatch).apps[app];
  if (state === undefined) return null;
  const { replicas, donor, stop } = state;
  const outvoted = told.flatMap((one) => (one.kind === 'outvoted' ? [one.replica] : []));
  const overlooked = new Set(
    told.flatMap((one) => (one.kind === 'overlooked' ? [one.replica] : [])),
  );
  const standings =
    outvoted.length === 0
      ? standingsOf(plan, replicas)
      : replicas.map(({ id }): Standing => {
          if (overlooked.has(id)) return 'overlooked';
          return outvoted.includes(id) ? 'differs' : 'agrees';
        });
  const causes = causesOf(evidence, { replicas, standings, mismatch });
  return { time: mismatch.time, replicas, standings, outvoted, donor, stop, causes };
}

/** Kinds that belong to the way from a fault to a vote. */
const CAUSES: ReadonlySet<Incident['kind']> = new Set([
  'injected',
  'spread',
  'infected',
  'wrong-trap',
  'crashed',
  'hung',
  'watchdog',
  'core-stuck',
  'message-corrupted',
  'wild-write',
  'input-differs',
  'write-repeated',
]);

interface Suspects {
  readonly replicas: readonly ReplicaView[];
  readonly standings: readonly Standing[];
  readonly mismatch: Incident;
}

/** The incidents of the faults whose wrong values were there at the vote, and of the event itself. */
function causesOf(evidence: Evidence, { replicas, standings, mismatch }: Suspects): Incident[] {
  const suspects = replicas.filter((one, id) => standings[id] !== 'agrees' || one.garbled);
  // The one outvoted may be right, and the others wrong alike.
  const guilty = suspects.some((one) => one.deviations.length > 0 || one.garbled);
  const wrong = guilty ? suspects : replicas;
  const faults = new Set(wrong.flatMap((one) => one.deviations.map(({ fault }) => fault)));
  const ids = new Set(wrong.map((one) => one.id));
  const own = (evidence.byEvent.get(mismatch.event) ?? []).filter(
    (one) => one.fault < 0 || !faults.has(one.fault),
  );
  const trails = [...faults].flatMap((fault) =>
    fault < 0 ? [] : (evidence.byFault.get(fault) ?? []),
  );
  return [...trails, ...own]
    .filter((one) => CAUSES.has(one.kind) && ids.has(one.replica) && one.step <= mismatch.step)
    .toSorted((a, b) => a.step - b.step);
}

/** `R0 = R2 ≠ R1`: groups of equal states, the largest first. */
export function equation(plan: MachinePlan, replicas: readonly ReplicaView[]): string {
  return groupsOf(plan, replicas)
    .map((group) => group.map((one) => `R${one.id}`).join(' = '))
    .join(' ≠ ');
}
