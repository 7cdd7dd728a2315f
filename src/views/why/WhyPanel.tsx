import { memo, useMemo } from 'react';
import { t } from '../../base/language.ts';
import type { AppId } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { PART_INFO } from '../../draw/chart/parts.ts';
import { groupDigits } from '../../draw/format.ts';
import type { MachineView } from '../../run/machine-view.ts';
import type { Recording } from '../../run/recording.ts';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { StateShape } from '../glyphs/StateShape.tsx';
import { cyclesText } from '../machine/numbers.ts';
import { useApp } from '../shell/app-context.ts';
import { Fold } from '../shell/Fold.tsx';
import { Account } from './Account.tsx';
import { EVENT_PARTS } from './parts.ts';
import type { ReplicaParts } from './parts.ts';
import { createEvidence } from './evidence.ts';
import { whyOf } from './why.ts';
import type { Why } from './why.ts';
import './why.css';

export interface WhyPanelProps {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly view: MachineView;
  readonly app?: AppId;
}

/** Region "Why": who waits for whom at the playhead, and the steps of the current event. */
export function WhyPanel({ plan, recording, view, app = 0 }: WhyPanelProps) {
  const evidence = useMemo(() => createEvidence(plan, recording, app), [plan, recording, app]);
  const why = whyOf(plan, recording, view, app, evidence);
  const program = plan.apps[app];
  return (
    <section className="why" aria-label={t('Why')}>
      <header className="why-head">
        <h2>{t('Why?')}</h2>
        {why !== null && <span>{eventText(why)}</span>}
      </header>
      {why === null || program === undefined ? (
        <p className="headline">{t('No event is recorded for this application.')}</p>
      ) : (
        <>
          <Account why={why} />
          {why.total !== null && <Causes app={app} event={why.event} />}
          {program.redundancy !== 'native' && (
            <EventParts replicas={why.replicas} signalling={program.signalling} />
          )}
        </>
      )}
    </section>
  );
}

/** The way to the causes of the current event. */
function Causes({ app, event }: { readonly app: AppId; readonly event: number }) {
  const { navigation } = useApp();
  return (
    <button
      type="button"
      className="to-causes"
      onClick={() => navigation.select({ kind: 'event', app, event })}
    >
      {t('Causes of event {event}', { event: groupDigits(event + 1) })}
    </button>
  );
}

function eventText({ event, trap, total }: Why): string {
  const number = groupDigits(event + 1);
  return total === null
    ? t('event {number}, {trap}: never completed, model output', { number, trap })
    : t('event {number}, {trap}: {cycles} in all, model output', {
        number,
        trap,
        cycles: cyclesText(total),
      });
}

interface PartsProps {
  readonly replicas: readonly ReplicaParts[];
  readonly signalling: MachinePlan['apps'][number]['signalling'];
}

const BAR_WIDTH = 330;

function EventParts({ replicas, signalling }: PartsProps) {
  return (
    <Fold
      id="event-parts"
      name={t('Parts of this event, replica by replica')}
      className="event-parts"
    >
      {() => (
        <>
          <svg width={0} height={0} className="defs" aria-hidden="true">
            <StatePatterns prefix="why" />
          </svg>
          <PartRows replicas={replicas} signalling={signalling} />
        </>
      )}
    </Fold>
  );
}

const PartRows = memo(
  function PartRows({ replicas, signalling }: PartsProps) {
    const longest = Math.max(1, ...replicas.map((replica) => replica.total));
    return (
      <>
        {replicas.map((replica) => (
          <div key={replica.id} className="part-row">
            <ReplicaGlyph id={replica.id} size={14} />
            <svg width={BAR_WIDTH} height={12} viewBox={`0 0 ${BAR_WIDTH} 12`} aria-hidden="true">
              {offsets(replica).map(({ part, from, to }) => (
                <StateShape
                  key={part}
                  state={PART_INFO[part].style}
                  x={(from / longest) * BAR_WIDTH}
                  y={0}
                  width={((to - from) / longest) * BAR_WIDTH}
                  height={12}
                  method={signalling}
                  patterns="why"
                />
              ))}
            </svg>
          </div>
        ))}
        {/* What scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className="part-scroll" tabIndex={0} aria-label={t('Parts of this event, table')}>
          <PartsTable replicas={replicas} />
        </section>
      </>
    );
  },
  // The parts belong to the event, not to the instant: a new event brings other numbers.
  (a, b) => a.signalling === b.signalling && sameParts(a.replicas, b.replicas),
);

function PartsTable({ replicas }: { readonly replicas: readonly ReplicaParts[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('cycles')}</th>
          {EVENT_PARTS.map((part) => (
            <th key={part} scope="col">
              {t(PART_INFO[part].label)}
            </th>
          ))}
          <th scope="col">{t('sum')}</th>
        </tr>
      </thead>
      <tbody>
        {replicas.map((replica) => (
          <tr key={replica.id}>
            <th scope="row">R{replica.id}</th>
            {replica.cycles?.map((cycles, i) => (
              <td key={EVENT_PARTS[i]}>{groupDigits(cycles)}</td>
            ))}
            {replica.cycles === null ? (
              <td>{t('not reached')}</td>
            ) : (
              <td>{groupDigits(replica.total)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function offsets(replica: ReplicaParts) {
  let from = 0;
  return (replica.cycles ?? []).flatMap((cycles, i) => {
    const part = EVENT_PARTS[i];
    if (part === undefined || cycles <= 0) return [];
    from += cycles;
    return [{ part, from: from - cycles, to: from }];
  });
}

function sameParts(a: readonly ReplicaParts[], b: readonly ReplicaParts[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (one, i) =>
        one.total === b[i]?.total &&
        one.cycles?.every((value, k) => value === b[i]?.cycles?.[k]) !== false,
    )
  );
}
