import { useMemo } from 'react';

import { t } from '../../base/language.ts';
import { indexFaults } from '../../draw/timeline/fault-index.ts';
import { layoutLanes } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { indexLanes } from '../../draw/timeline/lod.ts';
import type { HeldRun } from '../../store/held.ts';
import { createTimelineModel } from '../../store/timeline-model.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { useApp } from '../shell/app-context.ts';
import { CanvasHost } from '../timeline/CanvasHost.tsx';
import { LaneHeaders } from '../timeline/LaneHeaders.tsx';
import { TimelinePicture } from '../timeline/timeline-picture.ts';
import { useUnit } from './show.ts';
import '../timeline/timeline.css';

/** How much larger than in the Lab: the 11 px of its labels become 20. */
const LARGER = 1.85;
/** Px of the picture that lanes may take: they are as low as they can be and still show what each span is. */
const ROOM = 146;

interface Props {
  readonly run: HeldRun;
  readonly app: number;
  readonly lit: boolean;
}

/** The timeline for the last row: the cores that do something, larger, in the projector's colours. */
export function Strip({ run, app, lit }: Props) {
  const store = useApp();
  const scale = LARGER * useUnit();
  const { plan, recording } = run;
  const model = useMemo(() => projected(createTimelineModel(store)), [store]);
  const source = useMemo(
    (): TimelineSource => ({
      plan,
      recording,
      index: indexLanes(recording.spans, recording.summary.totalCycles),
      lanes: layoutLanes(plan, recording.spans, { room: ROOM, bare: true }),
      faults: indexFaults(plan, recording),
      bracketApp: app,
    }),
    [plan, recording, app],
  );
  const picture = useMemo(
    () => new TimelinePicture(source, model, { onHover: () => undefined }),
    [source, model],
  );
  const { lanes } = source;
  return (
    <section className="pr-strip" aria-label={t('Timeline')} data-lit={lit ? '' : undefined}>
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
