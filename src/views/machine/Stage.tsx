import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../base/language.ts';
import { CoreTile } from './CoreTile.tsx';
import { corruptStretches, stretchesOf } from './corrupt.ts';
import { Gutter } from './Gutter.tsx';
import { stageLayout } from './layout.ts';
import type { Air, MachineMode, StageLayout } from './layout.ts';
import type { Scene } from './MachinePanel.tsx';
import { ResCore, UnsplitRomain } from './Romain.tsx';
import { tileWords } from './tile-words.ts';
import { turnWords } from './turn-words.ts';
import { trafficOf } from './traffic.ts';
import { coreDescription, usesResCore } from './words.ts';
import { stuckBit } from './wrong-words.ts';
import type { Point } from './wires.ts';

interface Props extends Scene {
  /** Inner width of the socket's box, CSS px. */
  readonly width: number;
  readonly mode: MachineMode;
  readonly restRows: number;
  readonly air: Air;
  /** The socket's other cores. */
  readonly children?: ReactNode;
}

const BOX_PAD = 12;
const GUTTER_PHONE = 96;
/** A home tile lower than this has its two ways as far apart as it can. */
const LOW_TILE = 50;

/** Widths of tiles, gutter and Romain inside a box of `width`. */
function columns(width: number, mode: MachineMode, gutter: boolean) {
  const room = Math.max(200, width - 2 * BOX_PAD);
  if (mode === 'phone') return { tile: 0, gutter: room, romain: room };
  const tile = Math.max(mode === 'wide' ? 184 : 156, Math.min(204, room * 0.3));
  const least = gutter ? 120 : 72;
  const romain = Math.max(240, Math.min(404, room - tile - least));
  return { tile, gutter: Math.max(48, room - tile - romain), romain };
}

/** The app's home tiles, the medium, and Romain. */
export function Stage({ width, mode, restRows, air, children, ...scene }: Props) {
  const { plan, app, recording } = scene;
  const phone = mode === 'phone';
  const layout = useMemo(
    () => stageLayout(plan, app, { rows: restRows, air: phone ? 'roomy' : air }),
    [plan, app, restRows, air, phone],
  );
  const split = usesResCore(app);
  const sizes = columns(width, mode, split);
  const romain = <Romain {...scene} layout={layout} width={sizes.romain} phone={phone} />;
  const tiles = (
    <div className="tiles" style={phone ? {} : { width: sizes.tile, height: layout.height }}>
      {layout.runs.map((run) => (
        <div key={run.y} className="run-name" style={{ top: run.y, height: run.height }}>
          {t('Socket {socket}', { socket: run.socket })}
        </div>
      ))}
      <Tiles {...scene} layout={layout} stripWidth={phone ? 90 : sizes.tile - 26} phone={phone} />
      {!phone && children !== undefined && (
        <div className="near" style={{ top: layout.restY }}>
          {children}
        </div>
      )}
    </div>
  );
  const medium =
    app.redundancy === 'native' ||
    (app.redundancy === 1 && !phone) ||
    (phone && app.cores.length > 4) ? (
      phone ? null : (
        <div style={{ width: sizes.gutter }} />
      )
    ) : (
      <Medium {...scene} layout={layout} width={sizes.gutter} phone={phone} recording={recording} />
    );
  return (
    <div className="stage">
      {phone ? romain : tiles}
      {medium}
      {phone ? tiles : romain}
      {phone && children}
    </div>
  );
}

interface PartProps extends Scene {
  readonly layout: StageLayout;
  readonly phone: boolean;
}

function Tiles({
  plan,
  recording,
  view,
  app,
  state,
  layout,
  phone,
  stripWidth,
}: PartProps & { readonly stripWidth: number }) {
  const count = app.cores.length;
  const corrupt = useMemo(
    () => corruptStretches(recording.divergence, app.id, count),
    [recording, app.id, count],
  );
  return layout.tiles.map(({ replica, core, y, height }) => {
    const coreView = view.cores[core];
    const replicaView = state.replicas[replica];
    if (coreView === undefined || replicaView === undefined) return null;
    const native = app.redundancy === 'native';
    const leads = state.leader === replica && app.cores.length > 1;
    return (
      <CoreTile
        key={replica}
        core={core}
        app={app.id}
        replica={replica}
        native={native}
        words={turnWords(
          tileWords(
            coreView,
            replicaView,
            plan,
            view.time,
            stuckBit(plan, recording.incidents, coreView),
          ),
          coreView,
          app,
          plan,
        )}
        description={coreDescription(coreView, plan, native ? app.name : `R${replica}`)}
        {...(phone ? {} : { y, height })}
        {...(leads ? { note: t('leads') } : {})}
        compact={height < 80 || phone}
        spans={height < 50 && !phone ? undefined : recording.spans[core]}
        time={view.time}
        end={recording.summary.totalCycles}
        stripWidth={stripWidth}
        method={app.signalling}
        broken={coreView.broken}
        corrupt={stretchesOf(corrupt, replica)}
      />
    );
  });
}

function Romain(props: PartProps & { readonly width: number }) {
  const { app } = props;
  if (usesResCore(app)) return <ResCore {...props} />;
  if (app.redundancy === 'native')
    return (
      <div
        className="unsplit plain"
        style={props.phone ? {} : { width: props.width, height: props.layout.height }}
      >
        <b>{t('No Romain')}</b>
        <p>
          {t(
            'A plain L4 application: its own core serves each trap. This run is the yardstick of every overhead.',
          )}
        </p>
      </div>
    );
  const one = app.redundancy === 1;
  return (
    <UnsplitRomain
      {...props}
      title={one ? t('Romain on the replica’s core') : t('Romain on the replicas’ cores')}
      note={one ? t('nothing is signalled') : t('no resilient core in use')}
    />
  );
}

function Medium({
  app,
  state,
  recording,
  view,
  layout,
  width,
  phone,
}: PartProps & { readonly width: number }) {
  const since = recording.rendezvous[app.id]?.trapped[state.event] ?? view.time;
  const { inward, outward } = trafficOf(recording.messages, app.cores, {
    app: app.id,
    since,
    time: view.time,
  });
  const [tiles, slots] = useMemo(() => anchors(layout, width, phone), [layout, width, phone]);
  const slotHeight = layout.slots[0]?.height ?? 54;
  return (
    <Gutter
      width={width}
      height={phone ? GUTTER_PHONE : layout.height}
      vertical={phone}
      method={app.signalling}
      tiles={tiles}
      slots={slots}
      spread={
        phone
          ? [14, 12]
          : [tileSpread(layout.tiles[0]?.height ?? 88), Math.min(9, slotHeight * 0.17)]
      }
      inward={inward}
      outward={outward}
      app={state}
    />
  );
}

/** Half of what is between the two ways of a tile: the names of messages must not touch. */
function tileSpread(height: number): number {
  return Math.min(15, height * (height < LOW_TILE ? 0.24 : 0.18));
}

/** Where the medium meets tiles and slots: left and right, or bottom and top on a phone. */
function anchors(layout: StageLayout, width: number, phone: boolean): readonly [Point[], Point[]] {
  const count = layout.tiles.length;
  if (phone) {
    const x = (i: number) => ((i + 0.5) * width) / count;
    return [
      layout.tiles.map((_, i) => ({ x: x(i), y: GUTTER_PHONE - 3 })),
      layout.tiles.map((_, i) => ({ x: x(i), y: 3 })),
    ];
  }
  return [
    layout.tiles.map((tile) => ({ x: 5, y: tile.y + tile.height / 2 })),
    layout.slots.map((slot) => ({ x: width - 5, y: slot.y + slot.height / 2 })),
  ];
}
