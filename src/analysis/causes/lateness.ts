import { upperBound } from '../../base/binary-search.ts';
import type { CoreId, Cycles } from '../../base/units.ts';
import { ACTIVITY, ACTIVITIES } from '../../kernel/activities.ts';
import { EVENT_KINDS } from '../../kernel/events.ts';
import type { SpanColumns } from '../../run/recording.ts';
import type { CauseLink, ChainSubject, Lateness } from './chain.ts';
import type { TracedRun } from './chain-of.ts';

/** Why the replica that computes at the start of a chain is behind the one that the chain is about. */
export function latenessOf(
  run: TracedRun,
  about: ChainSubject,
  links: readonly CauseLink[],
  from: Cycles,
): Lateness | null {
  const [first] = links;
  if (first === undefined || !isComputing(first) || about.app !== first.app) return null;
  const app = run.plan.apps[about.app];
  const than = about.replica === -1 ? trapperAt(run, about.app, from) : about.replica;
  if (than === -1 || than === first.replica || about.event === -1) return null;
  const ahead = computingBefore(run.recording.spans[app.cores[than]], from);
  const behind = computingBefore(run.recording.spans[first.core], from);
  // Both must have set out after the same event.
  const since =
    about.event === 0 ? 0 : run.recording.rendezvous[about.app].handled[about.event - 1];
  if (ahead === null || behind === null || Math.min(ahead[0], behind[0]) < since) return null;
  return {
    replica: first.replica,
    than,
    event: about.event - 1,
    releasedLater: behind[0] - ahead[0],
    computedLonger: behind[1] - behind[0] - (ahead[1] - ahead[0]),
  };
}

function isComputing(link: CauseLink): boolean {
  return link.kind === 'work' && ACTIVITY[link.activity].style === 'user' && link.message === null;
}

/** The replica that traps at `time`; -1 = none. */
function trapperAt({ recording: { events } }: TracedRun, app: number, time: Cycles): number {
  let k = upperBound(events.time, time, events.length) - 1;
  for (; k >= 0 && events.time[k] === time; k--)
    if (EVENT_KINDS[events.kind[k]] === 'trap' && events.app[k] === app) return events.replica[k];
  return -1;
}

/** [start, end) of the user code that a core runs at `time`, or ran last before. */
function computingBefore(spans: SpanColumns, time: Cycles): readonly [Cycles, Cycles] | null {
  const isUser = (row: CoreId): boolean => ACTIVITIES[spans.activity[row]]?.style === 'user';
  let row = upperBound(spans.start, time, spans.length) - 1;
  while (row >= 0 && !isUser(row)) row -= 1;
  if (row < 0 || row + 1 >= spans.length) return null;
  const end = spans.start[row + 1];
  while (row > 0 && isUser(row - 1)) row -= 1;
  return [spans.start[row], end];
}
