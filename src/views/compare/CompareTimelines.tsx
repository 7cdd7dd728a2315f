import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import type { Difference } from '../../analysis/compare/difference.ts';
import { endOf } from '../../store/held.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { AxisControls } from '../timeline/AxisControls.tsx';
import { CanvasHost } from '../timeline/CanvasHost.tsx';
import { LaneHeaders } from '../timeline/LaneHeaders.tsx';
import { LaneTip } from '../timeline/LaneTip.tsx';
import { Legend } from '../timeline/Legend.tsx';
import { MINIMAP_HEIGHT, MinimapPicture } from '../timeline/minimap-picture.ts';
import { TimelinePicture } from '../timeline/timeline-picture.ts';
import type { Hover } from '../timeline/timeline-picture.ts';
import { useTimelineKeys } from '../timeline/use-timeline-keys.ts';
import { SideMark } from './CompareHead.tsx';
import { EndNote, NoDifferenceNote } from './EndNote.tsx';
import { GhostPicture } from './ghost-picture.ts';
import { createOtherModel } from './other-model.ts';
import { ghostSource, sourceOf, sourceUntil } from './sources.ts';
import { STRIP_HEIGHT, StripPicture } from './strip-picture.ts';
import type { StripHover } from './strip-picture.ts';
import type { Compared } from './use-compared.ts';
import '../timeline/timeline.css';

interface Props {
  readonly compared: Compared;
  readonly model: TimelineModel;
}

/** A's lanes, the difference, B's lanes: one playhead, one window seen through the alignment. */
export function SideTimelines({ compared, model }: Props) {
  const { a, b, apps, names, aligned, difference, comparison } = compared;
  const hold = comparison.align !== 'time';
  const above = useMemo(() => sourceOf(a, apps[0]), [a, apps]);
  const below = useMemo(
    () => sourceUntil(b, apps[1], aligned.toB(endOf(a))),
    [a, b, apps, aligned],
  );
  const otherModel = useMemo(
    () => createOtherModel(model, b, { aligned, hold }),
    [model, b, aligned, hold],
  );
  const [picture, hover] = usePicture(above, model);
  const [otherPicture, otherHover] = usePicture(below, otherModel);
  return (
    <Timelines model={model} picture={picture} source={above}>
      <Lanes
        model={model}
        side="A"
        name={names[0]}
        source={above}
        picture={picture}
        hover={hover}
      />
      <Strip difference={difference} {...{ compared, model, picture }} source={above} />
      <Lanes
        model={otherModel}
        side="B"
        name={names[1]}
        source={below}
        picture={otherPicture}
        hover={otherHover}
      >
        <EndNote compared={compared} model={otherModel} />
      </Lanes>
    </Timelines>
  );
}

/** A's lanes with B's below each. */
export function GhostTimeline({ compared, model }: Props) {
  const { a, b, apps, names, aligned, difference } = compared;
  const { source, ghosts } = useMemo(() => ghostSource(a, b, apps[0]), [a, b, apps]);
  const [picture, hover] = usePicture(source, model);
  const ghost = useMemo(
    () => new GhostPicture(model, { source, ghosts, other: b, aligned }),
    [model, source, ghosts, b, aligned],
  );
  return (
    <Timelines model={model} picture={picture} source={source}>
      <Lanes model={model} side="A" name={names[0]} source={source} picture={picture} hover={hover}>
        <CanvasHost picture={ghost} height={source.lanes.height} className="tl-canvas cmp-ghost" />
        {ghosts.map(({ core, top, height }) => (
          <span key={core} className="cmp-ghost-name" style={{ top, height }} aria-hidden="true">
            B
          </span>
        ))}
        {ghosts[0] !== undefined && <EndNote compared={compared} model={model} ghost={ghosts[0]} />}
      </Lanes>
      <Strip difference={difference} {...{ compared, model, picture, source }} />
    </Timelines>
  );
}

function usePicture(
  source: TimelineSource,
  model: TimelineModel,
): readonly [TimelinePicture, Hover | null] {
  const [hover, setHover] = useState<Hover | null>(null);
  const onHover = useCallback((next: Hover | null) => setHover(next), []);
  const picture = useMemo(
    () => new TimelinePicture(source, model, { onHover }),
    [source, model, onHover],
  );
  return [picture, hover];
}

interface FrameProps {
  readonly model: TimelineModel;
  readonly picture: TimelinePicture;
  readonly source: TimelineSource;
  readonly children: ReactNode;
}

function Timelines({ model, picture, source, children }: FrameProps) {
  const region = useRef<HTMLElement>(null);
  const shown = source.plan.apps[source.bracketApp];
  useTimelineKeys(region);
  const minimap = useMemo(
    () => new MinimapPicture(source, model, picture),
    [source, model, picture],
  );
  return (
    <section ref={region} className="tl cmp-timelines" aria-label={t('Timelines of both runs')}>
      <header className="tl-head">
        <h2>{t('Timelines')}</h2>
        <AxisControls model={model} />
        <span className="grow" />
        <Legend
          method={shown?.signalling ?? 'local'}
          replicated={shown !== undefined && shown.redundancy !== 'native'}
          faults={source.faults}
          copies={source.recording.incidents.some(({ kind }) => kind === 'recovered')}
        />
      </header>
      {children}
      <div className="tl-overview">
        <div className="tl-overview-name">{t('Whole run A')}</div>
        <CanvasHost picture={minimap} height={MINIMAP_HEIGHT} className="tl-canvas" />
      </div>
    </section>
  );
}

interface LanesProps {
  readonly model: TimelineModel;
  readonly side: 'A' | 'B';
  readonly name: string;
  readonly source: TimelineSource;
  readonly picture: TimelinePicture;
  readonly hover: Hover | null;
  readonly children?: ReactNode;
}

function lanesLabel(side: 'A' | 'B', name: string): string {
  return side === 'A'
    ? t('Lanes of A, {name}. W and S zoom, A and D pan, F shows the whole run.', { name })
    : t(
        'Lanes of B, {name}. W and S zoom, A and D pan, F shows the whole run. What is selected is of A.',
        { name },
      );
}

/** What takes keys must take the focus. */
const FOCUSABLE = { tabIndex: 0 } as const;

function Lanes({ model, side, name, source, picture, hover, children }: LanesProps) {
  const { plan, lanes } = source;
  return (
    <section className="tl-body cmp-lanes" aria-label={lanesLabel(side, name)} {...FOCUSABLE}>
      <span className="cmp-side">
        <SideMark side={side} />
      </span>
      <LaneHeaders model={model} plan={plan} layout={lanes} />
      <div className="tl-canvas-box">
        {children}
        <CanvasHost picture={picture} height={lanes.height} className="tl-canvas" />
        {hover !== null && <LaneTip hover={hover} height={lanes.height} />}
      </div>
    </section>
  );
}

interface StripProps {
  readonly compared: Compared;
  readonly difference: Difference | null;
  readonly model: TimelineModel;
  readonly picture: TimelinePicture;
  readonly source: TimelineSource;
}

function Strip({ compared, difference, model, picture, source }: StripProps) {
  const { a, b, apps } = compared;
  const [hover, setHover] = useState<StripHover | null>(null);
  const onHover = useCallback((next: StripHover | null) => setHover(next), []);
  const methods = useMemo(
    () =>
      [
        a.plan.apps[apps[0]]?.signalling ?? 'local',
        b.plan.apps[apps[1]]?.signalling ?? 'local',
      ] as const,
    [a, b, apps],
  );
  const strip = useMemo(
    () =>
      difference === null
        ? null
        : new StripPicture(model, {
            source,
            difference,
            methods,
            onHover,
            wheel: (turn) => picture.wheel(turn),
          }),
    [model, source, difference, methods, onHover, picture],
  );
  return (
    <div className="cmp-strip">
      <div className="cmp-strip-name">
        <b>B − A</b>
        <span className="quiet">{t('cycles by cause')}</span>
      </div>
      <div className="tl-canvas-box" style={{ height: STRIP_HEIGHT }}>
        {strip !== null && (
          <CanvasHost picture={strip} height={STRIP_HEIGHT} className="tl-canvas" />
        )}
        <NoDifferenceNote compared={compared} model={model} />
        {hover !== null && <StripTip hover={hover} />}
      </div>
    </div>
  );
}

function StripTip({ hover: { x, text } }: { readonly hover: StripHover }) {
  return (
    <div
      className="tl-tip cmp-tip"
      role="tooltip"
      style={{ left: `clamp(0px, ${x + 14}px, calc(100% - 240px))`, bottom: STRIP_HEIGHT + 6 }}
    >
      <b>{text.title}</b>
      <span>{text.detail}</span>
      <dl>
        {text.parts.map(({ part, label, text: value }) => (
          <div key={part}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
