import { memo } from 'react';

import { t } from '../../base/language.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, MachineView, ReplicaView } from '../../run/machine-view.ts';
import type { HeldRun } from '../../store/held.ts';
import { endOf } from '../../store/held.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { ActivityStrip } from '../machine/ActivityStrip.tsx';
import { captionOf, hasStalled } from '../machine/caption.ts';
import { CoreGroup } from '../machine/CoreTile.tsx';
import { alarmWords, romainWords, slotWords, tileWords } from '../machine/tile-words.ts';
import { turnWords } from '../machine/turn-words.ts';
import { coreDescription, usesResCore } from '../machine/words.ts';
import { SideMark } from './CompareHead.tsx';

/** CSS px. */
const STRIP_WIDTH = 132;

interface Props {
  readonly side: 'A' | 'B';
  readonly name: string;
  readonly run: HeldRun;
  readonly view: MachineView;
  readonly app: number;
}

/** The cores of one app at an instant, a line each: two machines fit beside each other. */
export const CompactMachine = memo(function CompactMachine({ side, name, run, view, app }: Props) {
  const { plan, recording } = run;
  const shown = plan.apps[app];
  const state = view.apps[app];
  if (shown === undefined || state === undefined) return null;
  const patterns = `cmp-${side.toLowerCase()}`;
  const parts = { run, view, plan, app: shown, state, patterns };
  return (
    <section className="cmp-machine" aria-label={t('Machine {side}, {name}', { side, name })}>
      <svg width={0} height={0} className="cmp-defs" aria-hidden="true">
        <StatePatterns prefix={patterns} />
      </svg>
      <p className="cmp-caption">
        <SideMark side={side} /> {captionOf(view, plan, app, recording.incidents)}
      </p>
      {usesResCore(shown) && <ResRow {...parts} />}
      {state.replicas.map((replica) => (
        <ReplicaRow key={replica.id} {...parts} replica={replica} />
      ))}
    </section>
  );
});

interface Parts {
  readonly run: HeldRun;
  readonly view: MachineView;
  readonly plan: MachinePlan;
  readonly app: AppPlan;
  readonly state: AppView;
  readonly patterns: string;
}

/** The Res core: what Romain does, and who is in its trap slots. */
function ResRow({ run, view, plan, app, state, patterns }: Parts) {
  const core = view.cores[app.resCore];
  if (core === undefined) return null;
  const alarm = alarmWords(state, hasStalled(view, state.id, run.recording.incidents));
  return (
    <CoreGroup
      id={core.id}
      resilient
      description={coreDescription(core, plan, 'Romain')}
      className="cmp-row cmp-res onres"
    >
      <svg width={0} height={0} className="cmp-defs" aria-hidden="true">
        <StatePatterns prefix={`${patterns}-res`} />
      </svg>
      <b className="num">C{core.id}</b>
      <CoreMark resilient size={15} />
      <span className={alarm === null ? 'cmp-words' : 'cmp-words cmp-alarm'}>
        {t('Romain: {doing}', { doing: alarm ?? romainWords(core, state, plan) })}
      </span>
      <span className="cmp-slots">
        {state.replicas.map((replica) => (
          <Slot key={replica.id} view={view} state={state} replica={replica} />
        ))}
      </span>
      <Strip run={run} core={core.id} view={view} app={app} patterns={`${patterns}-res`} />
    </CoreGroup>
  );
}

interface SlotProps {
  readonly view: MachineView;
  readonly state: AppView;
  readonly replica: ReplicaView;
}

function Slot({ view, state, replica }: SlotProps) {
  const words = slotWords(view, state, replica);
  const filled = words.state === 'full' || words.state === 'wrong';
  return (
    <span
      title={t('Trap slot of R{replica}: {title} {detail}', {
        replica: replica.id,
        title: words.title,
        detail: words.detail,
      })}
    >
      <ReplicaGlyph id={replica.id} size={16} away={!filled} />
    </span>
  );
}

/** The home core of a replica, or of a program without replicas. */
function ReplicaRow({ replica, ...parts }: Parts & { readonly replica: ReplicaView }) {
  const { run, view, plan, app, patterns } = parts;
  const core = view.cores[replica.home];
  if (core === undefined) return null;
  const words = turnWords(tileWords(core, replica, plan, view.time), core, app, plan);
  const native = app.redundancy === 'native';
  return (
    <CoreGroup
      id={core.id}
      resilient={core.resilient}
      description={coreDescription(core, plan, native ? app.name : `R${replica.id}`)}
      className="cmp-row"
    >
      <b className="num">C{core.id}</b>
      {native ? (
        <CoreMark resilient={core.resilient} size={14} />
      ) : (
        <ReplicaGlyph id={replica.id} size={18} away={words.away} corrupt={words.corrupt} />
      )}
      <span className="cmp-words">
        {words.title}{' '}
        <span className={words.wrong === null ? 'quiet num' : 'cmp-alarm'}>
          {words.wrong?.short ?? words.short}
        </span>
      </span>
      <span className={words.signalling ? 'cmp-mode cmp-signal' : 'cmp-mode'}>{words.mode}</span>
      <Strip run={run} core={core.id} view={view} app={app} patterns={patterns} />
    </CoreGroup>
  );
}

interface StripProps {
  readonly run: HeldRun;
  readonly core: number;
  readonly view: MachineView;
  readonly app: AppPlan;
  readonly patterns: string;
}

function Strip({ run, core, view, app, patterns }: StripProps) {
  const spans = run.recording.spans[core];
  if (spans === undefined) return null;
  return (
    <ActivityStrip
      spans={spans}
      time={view.time}
      end={endOf(run)}
      width={STRIP_WIDTH}
      method={app.signalling}
      patterns={patterns}
    />
  );
}
