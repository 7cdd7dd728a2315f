import { replicaDigit, replicaPath } from '../../../draw/glyphs.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { ReplicaMark } from '../../glyphs/ReplicaGlyph.tsx';
import { homesOf, residentsOf } from '../../machine/moves/moves.ts';
import type { Mover } from '../../machine/moves/moves.ts';

const CORE = 20;
const GAP = 4;
const PAD = 6;
/** Sockets with more cores have two rows of them. */
const ROW = 8;

/** The machine in small: sockets, Res cores and who lives where. Decorative: words say the same. */
export function PlacementThumb({ scenario }: { readonly scenario: Scenario }) {
  const { sockets, coresPerSocket, resCores } = scenario.machine;
  const homes = homesOf(scenario) ?? [];
  const columns = Math.min(ROW, coresPerSocket);
  const rows = Math.ceil(coresPerSocket / columns);
  const wide = columns * (CORE + GAP) - GAP + 2 * PAD;
  const high = rows * (CORE + GAP) - GAP + 2 * PAD;
  const width = wide;
  const height = sockets * (high + GAP) - GAP;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {Array.from({ length: sockets }, (_, socket) => {
        const y = socket * (high + GAP);
        return (
          <g key={socket}>
            <rect className="thumb-socket" x={0.5} y={y + 0.5} width={wide - 1} height={high - 1} />
            {Array.from({ length: coresPerSocket }, (_core, i) => {
              const core = socket * coresPerSocket + i;
              const at = {
                x: PAD + (i % columns) * (CORE + GAP),
                y: y + PAD + Math.floor(i / columns) * (CORE + GAP),
              };
              return (
                <g key={core}>
                  <rect
                    className={resCores.includes(core) ? 'thumb-res' : 'thumb-core'}
                    {...at}
                    width={CORE}
                    height={CORE}
                  />
                  <Residents residents={residentsOf(homes, core)} {...at} />
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Who lives on the core with this upper left corner: the first application filled, a second one in outline. */
function Residents({ residents, x, y }: Corner & { readonly residents: readonly Mover[] }) {
  const [one, another] = residents;
  if (one === undefined) return null;
  if (another === undefined) {
    return <Resident mover={one} cx={x + CORE / 2} cy={y + CORE / 2} size={14} />;
  }
  return (
    <>
      <Resident mover={another} cx={x + CORE - 6.5} cy={y + CORE - 6.5} size={11} />
      <Resident mover={one} cx={x + 6.5} cy={y + 6.5} size={11} />
    </>
  );
}

interface ResidentProps {
  readonly mover: Mover;
  readonly cx: number;
  readonly cy: number;
  readonly size: number;
}

function Resident({ mover: { app, replica }, cx, cy, size }: ResidentProps) {
  if (app === 0) return <ReplicaMark id={replica} cx={cx} cy={cy} size={size} />;
  const hue = `var(--r${replica % 7}-x)`;
  const { fontPx, dy } = replicaDigit(replica, size);
  return (
    <>
      <path
        className="thumb-outlined"
        d={replicaPath(replica, { x: cx, y: cy, size })}
        stroke={hue}
      />
      <text x={cx} y={cy + dy} textAnchor="middle" fontSize={fontPx} fontWeight={650} fill={hue}>
        {replica}
      </text>
    </>
  );
}
