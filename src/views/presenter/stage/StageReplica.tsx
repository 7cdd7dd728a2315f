import type { ReplicaView } from '../../../run/machine-view.ts';
import { CoreMark } from '../../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../../glyphs/ReplicaGlyph.tsx';
import { CoreGroup } from '../../machine/CoreTile.tsx';
import { tileWords } from '../../machine/tile-words.ts';
import { turnWords } from '../../machine/turn-words.ts';
import { coreDescription } from '../../machine/words.ts';
import { useUnit } from '../show.ts';
import type { StageScene } from './PresenterStage.tsx';

interface Props extends StageScene {
  readonly replica: ReplicaView;
  /** Is there room for one line only? */
  readonly low: boolean;
}

/** The home core of a replica, or of a program without replicas: who, what, where. */
export function StageReplica({ run, view, app, lit, replica, low }: Props) {
  const unit = useUnit();
  const { plan } = run;
  const program = plan.apps[app];
  const core = view.cores[replica.home];
  if (program === undefined || core === undefined) return null;
  const words = turnWords(tileWords(core, replica, plan, view.time), core, program, plan);
  const native = program.redundancy === 'native';
  const size = (low ? 26 : 44) * unit;
  const pointed = lit.has(`replica:${replica.id}`) || lit.has(`core:${core.id}`);
  return (
    <CoreGroup
      id={core.id}
      resilient={core.resilient}
      description={coreDescription(core, plan, native ? program.name : `R${replica.id}`)}
      className="pr-replica"
    >
      <div className="pr-tile" data-lit={pointed ? '' : undefined} data-low={low ? '' : undefined}>
        {native ? (
          <CoreMark resilient={core.resilient} size={Math.round(size * 0.8)} />
        ) : (
          <ReplicaGlyph id={replica.id} size={size} away={words.away} corrupt={words.corrupt} />
        )}
        <div className="pr-words">
          <b>{words.title}</b>
          {!low && (
            <span className={words.wrong === null ? 'num' : 'pr-wrong'}>
              {words.wrong?.short ?? words.short}
            </span>
          )}
        </div>
        <span className="pr-core num">C{core.id}</span>
      </div>
    </CoreGroup>
  );
}
