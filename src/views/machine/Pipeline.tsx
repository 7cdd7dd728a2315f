import { memo } from 'react';
import { t } from '../../base/language.ts';
import type { AppId, ReplicaId } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { AppView, MachineView, ReplicaView } from '../../run/machine-view.ts';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { agreementOf, tallyOf } from './agreement.ts';
import type { Standing } from './agreement.ts';
import { latePart } from '../shell/use-late-code.ts';
import { InjectButton } from './InjectButton.tsx';
import type { StageLayout } from './layout.ts';
import { capitalised } from './numbers.ts';
import { handlerWords, slotWords } from './tile-words.ts';
import type { SlotWords } from './tile-words.ts';
import { isCorrupt } from './wrong-words.ts';
import { handlerOf, hasResumed, occupantName, predicate, servingCore } from './words.ts';

// Romain raises no alarm before a fault, and no first visit begins with one.
const Alarm = latePart(async () => (await import('./Alarm.tsx')).Alarm);

interface Props {
  readonly plan: MachinePlan;
  readonly state: AppView;
  readonly view: MachineView;
  readonly layout: StageLayout;
  readonly phone: boolean;
  /** How the reliable computing base has failed, if it has. */
  readonly failure: string | null;
}

/** The four stations of an externalization event: trap slots, compare, handle, resume. */
export function Pipeline({ plan, state, view, layout, phone, failure }: Props) {
  const small = (layout.slots[0]?.height ?? 54) < 44;
  const standings = agreementOf(plan, state);
  const gap = phone ? {} : { gap: layout.slotGap, height: layout.pipelineHeight };
  const heights = layout.slots.map((slot) => (phone ? null : slot.height));
  return (
    <div
      className={`pipeline${small ? ' small' : ''}`}
      style={phone ? {} : { gridTemplateRows: `18px ${layout.pipelineHeight}px auto` }}
    >
      <Step n={1} name={t('Trap slots')} className="step-slots" />
      <Step n={2} name={t('Compare', {}, 'step')} className="step-compare" />
      <Step n={3} name={t('Handle')} className="step-handle" />
      <div className="slots" style={gap}>
        {state.replicas.map((replica, i) => (
          <Slot
            key={replica.id}
            app={state.id}
            replica={replica.id}
            {...slotWords(view, state, replica, standings?.[i])}
            corrupt={isCorrupt(replica)}
            height={heights[i] ?? null}
            small={small}
          />
        ))}
      </div>
      {standings === null ? (
        <Compare count={state.replicas.length} arrived={state.arrived} stage={state.stage} />
      ) : (
        <Mismatch
          standings={standings}
          tally={tallyOf(plan, state.replicas)}
          heights={heights}
          gap={layout.slotGap}
          roomy={phone || roomBelowSigns(layout) >= TALLY_ROOM}
        />
      )}
      <Handlers plan={plan} state={state} view={view} failure={failure} />
      <div className="resume-line">
        <Step n={4} name={t('Resume')} className="" />
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
  readonly app: AppId;
  readonly replica: ReplicaId;
  readonly corrupt: boolean;
  readonly height: number | null;
  readonly small: boolean;
}

const Slot = memo(function Slot(props: SlotProps) {
  const { app, replica, state, title, detail, short, height, small, corrupt } = props;
  const lit = state === 'full' || state === 'done' || state === 'wrong';
  // Where there is room for one of both, the frame says the other.
  const alone = small && short !== '' && (state === 'due' || state === 'done');
  const hue = replica % 7;
  const edge = state === 'wrong' ? 'var(--fault)' : `var(--r${hue})`;
  return (
    <div
      className={`slot ${state}`}
      style={{
        ...(height === null ? {} : { height }),
        ...(lit ? { background: `var(--r${hue}-t)`, borderColor: edge } : {}),
        ['--lead' as string]: lit ? edge : 'var(--res-3)',
      }}
    >
      <InjectButton
        id={`slot${replica}`}
        victim={t('the trap slot of R{replica}', { replica })}
        target={{ app, replica, target: 'slot' }}
        className="stretched"
      >
        <ReplicaGlyph id={replica} size={small ? 16 : 26} away={!lit} corrupt={corrupt} />
      </InjectButton>
      <span className="slot-words">
        {!alone && <b>{title}</b>}
        <span>{small ? short : detail}</span>
      </span>
    </div>
  );
});

/** CSS px that the tally needs below the last sign, and the height of a sign. */
const TALLY_ROOM = 16;
const SIGN = 22;

function roomBelowSigns({ slots, pipelineY }: StageLayout): number {
  const [first] = slots;
  return first === undefined ? 0 : first.y - pipelineY + (first.height - SIGN) / 2;
}

interface MismatchProps {
  readonly standings: readonly Standing[];
  readonly tally: string;
  readonly heights: readonly (number | null)[];
  readonly gap: number;
  /** Is there room for the tally? */
  readonly roomy: boolean;
}

/** The comparison after states differed: a sign beside each slot, and the vote. */
function Mismatch({ standings, tally, heights, gap, roomy }: MismatchProps) {
  return (
    <div className="compare mismatch" style={{ gap }}>
      {standings.map((standing, i) => (
        <span
          // The order of the slots never changes.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          className={standing === 'agrees' ? 'sign' : 'sign wrong'}
          style={heights[i] === null ? {} : { height: heights[i] }}
          aria-hidden="true"
        >
          {standing === 'agrees' ? '=' : '≠'}
        </span>
      ))}
      <b className={roomy ? 'tally' : 'visually-hidden'}>{tally}</b>
    </div>
  );
}

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
  if (count === 1) return t('nothing to compare');
  if (stage === 'handling' || stage === 'resuming') return t('{count} equal', { count });
  return stage === 'comparing' ? t('sums') : t('{arrived} of {count}', { arrived, count });
}

function Handlers({ plan, state, view, failure }: Omit<Props, 'layout' | 'phone'>) {
  const driver = plan.apps[state.id]?.device?.access === 'proxied';
  const words = handlerWords(state.trap, plan.era, driver ? state.trapName : null);
  const alarmed = state.stage === 'recovering' || state.stage === 'stopped';
  const active = state.stage === 'handling' ? handlerOf(state.trap) : null;
  const now = active === null ? null : servedNow(plan, view, state);
  return (
    <div className={alarmed ? 'handlers alarmed' : 'handlers'}>
      <Alarm plan={plan} state={state} failure={failure} urgent={alarmed} />
      <Handler
        name={t('Memory Manager')}
        text={alarmed ? null : words.memory}
        now={active === 'memory' ? now : null}
        lit={active === 'memory'}
      />
      <Handler
        name={t('System Call Proxy')}
        text={alarmed ? null : words.proxy}
        now={active === 'proxy' ? now : null}
        lit={active === 'proxy'}
      />
    </div>
  );
}

function servedNow(plan: MachinePlan, view: MachineView, state: AppView): string | null {
  const core = servingCore(view, state);
  if (core === undefined) return null;
  if (!plan.resilient[core.id])
    return `${occupantName(core, plan) ?? 'Romain'} ${predicate(core.activity)}`;
  const does = capitalised(predicate(core.activity));
  return core.replica < 0 ? does : t('{does} for R{replica}', { does, replica: core.replica });
}

interface HandlerProps {
  readonly name: string;
  /** `null` where something else needs the room. */
  readonly text: string | null;
  readonly now: string | null;
  readonly lit: boolean;
}

const Handler = memo(function Handler({ name, text, now, lit }: HandlerProps) {
  return (
    <div className={lit ? 'handler active' : 'handler'}>
      <b>{name}</b>
      {(now ?? text) !== null && <span>{now ?? text}</span>}
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
      <ReplicaGlyph id={replica.id} size={16} away={!back} corrupt={isCorrupt(replica)} />
      {!small && <span>{resumeWord(state, replica, back)}</span>}
    </span>
  );
}

function resumeWord(state: AppView, replica: ReplicaView, back: boolean): string {
  if (state.stage !== 'resuming') return '';
  if (back) return t('back');
  return replica.part === 'resume' ? t('resumes') : t('next');
}
