import { memo } from 'react';
import { t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { AppView } from '../../run/machine-view.ts';
import { ReplicaMark } from '../glyphs/ReplicaGlyph.tsx';
import { StatePatterns } from '../glyphs/StatePatterns.tsx';
import { BoltMark } from '../glyphs/BoltMark.tsx';
import { latePart } from '../shell/use-late-code.ts';
import { Cross } from './Cross.tsx';
import { InjectButton } from './InjectButton.tsx';
import { trafficLabel } from './traffic.ts';
import type { Traffic } from './traffic.ts';
import { pointOn, wireBetween } from './wires.ts';
import type { Point, Wire } from './wires.ts';
import { isCorrupt } from './wrong-words.ts';

// Of the four methods one has it, and not the one that a first visit shows.
const CacheLine = latePart(async () => (await import('./CacheLine.tsx')).CacheLine);

interface Props {
  readonly width: number;
  readonly height: number;
  readonly vertical: boolean;
  readonly method: SignallingMethod;
  /** Where wires leave the tiles and enter Romain, per replica. */
  readonly tiles: readonly Point[];
  readonly slots: readonly Point[];
  /** Half the distance between a replica's two wires, at the tiles and at Romain. */
  readonly spread: readonly [number, number];
  readonly inward: readonly (Traffic | null)[];
  readonly outward: readonly (Traffic | null)[];
  readonly app: AppView;
}

/** The medium between replicas and Romain, as the method has it: roads, wires, or a cache line. */
export const Gutter = memo(function Gutter(props: Props) {
  const { width, height, method } = props;
  return (
    <div className="medium" style={{ width, height }}>
      <svg className="gutter" width={width} height={height} aria-hidden="true">
        <StatePatterns prefix="gutter" />
        {method === 'migration' && <Roads {...props} />}
        {method === 'ipc' && <Wires {...props} />}
        <CacheLine {...props} urgent={method === 'polling'} />
        {method === 'local' && <Wakes {...props} />}
      </svg>
      <Tokens {...props} />
    </div>
  );
});

/** Messages on wires and roads can be hit; in flight where they are, else the next one of the kind. */
function Tokens(props: Props) {
  const { app, method, inward, outward } = props;
  if (method !== 'ipc' && method !== 'migration') return null;
  const all = app.replicas.flatMap(({ id }) => [
    { traffic: inward[id] ?? null, way: 'in' as const },
    { traffic: outward[id] ?? null, way: 'out' as const },
  ]);
  return all.map(({ traffic, way }) => {
    const wire = traffic === null ? undefined : wiresOf(props, traffic.replica)?.[way];
    if (traffic === null || wire === undefined || traffic.done >= 1) return null;
    const { kind, replica, sent, done } = traffic;
    const at = pointOn(wire, clear(done));
    return (
      <InjectButton
        key={`${kind} ${replica} ${way}`}
        id={null}
        victim={t('the {kind} of R{replica}', { kind, replica })}
        target={{
          app: app.id,
          replica,
          target: 'message',
          message: kind,
          at: { cycle: Math.max(0, sent - 1) },
        }}
        className="token"
        style={{ left: at.x, top: at.y }}
      />
    );
  });
}

function wiresOf(
  { tiles, slots, vertical, spread }: Props,
  replica: number,
): { in: Wire; out: Wire } | null {
  const tile = tiles[replica];
  const slot = slots[replica];
  if (tile === undefined || slot === undefined) return null;
  const shift = (point: Point, by: number): Point =>
    vertical ? { x: point.x + by, y: point.y } : { x: point.x, y: point.y + by };
  return {
    in: wireBetween(shift(tile, -spread[0]), shift(slot, -spread[1]), vertical),
    out: wireBetween(shift(slot, spread[1]), shift(tile, spread[0]), vertical),
  };
}

function Wires(props: Props) {
  return props.app.replicas.map(({ id: replica }) => {
    const wires = wiresOf(props, replica);
    if (wires === null) return null;
    const inward = props.inward[replica] ?? null;
    const outward = props.outward[replica] ?? null;
    const busy = (other: Traffic | null) =>
      props.tiles.length > 4 ||
      (other !== null && (other.done < 1 || (props.vertical && other === outward)));
    return (
      <g key={replica}>
        <IpcWire wire={wires.in} traffic={inward} inward crowded={busy(outward)} />
        <IpcWire wire={wires.out} traffic={outward} inward={false} crowded={busy(inward)} />
      </g>
    );
  });
}

interface WireProps {
  readonly wire: Wire;
  readonly traffic: Traffic | null;
  readonly inward: boolean;
  /** Too little room for the labels of delivered messages. */
  readonly crowded: boolean;
}

function IpcWire({ wire, traffic, inward, crowded }: WireProps) {
  if (traffic === null) return <path className="wire-idle" d={wire.path} />;
  const flying = traffic.done < 1;
  const token = pointOn(wire, clear(traffic.done));
  const text = trafficLabel(traffic, inward);
  const hit = traffic.fault !== null;
  const lost = traffic.fault === 'drop';
  return (
    <g data-message={traffic.kind}>
      <path className={hit ? 'wire-hit' : flying ? 'wire-live' : 'wire-done'} d={wire.path} />
      {lost ? (
        <Cross at={pointOn(wire, 0.93)} />
      ) : (
        <Arrow at={wire.to} from={pointOn(wire, 0.98)} faded={!flying} hit={hit} />
      )}
      {flying && <Envelope at={token} replica={traffic.replica} hit={hit} />}
      {(flying || hit || !crowded) && (
        <Label
          at={labelPlace(wire, flying ? traffic.done : -1, text)}
          text={text}
          live={flying}
          hit={hit}
        />
      )}
    </g>
  );
}

/** Keeps a token in sight at both ends of its way. */
const clear = (done: number): number => 0.09 + 0.82 * done;

/** A label stays clear of the token that flies past it, and inside the gutter. */
function labelPlace(wire: Wire, done: number, text: string): Point {
  if (wire.vertical) return pointOn(wire, done < 0 ? 0.5 : done < 0.5 ? 0.78 : 0.22);
  const at = pointOn(wire, done < 0 ? 0.5 : done < 0.5 ? 0.72 : 0.3);
  const half = labelWidth(text) / 2;
  const room = Math.max(wire.from.x, wire.to.x) + 5;
  const x = Math.min(Math.max(at.x, half), Math.max(room - half, half));
  return { x, y: done < 0 ? at.y : at.y - 17 };
}

const labelWidth = (text: string): number => text.length * 6.5 + 12;

interface LabelProps {
  readonly at: Point;
  readonly text: string;
  readonly live: boolean;
  /** Does a fault hit the message? */
  readonly hit?: boolean;
}

function Label({ at, text, live, hit = false }: LabelProps) {
  const width = labelWidth(text);
  return (
    <g
      transform={`translate(${Math.round(at.x)} ${Math.round(at.y)})`}
      className={`label${live ? ' live' : ''}${hit ? ' hit' : ''}`}
    >
      <rect x={-width / 2} y={-9.5} width={width} height={19} rx={2} />
      <text textAnchor="middle" y={4}>
        {text}
      </text>
    </g>
  );
}

interface EnvelopeProps {
  readonly at: Point;
  readonly replica: number;
  readonly hit: boolean;
}

function Envelope({ at, replica, hit }: EnvelopeProps) {
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect
        x={-14}
        y={-10}
        width={28}
        height={20}
        rx={2}
        className={hit ? 'envelope hit' : 'envelope'}
      />
      <path d="M-14 -9L0 1L14 -9" className="flap" />
      <ReplicaMark id={replica} cx={0} cy={1} size={13} />
      {hit && <BoltMark cx={14} cy={-10} size={11} />}
    </g>
  );
}

interface ArrowProps {
  readonly at: Point;
  readonly from: Point;
  readonly faded: boolean;
  readonly hit: boolean;
}

function Arrow({ at, from, faded, hit }: ArrowProps) {
  const angle = (Math.atan2(at.y - from.y, at.x - from.x) * 180) / Math.PI;
  return (
    <path
      d="M-8 -4L0 0L-8 4z"
      transform={`translate(${at.x} ${at.y}) rotate(${angle})`}
      fill={hit ? 'var(--fault)' : 'var(--sig)'}
      opacity={faded && !hit ? 0.55 : 1}
    />
  );
}

function Roads(props: Props) {
  const { tiles, slots, vertical } = props;
  return props.app.replicas.map((one) => {
    const replica = one.id;
    const tile = tiles[replica];
    const slot = slots[replica];
    if (tile === undefined || slot === undefined) return null;
    const inward = props.inward[replica] ?? null;
    const outward = props.outward[replica] ?? null;
    const traffic = outward ?? inward;
    const wire =
      traffic === outward && outward !== null
        ? wireBetween(slot, tile, vertical)
        : wireBetween(tile, slot, vertical);
    return (
      <Road
        key={replica}
        wire={wire}
        traffic={traffic}
        inward={outward === null}
        corrupt={isCorrupt(one)}
      />
    );
  });
}

interface RoadProps extends Omit<WireProps, 'crowded'> {
  readonly corrupt: boolean;
}

function Road({ wire, traffic, inward, corrupt }: RoadProps) {
  if (traffic === null) return <path className="road-idle" d={wire.path} />;
  const flying = traffic.done < 1;
  const body = pointOn(wire, clear(traffic.done));
  const label = pointOn(wire, 0.5);
  const hit = traffic.fault !== null;
  const lost = traffic.fault === 'drop';
  return (
    <g data-message={traffic.kind}>
      <path className="road-bed" d={wire.path} />
      <path
        d={wire.path}
        fill="none"
        stroke={`url(#gutter-migration-${inward ? 'in' : 'out'})`}
        strokeWidth={9}
        opacity={flying ? 1 : 0.55}
      />
      {lost ? (
        <Cross at={pointOn(wire, 0.93)} />
      ) : (
        <Arrow at={wire.to} from={pointOn(wire, 0.98)} faded={!flying} hit={hit} />
      )}
      {flying && (
        <ReplicaMark id={traffic.replica} cx={body.x} cy={body.y} size={22} corrupt={corrupt} />
      )}
      <Label
        at={{ x: label.x, y: label.y - (wire.vertical ? 0 : 20) }}
        text={trafficLabel(traffic, inward)}
        live={flying}
        hit={hit}
      />
    </g>
  );
}

/** local: the barrier is a bar that arrived replicas touch; wake-ups run along it. */
function Wakes({ width, tiles, height, inward, outward, app }: Props) {
  const bar = width - 14;
  return (
    <>
      <path className="barrier" d={`M${bar} 28V${height - 8}`} />
      <text className="line-name" x={bar + 4} y={20} textAnchor="end">
        {t('barrier')}
      </text>
      {app.replicas.map(({ id: replica, arrival }) => {
        const tile = tiles[replica] ?? { x: 0, y: 0 };
        const here = arrival !== -1;
        return (
          <path
            key={replica}
            className={here ? 'barrier-touch' : 'wire-idle'}
            d={`M2 ${tile.y}H${here ? bar - 3 : bar - 18}`}
          />
        );
      })}
      {app.replicas.map(({ id: replica }) => {
        const tile = tiles[replica] ?? { x: 0, y: 0 };
        const traffic = outward[replica] ?? inward[replica] ?? null;
        if (traffic === null || traffic.done >= 1) return null;
        const start = tiles[app.leader] ?? tile;
        const y = start.y + (tile.y - start.y) * traffic.done;
        return (
          <g key={`wake-${replica}`} data-message={traffic.kind}>
            <circle cx={bar} cy={y} r={5} fill="var(--sig)" />
            <Label
              at={{ x: Math.max(44, bar - 40), y: y - 14 }}
              text={trafficLabel(traffic, false)}
              live
            />
          </g>
        );
      })}
    </>
  );
}
