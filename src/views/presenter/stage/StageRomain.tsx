import type { ReactNode } from 'react';

import { t } from '../../../base/language.ts';
import type { MachinePlan } from '../../../kernel/plan.ts';
import type { AppView } from '../../../run/machine-view.ts';
import { CoreMark } from '../../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../../glyphs/ReplicaGlyph.tsx';
import { agreementOf, tallyOf } from '../../machine/agreement.ts';
import { hasStalled } from '../../machine/caption.ts';
import { CoreGroup } from '../../machine/CoreTile.tsx';
import { alarmWords, romainWords, slotWords } from '../../machine/tile-words.ts';
import { coreDescription, handlerOf, hasResumed } from '../../machine/words.ts';
import { isCorrupt } from '../../machine/wrong-words.ts';
import { useUnit } from '../show.ts';
import type { StageScene } from './PresenterStage.tsx';

interface Props extends StageScene {
  /** Is Romain split off, to a Res core? */
  readonly split: boolean;
  /** Is there little height? */
  readonly shallow: boolean;
}

/** Romain as four steps, on its resilient core or on those of the replicas. */
export function StageRomain({ split, shallow, ...scene }: Props) {
  const { run, view, app } = scene;
  const unit = useUnit();
  const { plan, recording } = run;
  const program = plan.apps[app];
  const state = view.apps[app];
  const core = program && view.cores[program.resCore];
  if (program === undefined || state === undefined || core === undefined) return null;
  const alarm = alarmWords(state, hasStalled(view, app, recording.incidents));
  if (program.redundancy === 'native') return <NoRomain />;
  const steps = <Steps {...scene} shallow={shallow} state={state} plan={plan} />;
  if (!split) {
    return (
      <div className="pr-romain pr-unsplit">
        <header>
          <CoreMark resilient={false} size={26 * unit} />
          <b>{t('Romain')}</b>
          <span className={alarm === null ? '' : 'pr-wrong'}>
            {alarm ?? t('on the replicas’ cores')}
          </span>
        </header>
        {steps}
      </div>
    );
  }
  return (
    <CoreGroup
      id={core.id}
      resilient
      description={coreDescription(core, plan, 'Romain')}
      className="pr-romain"
    >
      <div className="pr-hull" data-lit={scene.lit.has(`core:${core.id}`) ? '' : undefined}>
        <div>
          <div>
            <div>
              <header>
                <b className="num">C{core.id}</b>
                <CoreMark resilient size={28 * unit} />
                <b>{t('Romain')}</b>
                <span className={alarm === null ? '' : 'pr-wrong'}>
                  {alarm ?? romainWords(core, state, plan)}
                </span>
              </header>
              {steps}
            </div>
          </div>
        </div>
      </div>
    </CoreGroup>
  );
}

/** A program that is not replicated. */
function NoRomain() {
  return (
    <div className="pr-romain pr-unsplit">
      <header>
        <b>{t('No Romain')}</b>
      </header>
      <p>{t('Its own core serves each trap. This run is the yardstick of every overhead.')}</p>
    </div>
  );
}

interface StepsProps extends StageScene {
  readonly shallow: boolean;
  readonly state: AppView;
  readonly plan: MachinePlan;
}

/** CSS px of a sign on a board of 1024 × 768: seven must fit beside the name of the step. */
function signSize(replicas: number, shallow: boolean): number {
  if (replicas > 4 || shallow) return 22;
  return replicas === 4 ? 28 : 32;
}

/** Trap slots, compare, handle, resume; the one under way is framed. */
function Steps({ view, lit, shallow, state, plan }: StepsProps) {
  const at = stepUnderWay(state);
  const size = useUnit() * signSize(state.replicas.length, shallow);
  const standings = agreementOf(plan, state);
  return (
    <ol className="pr-steps">
      <Step number={1} name={t('Trap slots')} under={at === 1} lit={lit.has('stage:slots')}>
        <span className="pr-signs">
          {state.replicas.map((replica, i) => {
            const words = slotWords(view, state, replica, standings?.[i]);
            const empty = words.state === 'idle' || words.state === 'due';
            return (
              <span key={replica.id} data-lit={lit.has(`slot:${replica.id}`) ? '' : undefined}>
                <ReplicaGlyph
                  id={replica.id}
                  size={size}
                  away={empty}
                  corrupt={!empty && isCorrupt(replica)}
                />
                <span className="visually-hidden">
                  {words.title} {words.detail}
                </span>
              </span>
            );
          })}
        </span>
      </Step>
      <Step number={2} name={t('Compare')} under={at === 2} lit={lit.has('stage:compare')}>
        <CompareWords state={state} plan={plan} />
      </Step>
      <Step number={3} name={t('Handle')} under={at === 3} lit={lit.has('stage:handle')}>
        {handleWords(state)}
      </Step>
      <Step number={4} name={t('Resume')} under={at === 4} lit={lit.has('stage:resume')}>
        <span className="pr-signs">
          {state.replicas.map((replica) => (
            <span key={replica.id}>
              <ReplicaGlyph id={replica.id} size={size} away={!hasResumed(state, replica)} />
              <span className="visually-hidden">
                {hasResumed(state, replica) ? t('back') : t('not back yet')}
              </span>
            </span>
          ))}
        </span>
      </Step>
    </ol>
  );
}

interface StepProps {
  readonly number: number;
  readonly name: string;
  /** Is it what Romain is at? */
  readonly under: boolean;
  readonly lit: boolean;
  readonly children: ReactNode;
}

function Step({ number, name, under, lit, children }: StepProps) {
  return (
    <li data-under={under ? '' : undefined} data-lit={lit ? '' : undefined}>
      <b className="num" aria-hidden="true">
        {number}
      </b>
      <span className="pr-step-name">{name}</span>
      <span className="pr-step-words">{children}</span>
    </li>
  );
}

/** Which step is under way, from 1; 0 = the replicas compute. */
function stepUnderWay({ stage }: AppView): number {
  switch (stage) {
    case 'arriving':
      return 1;
    case 'comparing':
    case 'recovering':
    case 'stopped':
      return 2;
    case 'handling':
      return 3;
    case 'resuming':
      return 4;
    default:
      return 0;
  }
}

/** A program ends within its last event: the states of that were equal, and its slots are full still. */
const COMPARED: ReadonlySet<AppView['stage']> = new Set(['handling', 'resuming', 'ended']);

function CompareWords({ state, plan }: { readonly state: AppView; readonly plan: MachinePlan }) {
  const { stage, arrived, replicas } = state;
  const count = replicas.length;
  if (count === 1) return t('nothing to compare');
  if (agreementOf(plan, state) !== null) {
    return (
      <b className="pr-wrong">
        ≠ {tallyOf(plan, replicas)}
        {stage === 'recovering' && ` · ${Math.round(100 * state.copied)} %`}
      </b>
    );
  }
  if (COMPARED.has(stage)) return t('{count} equal', { count });
  if (stage === 'comparing') return t('sums');
  return t('{arrived} of {count} there', { arrived: stage === 'arriving' ? arrived : 0, count });
}

/** Who handles the trap; whom it is done for now stands above. */
function handleWords({ stage, trap }: AppView): string {
  if (stage !== 'handling') return '';
  return handlerOf(trap) === 'memory' ? t('Memory Manager') : t('System Call Proxy');
}
