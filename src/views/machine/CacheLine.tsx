import { t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { AppView } from '../../run/machine-view.ts';
import { BoltMark } from '../glyphs/BoltMark.tsx';
import { ReplicaMark } from '../glyphs/ReplicaGlyph.tsx';
import { Cross } from './Cross.tsx';
import { pointOn, wireBetween } from './wires.ts';
import type { Point, Wire } from './wires.ts';
import type { Traffic } from './traffic.ts';

interface Props {
  readonly method: SignallingMethod;
  readonly width: number;
  readonly height: number;
  readonly vertical: boolean;
  readonly tiles: readonly Point[];
  readonly slots: readonly Point[];
  readonly inward: readonly (Traffic | null)[];
  readonly outward: readonly (Traffic | null)[];
  readonly app: AppView;
}

const CELL = 54;

/** polling: all slots share one cache line; nobody moves, all look. The ring is the eye of a poller. */
export function CacheLine(props: Props) {
  return props.method === 'polling' ? <Line {...props} /> : null;
}

function Line(props: Props) {
  const { width, height, vertical, tiles, slots, app } = props;
  const count = tiles.length;
  const cellHeight = vertical ? 34 : Math.min(40, (height - 80) / count);
  const box = vertical
    ? { x: (width - count * CELL) / 2, y: height / 2 - 17 }
    : {
        x: (width - CELL) / 2,
        y: (slots[0]?.y ?? 0) / 2 + (slots.at(-1)?.y ?? 0) / 2 - (count * cellHeight) / 2,
      };
  const centre = (i: number): Point =>
    vertical
      ? { x: box.x + (i + 0.5) * CELL, y: box.y + 17 }
      : { x: box.x + CELL / 2, y: box.y + (i + 0.5) * cellHeight };
  return (
    <>
      {!vertical && (
        <text className="line-name" x={width / 2} y={box.y - 8} textAnchor="middle">
          {t('one cache line')}
        </text>
      )}
      {app.replicas.map(({ id: i }) => (
        <Slot
          key={i}
          {...props}
          index={i}
          tile={tiles[i] ?? centre(i)}
          centre={centre(i)}
          cellHeight={cellHeight}
        />
      ))}
      {app.polledSlot >= 0 && app.polledSlot < count && (
        <Eye at={beside(centre(app.polledSlot), vertical, vertical ? -25 : CELL / 2 + 10)} />
      )}
    </>
  );
}

interface SlotProps extends Props {
  readonly index: number;
  readonly tile: Point;
  readonly centre: Point;
  readonly cellHeight: number;
}

function Slot({
  index,
  tile,
  centre,
  cellHeight,
  width,
  vertical,
  slots,
  inward,
  outward,
  app,
}: SlotProps) {
  const half = vertical ? 17 : CELL / 2;
  const near = beside(centre, vertical, vertical ? half : -half);
  const far = beside(centre, vertical, vertical ? -half : half);
  const store = inward[index] ?? null;
  const release = outward[index] ?? null;
  const stored = store !== null && store.done >= 1 && store.fault !== 'drop';
  const lost = release?.fault === 'drop' || (release?.fault === 'corrupt' && release.done >= 1);
  const posted = stored && (release === null || lost);
  const replica = app.replicas[index];
  const garbled = replica?.garbled ?? false;
  const looks = replica !== undefined && posted && (lost || !replica.released);
  const post = wireBetween(tile, near, vertical);
  const clear = wireBetween(slots[index] ?? far, far, vertical);
  const size = Math.min(22, cellHeight - 8);
  return (
    <g>
      <path className={store === null ? 'dots-idle' : 'dots'} d={post.path} />
      <path className={release === null ? 'dots-idle' : 'dots'} d={clear.path} />
      <rect
        className={`cell${posted ? ' full' : ''}${garbled ? ' wrong' : ''}`}
        x={centre.x - CELL / 2}
        y={centre.y - cellHeight / 2}
        width={CELL}
        height={cellHeight}
      />
      {posted && <ReplicaMark id={index} cx={centre.x} cy={centre.y} size={size} />}
      <Flight wire={post} traffic={store} room={width} />
      <Flight wire={clear} traffic={release} room={width} />
      {garbled && <BoltMark cx={centre.x + CELL / 2} cy={centre.y - cellHeight / 2} size={13} />}
      {looks && <Eye at={beside(near, vertical, vertical ? 10 : -10)} />}
    </g>
  );
}

interface FlightProps {
  readonly wire: Wire;
  readonly traffic: Traffic | null;
  /** Width of the gutter. */
  readonly room: number;
}

/** A store on its way to the line, or where it was lost. */
function Flight({ wire, traffic, room }: FlightProps) {
  if (traffic === null) return null;
  const { kind, replica, done, fault } = traffic;
  const hit = fault !== null;
  if (done < 1)
    return (
      <g data-message={kind}>
        <Token at={pointOn(wire, done)} label={`${kind} ${replica}`} room={room} hit={hit} />
      </g>
    );
  const lost = fault === 'drop' || (fault === 'corrupt' && kind === 'RELEASE');
  if (!lost) return null;
  const at = pointOn(wire, 0.5);
  return (
    <g data-message={kind}>
      <Token
        at={at}
        label={t('{message} lost', { message: `${kind} ${replica}` })}
        room={room}
        hit
      />
      <Cross at={at} />
    </g>
  );
}

function beside(point: Point, vertical: boolean, by: number): Point {
  return vertical ? { x: point.x, y: point.y + by } : { x: point.x + by, y: point.y };
}

function Eye({ at }: { readonly at: Point }) {
  return (
    <g className="eye">
      <circle cx={at.x} cy={at.y} r={7} />
      <circle cx={at.x} cy={at.y} r={2.4} className="pupil" />
    </g>
  );
}

interface TokenProps {
  readonly at: Point;
  readonly label: string;
  /** Width of the gutter: the label stays inside, or tile and hull would cover it. */
  readonly room: number;
  /** Does a fault hit it? */
  readonly hit: boolean;
}

function Token({ at, label, room, hit }: TokenProps) {
  const width = (label.length - 2) * 6.6 + 12;
  const half = width / 2 + 6;
  const x = Math.min(Math.max(at.x, half), Math.max(room - half, half));
  return (
    <g>
      <circle cx={at.x} cy={at.y} r={4.5} fill={hit ? 'var(--fault)' : 'var(--sig)'} />
      <g
        className={hit ? 'label live hit' : 'label live'}
        transform={`translate(${Math.round(x)} ${Math.round(at.y - 17)})`}
      >
        <rect x={-width / 2 - 5} y={-9.5} width={width + 10} height={19} rx={2} />
        <text textAnchor="middle" y={4}>
          {label}
        </text>
      </g>
    </g>
  );
}
