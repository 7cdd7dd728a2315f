import { useMemo } from 'react';

import { t } from '../../base/language.ts';
import { indexFaults } from '../../draw/timeline/fault-index.ts';
import { layoutLanes } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { indexLanes } from '../../draw/timeline/lod.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { HeldRun } from '../../store/held.ts';
import { createTimelineModel } from '../../store/timeline-model.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { useApp } from '../shell/app-context.ts';
import { CanvasHost } from '../timeline/CanvasHost.tsx';
import { LaneHeaders } from '../timeline/LaneHeaders.tsx';
import { TimelinePicture } from '../timeline/timeline-picture.ts';
import { fitted } from './fitted.ts';
import { useUnit } from './show.ts';
import '../timeline/timeline.css';

/** How much larger than in the Lab: the 11 px of its labels become 20. */
const LARGER = 1.85;
/** Px of the picture that lanes may take: they are as low as they can be and still show what each span is. */
const ROOM = 146;
/** Px of a board of 1024 × 768 that the strip may take: beside the machine, and in its place. */
const BELOW_MACHINE = 352;
const ALONE = 520;

interface Props {
  readonly run: HeldRun;
  readonly app: number;
  readonly lit: boolean;
  /** Does it have the room of the machine, too? */
  readonly alone: boolean;
}

/** Are the lanes of all cores that do something too high to stand below the machine? */
export function isTall({ plan, recording }: HeldRun): boolean {
  const { height } = layoutLanes(plan, recording.spans, { room: ROOM, bare: true });
  return height * LARGER > BELOW_MACHINE;
}

/** Cores that have nothing to do with `app`. */
function coresOfOthers({ apps, coreCount }: MachinePlan, app: number): ReadonlySet<number> {
  const own = new Set([...(apps[app]?.cores ?? []), apps[app]?.resCore]);
  return new Set(Array.from({ length: coreCount }, (_, core) => core).filter((c) => !own.has(c)));
}

/** The timeline for the last row: the cores that do something, larger, in the projector's colours. */
export function Strip({ run, app, lit, alone }: Props) {
  const store = useApp();
  const unit = useUnit();
  const { plan, recording } = run;
  const model = useMemo(() => projected(createTimelineModel(store)), [store]);
  const source = useMemo(
    (): TimelineSource => ({
      plan,
      recording,
      index: indexLanes(recording.spans, recording.summary.totalCycles),
      lanes: layoutLanes(plan, recording.spans, {
        room: ROOM,
        bare: true,
        // Below the machine, which shows one program, lanes of others go first.
        ...(!alone && isTall(run) && { folded: coresOfOthers(plan, app) }),
      }),
      faults: indexFaults(plan, recording),
      bracketApp: app,
    }),
    [run, plan, recording, app, alone],
  );
  const picture = useMemo(
    () => new TimelinePicture(source, model, { onHover: () => undefined }),
    [source, model],
  );
  const { lanes } = source;
  const scale = fitted(LARGER, alone ? ALONE : BELOW_MACHINE, lanes.height) * unit;
  return (
    <section
      className="pr-strip"
      aria-label={t('Timeline')}
      data-lit={lit ? '' : undefined}
      data-alone={alone ? '' : undefined}
    >
      <div className="pr-lane-names" style={{ height: lanes.height * scale }} inert>
        <div className="pr-scaled" style={{ transform: `scale(${scale})` }}>
          <LaneHeaders plan={plan} layout={lanes} model={model} />
        </div>
      </div>
      <div className="pr-lanes">
        <CanvasHost
          picture={picture}
          height={lanes.height * scale}
          className="tl-canvas"
          unit={scale}
        />
      </div>
    </section>
  );
}

/** `model`, whatever the theme of the page. */
function projected(model: TimelineModel): TimelineModel {
  return { ...model, getState: () => ({ ...model.getState(), theme: 'projector' }) };
}
