import { memo } from 'react';

import { t } from '../../base/language.ts';
import type { Lane, LaneLayout } from '../../draw/timeline/lanes.ts';
import type { CoreId } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { useModel } from './use-model.ts';

interface Props {
  readonly plan: MachinePlan;
  readonly layout: LaneLayout;
  readonly model: TimelineModel;
}

/** Names of the lanes, beside the canvas that draws them. */
export const LaneHeaders = memo(function LaneHeaders({ plan, layout, model }: Props) {
  return (
    <div className="tl-headers" style={{ height: layout.height }}>
      {layout.lanes
        .filter((lane) => lane.kind !== 'idle')
        .map((lane) => (
          <div
            key={lane.core}
            data-lane={lane.core}
            className={`tl-header tl-${lane.kind}`}
            style={place(lane)}
          >
            <BreakpointDot model={model} core={lane.core} />
            <span className="tl-core num">C{lane.core}</span>
            {lane.kind === 'res' ? <ResMark /> : <Residents plan={plan} lane={lane} />}
          </div>
        ))}
      {layout.idleLabels.map((label) => (
        <div
          key={label.text}
          className="tl-header tl-idle num"
          style={{
            top: (label.top + label.bottom) / 2 - 8,
            height: 16,
          }}
        >
          {label.text}
        </div>
      ))}
    </div>
  );
});

/** Keys reach breakpoints in their list: here each would be one more stop of the Tab key. */
function BreakpointDot({ model, core }: { readonly model: TimelineModel; readonly core: CoreId }) {
  const breakpoints = useModel(model, (state) => state.breakpoints);
  const set = breakpoints.find(
    ({ condition }) => condition.kind === 'core' && condition.core === core,
  );
  const state = set === undefined ? 'none' : set.enabled ? 'on' : 'off';
  const title =
    set === undefined
      ? t('Stop when something happens on C{core}', { core })
      : t('Do not stop on C{core} any more', { core });
  return (
    <button
      type="button"
      className="tl-dot"
      data-state={state}
      tabIndex={-1}
      aria-label={t('Breakpoint on C{core}', { core })}
      aria-pressed={set !== undefined}
      title={title}
      onClick={() => model.toggleBreakpoint(core)}
    />
  );
}

function place(lane: Lane): { top: number; height: number } {
  const margin = lane.kind === 'res' ? 5 : 0;
  return { top: lane.top - margin, height: lane.height + 2 * margin };
}

function ResMark() {
  return (
    <>
      <CoreMark resilient size={15} />
      <span>{t('Res')}</span>
    </>
  );
}

/** The replica that lives on the core, or the names of several. */
function Residents({ plan, lane }: { readonly plan: MachinePlan; readonly lane: Lane }) {
  const [first, ...others] = lane.residents;
  if (first === undefined) return <CoreMark resilient={false} size={14} />;
  const app = plan.apps[first.app]?.name ?? '';
  const name = first.replica < 0 ? app : `R${first.replica}`;
  const all = lane.residents.map((one) => residentName(plan, one.app, one.replica)).join(', ');
  return (
    <>
      {first.replica >= 0 && <ReplicaGlyph id={first.replica} size={14} />}
      <span className="tl-name" title={all}>
        {name}
        {others.length > 0 ? ` +${others.length}` : ''}
      </span>
    </>
  );
}

function residentName(plan: MachinePlan, app: number, replica: number): string {
  const name = plan.apps[app]?.name ?? '';
  return replica < 0 ? name : `${name} R${replica}`;
}
