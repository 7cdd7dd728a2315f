import { memo } from 'react';
import type { ReplicaId } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { AppView, MachineView, ReplicaView } from '../../run/machine-view.ts';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import type { StageLayout } from './layout.ts';
import { capitalised } from './numbers.ts';
import { handlerWords, slotWords } from './tile-words.ts';
import type { SlotWords } from './tile-words.ts';
import { handlerOf, hasResumed, occupantName, predicate, servingCore } from './words.ts';

interface Props {
  readonly plan: MachinePlan;
  readonly state: AppView;
  readonly view: MachineView;
  readonly layout: StageLayout;
  readonly phone: boolean;
}

/** The four stations of an externalization event: trap slots, compare, handle, resume. */
export function Pipeline({ plan, state, view, layout, phone }: Props) {
  const small = (layout.slots[0]?.height ?? 54) < 44;
  return (
    <div
      className={`pipeline${small ? ' small' : ''}`}
      style={phone ? {} : { gridTemplateRows: `18px ${layout.pipelineHeight}px auto` }}
    >
      <Step n={1} name="Trap slots" className="step-slots" />
      <Step n={2} name="Compare" className="step-compare" />
      <Step n={3} name="Handle" className="step-handle" />
      <div
        className="slots"
        style={phone ? {} : { gap: layout.slotGap, height: layout.pipelineHeight }}
      >
        {state.replicas.map((replica, i) => (
          <Slot
            key={replica.id}
            replica={replica.id}
            {...slotWords(view, state, replica)}
            height={phone ? null : (layout.slots[i]?.height ?? 54)}
            small={small}
          />
        ))}
      </div>
      <Compare count={state.replicas.length} arrived={state.arrived} stage={state.stage} />
      <Handlers plan={plan} state={state} view={view} />
      <div className="resume-line">
        <Step n={4} name="Resume" className="" />
        <div className={state.replicas.length > 4 ? 'resumes many' : 'resumes'}>
          {releaseOrder(state).map((replica) => (
            <ResumeChip
              key={replica.id}
              replica={replica}
              state={state}
              small={state.replicas.length > 4}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Replicas in the order in which Romain serves and releases them, once that is known. */
function releaseOrder(state: AppView): readonly ReplicaView[] {
  if (state.stage !== 'handling' && state.stage !== 'resuming') return state.replicas;
  const order = state.serve.flatMap((id) => state.replicas[id] ?? []);
  return order.length === state.replicas.length ? order : state.replicas;
}

function Step({
  n,
  name,
  className,
}: {
  readonly n: number;
  readonly name: string;
  readonly className: string;
}) {
  return (
    <span className={`step ${className}`}>
      <b>{n}</b> {name}
    </span>
  );
}

interface SlotProps extends SlotWords {
  readonly replica: ReplicaId;
  readonly height: number | null;
  readonly small: boolean;
}

const Slot = memo(function Slot({
  replica,
  state,
  title,
  detail,
  short,
  height,
  small,
}: SlotProps) {
  const lit = state === 'full' || state === 'done';
  const hue = replica % 7;
  return (
    <div
      className={`slot ${state}`}
      style={{
        ...(height === null ? {} : { height }),
        ...(lit ? { background: `var(--r${hue}-t)`, borderColor: `var(--r${hue})` } : {}),
        ['--lead' as string]: lit ? `var(--r${hue})` : 'var(--res-3)',
      }}
    >
      <ReplicaGlyph id={replica} size={small ? 16 : 26} away={!lit} />
      <span className="slot-words">
        <b>{title}</b>
        <span>{small ? short : detail}</span>
      </span>
    </div>
  );
});

interface CompareProps {
  readonly count: number;
  readonly arrived: number;
  readonly stage: AppView['stage'];
}

const Compare = memo(function Compare({ count, arrived, stage }: CompareProps) {
  const done = stage === 'handling' || stage === 'resuming';
  const state = stage === 'comparing' ? 'active' : done ? 'done' : 'idle';
  return (
    <div className={`compare ${count === 1 ? 'idle' : state}`}>
      <span className="equals" aria-hidden="true">
        {count === 1 ? '–' : '='}
      </span>
      <b>{compareWords({ count, arrived, stage })}</b>
    </div>
  );
});

function compareWords({ count, arrived, stage }: CompareProps): string {
  if (count === 1) return 'nothing to compare';
  if (stage === 'handling' || stage === 'resuming') return `${count} equal`;
  return stage === 'comparing' ? 'sums' : `${arrived} of ${count}`;
}

function Handlers({ plan, state, view }: Omit<Props, 'layout' | 'phone'>) {
  const words = handlerWords(state.trap, plan.era);
  const active = state.stage === 'handling' ? handlerOf(state.trap) : null;
  const core = active === null ? undefined : servingCore(view, state);
  const now =
    core === undefined
      ? null
      : plan.resilient[core.id]
        ? `${capitalised(predicate(core.activity))}${core.replica < 0 ? '' : ` for R${core.replica}`}`
        : `${occupantName(core, plan) ?? 'Romain'} ${predicate(core.activity)}`;
  return (
    <div className="handlers">
      <Handler
        name="Memory Manager"
        text={words.memory}
        now={active === 'memory' ? now : null}
        lit={active === 'memory'}
      />
      <Handler
        name="System Call Proxy"
        text={words.proxy}
        now={active === 'proxy' ? now : null}
        lit={active === 'proxy'}
      />
    </div>
  );
}

interface HandlerProps {
  readonly name: string;
  readonly text: string;
  readonly now: string | null;
  readonly lit: boolean;
}

const Handler = memo(function Handler({ name, text, now, lit }: HandlerProps) {
  return (
    <div className={lit ? 'handler active' : 'handler'}>
      <b>{name}</b>
      <span>{now ?? text}</span>
    </div>
  );
});

interface ChipProps {
  readonly replica: ReplicaView;
  readonly state: AppView;
  readonly small: boolean;
}

function ResumeChip({ replica, state, small }: ChipProps) {
  const back = hasResumed(state, replica);
  return (
    <span className={back ? 'resume-chip back' : 'resume-chip'}>
      <ReplicaGlyph id={replica.id} size={16} away={!back} />
      {!small && <span>{resumeWord(state, replica, back)}</span>}
    </span>
  );
}

function resumeWord(state: AppView, replica: ReplicaView, back: boolean): string {
  if (state.stage !== 'resuming') return '';
  if (back) return 'back';
  return replica.part === 'resume' ? 'resumes' : 'next';
}
