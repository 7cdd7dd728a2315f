import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { msg, t } from '../../base/language.ts';
import { formatMicroseconds } from '../../draw/format.ts';
import { indexFaults } from '../../draw/timeline/fault-index.ts';
import { LANES_TOP, layoutLanes } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import { indexLanes } from '../../draw/timeline/lod.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { CanvasHost } from './CanvasHost.tsx';
import { LaneHeaders } from './LaneHeaders.tsx';
import { LaneTip } from './LaneTip.tsx';
import { Legend } from './Legend.tsx';
import { MoreBelow } from '../shell/MoreBelow.tsx';
import { useMedia } from '../shell/use-media.ts';
import { MINIMAP_HEIGHT, MinimapPicture } from './minimap-picture.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { AxisControls } from './AxisControls.tsx';
import { TimelinePicture } from './timeline-picture.ts';
import type { Hover } from './timeline-picture.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';
import './timeline.css';

interface Props {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly view: TimelineModel;
  /** App whose events carry brackets; the first one unless told. */
  readonly app?: number;
}

/** A dashed frame. */
const AREA = 'M1 3V1H3M5.5 1H8.5M11 1H13V3M13 5.5V8.5M13 11V13H11M8.5 13H5.5M3 13H1V11M1 8.5V5.5';

/** What scrolls must take the focus, so that keys reach it. */
const FOCUSABLE = { tabIndex: 0 } as const;

/** Core by core over time: lanes, ruler, rendezvous, and the whole run below. */
export function Timeline({ plan, recording, view, app = 0 }: Props) {
  const region = useRef<HTMLElement>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [draws, setDraws] = useState(false);
  const lanesBox = useRef<HTMLElement>(null);
  const room = useHeight(lanesBox);
  const source = useSource({ plan, recording, app, room });
  const picture = useMemo(
    () => new TimelinePicture(source, view, { onHover: setHover, onDrawn: () => setDraws(false) }),
    [source, view],
  );
  const minimap = useMemo(() => new MinimapPicture(source, view, picture), [source, view, picture]);
  useEffect(() => picture.setDrawsAreas(draws), [picture, draws]);
  useEscape(draws, () => setDraws(false));
  useEffect(() => {
    if (lanesBox.current !== null) lanesBox.current.scrollTop = 0;
  }, [recording]);
  useTimelineKeys(region);
  const lanesName = useLanesName();
  const shown = plan.apps[app];
  return (
    <section ref={region} className="tl" aria-label={t('Timeline')}>
      <header className="tl-head">
        <h2>{t('Timeline')}</h2>
        <AxisControls model={view} />
        <Zoom picture={picture} />
        <AreaToggle draws={draws} onChange={setDraws} />
        <span className="quiet">{t('model output')}</span>
        <span className="grow" />
        <Legend
          method={shown?.signalling ?? 'local'}
          replicated={shown !== undefined && shown.redundancy !== 'native'}
          faults={source.faults}
          copies={recording.incidents.some(({ kind }) => kind === 'recovered')}
        />
      </header>
      <section
        ref={lanesBox}
        className="tl-body"
        data-scrolls=""
        aria-label={lanesName}
        {...FOCUSABLE}
      >
        <LaneHeaders plan={plan} layout={source.lanes} model={view} />
        <div className={draws ? 'tl-canvas-box tl-drawing' : 'tl-canvas-box'}>
          <CanvasHost
            picture={picture}
            height={source.lanes.height}
            className="tl-canvas"
            pinned={LANES_TOP}
          />
          {hover !== null && <LaneTip hover={hover} height={source.lanes.height} />}
        </div>
        <MoreBelow />
      </section>
      <Overview source={source} minimap={minimap} />
    </section>
  );
}

function Overview({ source, minimap }: { source: TimelineSource; minimap: MinimapPicture }) {
  const { plan, recording } = source;
  return (
    <div className="tl-overview">
      <div className="tl-overview-name">
        {t('Whole run')}
        <br />
        <span className="num">
          {t('{time} ms', {
            time: formatMicroseconds(recording.summary.totalCycles / 1000, plan.clockGHz, 2),
          })}
        </span>
      </div>
      <CanvasHost picture={minimap} height={MINIMAP_HEIGHT} className="tl-canvas" />
    </div>
  );
}

type SourceInputs = Required<Omit<Props, 'view'>> & { readonly room: number };

/** What layouts are made from; each part anew only when what it depends on changes. */
function useSource({ plan, recording, app, room }: SourceInputs): TimelineSource {
  const index = useMemo(
    () => indexLanes(recording.spans, recording.summary.totalCycles),
    [recording],
  );
  const touch = useMedia('(pointer: coarse)');
  const lanes = useMemo(
    () => layoutLanes(plan, recording.spans, { room, touch }),
    [plan, recording, room, touch],
  );
  const faults = useMemo(() => indexFaults(plan, recording), [plan, recording]);
  return useMemo(
    () => ({ plan, recording, index, lanes, faults, bracketApp: app }),
    [plan, recording, index, lanes, faults, app],
  );
}

/** Calls `onEscape` for the Esc key while `active`. */
function useEscape(active: boolean, onEscape: () => void): void {
  const latest = useEffectEvent(onEscape);
  useEffect(() => {
    if (!active) return undefined;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') latest();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
}

/** Inner height of what scrolls, CSS px, kept up to date; endless until it is measured. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(Infinity);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    // It reports once at the start, before the first paint.
    const observer = new ResizeObserver(() => setHeight(node.clientHeight));
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return height;
}

/** What the lanes are called: with the keys that move them, as far as there are any. */
function useLanesName(): string {
  const uses = [
    [useKeyHint('zoom-in').label, msg('{key} zooms in')],
    [useKeyHint('zoom-out').label, msg('{key} zooms out')],
    [useKeyHint('pan-left').label, msg('{key} pans left')],
    [useKeyHint('pan-right').label, msg('{key} pans right')],
    [useKeyHint('fit').label, msg('{key} shows the selection or the whole run')],
    [useKeyHint('select-right').label, msg('{key} selects the next span')],
  ] as const;
  const told = uses.flatMap(([key, does]) => (key === null ? [] : [t(does, { key })]));
  return told.length === 0 ? t('Lanes') : t('Lanes. {keys}.', { keys: told.join(', ') });
}

function Zoom({ picture }: { readonly picture: TimelinePicture }) {
  const out = useKeyHint('zoom-out');
  const into = useKeyHint('zoom-in');
  const fit = useKeyHint('fit');
  return (
    <fieldset className="tl-zoom" aria-label={t('Zoom')}>
      <button
        type="button"
        aria-label={t('Zoom out')}
        title={out.title(t('Zoom out'))}
        onClick={() => picture.zoom(0.5)}
      >
        −
      </button>
      <button
        type="button"
        aria-label={t('Zoom in')}
        title={into.title(t('Zoom in'))}
        onClick={() => picture.zoom(2)}
      >
        +
      </button>
      <button
        type="button"
        title={fit.title(t('Show the selection, or the whole run'))}
        onClick={() => picture.fit()}
      >
        {t('fit')}
      </button>
    </fieldset>
  );
}

/** Lets a drag draw an area, for those who have no Shift key at hand. */
function AreaToggle(props: {
  readonly draws: boolean;
  readonly onChange: (draws: boolean) => void;
}) {
  const { draws, onChange } = props;
  return (
    <button
      type="button"
      className="tl-area"
      aria-pressed={draws}
      title={t(
        'Drag over the lanes to add up what they show; with Shift always, by keys with Alt Shift and arrows',
      )}
      onClick={() => onChange(!draws)}
    >
      <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
        <path d={AREA} />
      </svg>
      {t('Select area')}
    </button>
  );
}
