import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { t } from '../../base/language.ts';
import type { AppId } from '../../base/units.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView } from '../../run/machine-view.ts';
import type { Recording } from '../../run/recording.ts';
import { CoreMark } from '../glyphs/CoreMark.tsx';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { AppChips } from './AppChips.tsx';
import { captionOf } from './caption.ts';
import { CoreRest } from './CoreRest.tsx';
import { InjectRoving } from './InjectButton.tsx';
import { airFor, denseFrom, modeFor, otherCores, restRows, socketOf, TINY_FROM } from './layout.ts';
import type { Air } from './layout.ts';
import { latePart } from '../shell/use-late-code.ts';
import { embedded } from '../shell/browser.ts';
import { useMedia } from '../shell/use-media.ts';
import { Stage } from './Stage.tsx';
import { useWidth } from './use-width.ts';
import { usesResCore } from './words.ts';
import './machine.css';
import './faults.css';

// Nobody drags before there is anything to drag.
const MoveLayer = latePart(async () => (await import('./moves/MoveLayer.tsx')).MoveLayer);

// Few programs are drivers.
const DeviceBox = latePart(async () => (await import('./device/DeviceBox.tsx')).DeviceBox);

export interface MachinePanelProps {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly view: MachineView;
  /** App in the large tiles; without it the panel keeps its own choice, app 0 first. */
  readonly app?: AppId;
  readonly onSelectApp?: (app: AppId) => void;
  /** CSS px that must stay for what is below, where the page does not scroll. */
  readonly below?: number;
}

/** What every component inside the panel needs of the app shown. */
export interface Scene {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly view: MachineView;
  readonly app: AppPlan;
  readonly state: AppView;
}

/** Region "Machine": cores, Romain and what travels between them at the playhead. */
export function MachinePanel(props: MachinePanelProps) {
  const { plan, recording, view, app, onSelectApp, below = 0 } = props;
  const [chosen, setChosen] = useState<AppId>(0);
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body, 1016);
  const column = useColumnHeight(body);
  const id = Math.min(app ?? chosen, plan.apps.length - 1);
  const select = onSelectApp ?? setChosen;
  const shown = plan.apps[id];
  const state = view.apps[id];
  const driver = state !== undefined && state.device !== null;
  const room = column - below - (driver && width < NARROW ? DEVICE_ROW : 0);
  const air = useMemo(
    () => (shown === undefined ? 'roomy' : airFor(plan, shown, { hull: usesResCore(shown), room })),
    [plan, shown, room],
  );
  return (
    <section
      className="machine"
      aria-label={t('Machine')}
      data-mode={modeFor(width)}
      data-low={air === 'roomy' ? undefined : ''}
      data-air={air}
    >
      <header className="machine-head">
        <h2>{t('Machine')}</h2>
        <span className="material">
          <CoreMark resilient /> {t('resilient')}
        </span>
        <span className="material">
          <CoreMark resilient={false} /> {t('non-resilient')}
        </span>
        {plan.apps.length > 1 && (
          <AppChips plan={plan} view={view} selected={id} onSelect={select} />
        )}
        <p className="caption">{captionOf(view, plan, id, recording.incidents)}</p>
      </header>
      <div className="machine-body" ref={body}>
        <svg width={0} height={0} className="defs" aria-hidden="true">
          <StatePatterns prefix="tile" />
        </svg>
        {shown !== undefined && state !== undefined && (
          <InjectRoving key={`${id} ${shown.cores.length}`} first="r0">
            <Board
              plan={plan}
              recording={recording}
              view={view}
              app={shown}
              state={state}
              width={width}
              air={air}
            />
          </InjectRoving>
        )}
        <MoveLayer />
      </div>
    </section>
  );
}

/** Narrower pages scroll as a whole, so that there is room for everything; frames of other pages do not. */
const ONE_SCREEN = '(min-width: 1024px)';

/** Height of the bars above and below that, until it is measured; CSS px. */
const AROUND = 191;

/** Height of what the panel shares with what is below it, CSS px; endless where the page scrolls. */
function useColumnHeight(body: RefObject<HTMLElement | null>): number {
  const oneScreen = useMedia(ONE_SCREEN) || embedded;
  const [height, setHeight] = useState(() => window.innerHeight - AROUND);
  useLayoutEffect(() => {
    const column = body.current?.closest('.lab') ?? null;
    if (column === null) return undefined;
    const measure = (): void => setHeight(column.clientHeight);
    // The observer reports at the start, too, but what React draws then comes a frame too late.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(column);
    return () => observer.disconnect();
  }, [body]);
  return oneScreen ? height : Infinity;
}

interface BoardProps extends Scene {
  readonly width: number;
  readonly air: Air;
}

const PAD = 16;
const SIDE = 156;
const SIDE_DENSE = 212;
/** Several sockets of many cores below each other: eight cores a row, or they would be higher than Romain. */
const SIDE_MANY = 236;
const SIDE_NARROW = 84;
/** Panels narrower than this have little room beside the Res core's socket. */
const NARROW = 960;
/** A device below the sockets, where the panel is narrow. */
const DEVICE_ROW = 120;

function Board({ width, air, ...scene }: BoardProps) {
  const low = air !== 'roomy';
  const { plan, view, app } = scene;
  const mode = modeFor(width);
  const hull = usesResCore(app);
  const sockets = useMemo(() => otherCores(plan, app, hull), [plan, app, hull]);
  const home = socketOf(plan, app.resCore);
  const split = app.cores.some((core) => socketOf(plan, core) !== home);
  const near = split ? [] : (sockets.find((one) => one.socket === home)?.cores ?? []);
  const far = sockets.filter((one) => split || one.socket !== home);
  const count = far.reduce((sum, one) => sum + one.cores.length, 0);
  const many = far.length > 1 && plan.coresPerSocket > TINY_FROM;
  const driver = app.device !== null;
  const side =
    mode !== 'wide' || (count === 0 && !driver) ? 0 : sideWidth(width, { count, many, driver });
  const inner = width - 2 * PAD - (side === 0 ? 0 : side + PAD);
  return (
    <div className={side === 0 ? 'board stacked' : 'board'}>
      <div
        className={split ? 'socket open' : 'socket'}
        style={{ width: mode === 'phone' ? undefined : inner }}
      >
        {!split && mode !== 'phone' && <SocketName plan={plan} socket={home} />}
        <Stage
          {...scene}
          width={inner}
          mode={mode}
          restRows={mode === 'phone' ? 0 : restRows(near.length, low)}
          air={air}
        >
          {near.length > 0 && (
            <CoreRest
              plan={plan}
              cores={coresOf(view, near)}
              dense={mode === 'phone' || near.length > denseFrom(low)}
            />
          )}
        </Stage>
      </div>
      {(far.length > 0 || driver) && (
        <Side {...scene} far={far} width={side} many={many} phone={mode === 'phone'} />
      )}
    </div>
  );
}

interface SideProps extends Scene {
  /** The other sockets with their cores. */
  readonly far: readonly { readonly socket: number; readonly cores: readonly number[] }[];
  /** CSS px beside the Res core's socket; 0 = below it. */
  readonly width: number;
  readonly many: boolean;
  readonly phone: boolean;
}

/** What is outside the Res core's socket: the other sockets, and the device of a driver. */
function Side({ plan, view, app, state, far, width, many, phone }: SideProps) {
  const narrow = width > 0 && (width < SIDE || app.device !== null);
  return (
    <div
      className={width === 0 ? 'side below' : many ? 'side many' : 'side'}
      style={width === 0 ? {} : { width }}
    >
      {far.map(({ socket, cores }) => (
        <div key={socket} className="socket">
          <SocketName plan={plan} socket={socket} short />
          <CoreRest
            plan={plan}
            cores={coresOf(view, cores)}
            dense={cores.length > 8 || phone || narrow}
          />
        </div>
      ))}
      {state.device !== null && <DeviceBox app={app} view={state.device} time={view.time} urgent />}
    </div>
  );
}

function coresOf({ cores }: MachineView, ids: readonly number[]): CoreView[] {
  return ids.flatMap((core) => cores[core] ?? []);
}

interface SideOptions {
  /** Cores in it. */
  readonly count: number;
  readonly many: boolean;
  /** Does a device stand below them? */
  readonly driver: boolean;
}

function sideWidth(width: number, { count, many, driver }: SideOptions): number {
  // Below each other there are as many as the panel is wide.
  if (width < NARROW) return count > 8 || driver ? 0 : SIDE_NARROW;
  if (many) return SIDE_MANY;
  return count > 8 || driver ? SIDE_DENSE : SIDE;
}

interface NameProps {
  readonly plan: MachinePlan;
  readonly socket: number;
  readonly short?: boolean;
}

function SocketName({ plan, socket, short = false }: NameProps) {
  return (
    <div className="socket-name">
      <b>{t('Socket {socket}', { socket })}</b>
      {!short && (
        <span>{t('{count} cores, one shared L3 cache', { count: plan.coresPerSocket })}</span>
      )}
    </div>
  );
}
