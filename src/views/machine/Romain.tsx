import { memo } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../base/language.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView } from '../../run/machine-view.ts';
import type { Recording } from '../../run/recording.ts';
import type { AppId } from '../../base/units.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { BreakToggle } from '../transport/BreakToggle.tsx';
import { ActivityStrip } from './ActivityStrip.tsx';
import { hasStalled } from './caption.ts';
import { CoreGroup } from './CoreTile.tsx';
import { Pipeline } from './Pipeline.tsx';
import type { StageLayout } from './layout.ts';
import { InjectButton } from './InjectButton.tsx';
import { rcbFailure } from '../../analysis/causes/stopped.ts';
import { alarmWords, romainWords } from './tile-words.ts';
import { coreDescription } from './words.ts';

interface Props {
  readonly plan: MachinePlan;
  readonly app: AppPlan;
  readonly state: AppView;
  readonly view: MachineView;
  readonly recording: Recording;
  readonly layout: StageLayout;
  readonly width: number;
  readonly phone: boolean;
  readonly children?: ReactNode;
}

/** The resilient core: a double hull that holds Romain as a pipeline. */
export const ResCore = memo(function ResCore(props: Props) {
  const { plan, app, state, view, recording, layout, width, phone, children } = props;
  const core = view.cores[app.resCore];
  if (core === undefined) return null;
  const spans = recording.spans[core.id];
  return (
    <CoreGroup
      id={core.id}
      resilient
      description={coreDescription(core, plan, 'Romain')}
      className="hull onres"
      style={phone ? {} : { width, height: layout.height }}
    >
      <div className="hull-gap">
        <div className="hull-line">
          <div className="hull-body">
            <HullHead
              core={core}
              app={state.id}
              alarm={alarmWords(state, hasStalled(view, state.id, recording.incidents))}
              words={romainWords(core, state, plan)}
            />
            {children}
            <PipelineOf {...props} />
            {spans !== undefined && (
              <div className="hull-strip">
                <svg width={0} height={0} aria-hidden="true">
                  <StatePatterns prefix="hull" />
                </svg>
                <ActivityStrip
                  spans={spans}
                  time={view.time}
                  end={recording.summary.totalCycles}
                  width={Math.max(40, width - 44)}
                  method={app.signalling}
                  patterns="hull"
                />
              </div>
            )}
          </div>
        </div>
      </div>
    </CoreGroup>
  );
});

interface HeadProps {
  readonly core: CoreView;
  readonly app: AppId;
  readonly alarm: string | null;
  readonly words: string;
}

function HullHead({ core, app, alarm, words }: HeadProps) {
  return (
    <div className="hull-head">
      <HullHandles core={core.id} app={app} />
      <span className={alarm === null ? 'state' : 'state alarm'}>{alarm ?? words}</span>
    </div>
  );
}

interface HandlesProps {
  readonly core: number;
  readonly app: AppId;
}

/** What is said of the core whatever it does. */
const HullHandles = memo(function HullHandles({ core, app }: HandlesProps) {
  return (
    <>
      <BreakToggle condition={{ kind: 'core', core }} name={`C${core}`} className="at-edge" />
      <InjectButton id={`c${core}`} victim={`C${core}`} target={{ core }} className="core-id">
        <b className="mono id">C{core}</b>
      </InjectButton>
      <CoreMark resilient size={17} />
      <span className="res-word">{t('Res')}</span>
      <InjectButton
        id="romain"
        victim="Romain"
        target={{ app, target: 'romain' }}
        className="core-id romain-id"
      >
        <b className="romain">Romain</b>
      </InjectButton>
    </>
  );
});

function PipelineOf(props: Omit<Props, 'app' | 'width' | 'children'>) {
  const { plan, state, view, layout, phone, recording } = props;
  const failure = state.stop === 'rcb' ? rcbFailure(recording.incidents) : null;
  return <Pipeline {...{ plan, state, view, layout, phone, failure }} />;
}

interface UnsplitProps extends Omit<Props, 'children' | 'app'> {
  readonly title: string;
  readonly note: string;
}

/** Romain where it is not split off: its code runs on the replicas' own, non-resilient cores. */
export const UnsplitRomain = memo(function UnsplitRomain(props: UnsplitProps) {
  const { state, view, layout, width, phone, title, note, recording } = props;
  const alarm = alarmWords(state, hasStalled(view, state.id, recording.incidents), true);
  return (
    <div className="unsplit" style={phone ? {} : { width, height: layout.height }}>
      <div className="hull-head">
        <CoreMark resilient={false} size={15} />
        <b className="romain">{title}</b>
        <span className={alarm === null ? 'state quiet' : 'state alarm'}>{alarm ?? note}</span>
      </div>
      <PipelineOf {...props} />
    </div>
  );
});
