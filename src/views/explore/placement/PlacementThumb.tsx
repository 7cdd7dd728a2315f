import type { Scenario } from '../../../scenario/scenario.ts';
import { ReplicaMark } from '../../glyphs/ReplicaGlyph.tsx';
import { homesOf, residentsOf } from '../../machine/moves/moves.ts';

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
              const res = resCores.includes(core);
              const [resident, another] = residentsOf(homes, core);
              return (
                <g key={core}>
                  <rect
                    className={res ? 'thumb-res' : 'thumb-core'}
                    {...at}
                    width={CORE}
                    height={CORE}
                  />
                  {another !== undefined && (
                    <ReplicaMark
                      id={another.replica}
                      cx={at.x + CORE / 2 + 3}
                      cy={at.y + CORE / 2 - 3}
                      size={13}
                      digit={false}
                      away
                    />
                  )}
                  {resident !== undefined && (
                    <ReplicaMark
                      id={resident.replica}
                      cx={at.x + CORE / 2 - (another === undefined ? 0 : 2)}
                      cy={at.y + CORE / 2 + (another === undefined ? 0 : 2)}
                      size={another === undefined ? 14 : 13}
                    />
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
