import { useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';

import { t } from '../../../base/language.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { ReplicaGlyph } from '../../glyphs/ReplicaGlyph.tsx';
import { useApp, useAppState } from '../../shell/app-context.ts';
import { onMac } from '../../shell/browser.ts';
import { doMove, liftedFrom, wayOf } from './do-move.ts';
import { listenForDrags } from './drag.ts';
import type { CoreBox, Drag } from './drag.ts';
import { orderOf, refusalOf } from './move-words.ts';
import { dropOn, homesOf } from './moves.ts';
import type { Cores, Drop, Mover } from './moves.ts';
import './moves.css';

/** Lets the replicas in the tiles around it be dragged from core to core, and shows what that does. */
export function MoveLayer() {
  const place = useRef<HTMLDivElement>(null);
  const drag = useDrag(place);
  const scenario = useAppState((state) => state.scenario);
  const shown = useAppState((state) => state.app);
  const mover = drag === null ? null : liftedFrom(scenario, drag.from, shown);
  const cores = drag === null ? null : homesOf(scenario);
  return (
    <div ref={place} className="move-layer" aria-hidden="true">
      {drag !== null && mover !== null && cores !== null && (
        <Carried {...{ scenario, cores, drag, mover }} />
      )}
    </div>
  );
}

/** The drag under way in the machine around `place`. */
function useDrag(place: React.RefObject<HTMLElement | null>): Drag | null {
  const app = useApp();
  const [drag, setDrag] = useState<Drag | null>(null);
  useEffect(() => {
    const host = place.current?.closest<HTMLElement>('.machine-body') ?? null;
    if (host === null) return undefined;
    const lifted = (core: number): Mover | null => {
      const { scenario, app: shown } = app.store.getState();
      return liftedFrom(scenario, core, shown);
    };
    return listenForDrags(host, {
      canLift: (core) => lifted(core) !== null,
      onDrag: setDrag,
      onMenu: (core) => app.open({ kind: 'move', core }),
      onDrop: ({ from, over, alt, touch }) => {
        const mover = lifted(from);
        const { scenario } = app.store.getState();
        const cores = homesOf(scenario);
        if (mover === null || over === null || cores === null) return;
        const drop = dropOn(scenario, cores, mover, over);
        // A finger holds no Alt key.
        const both = drop.kind === 'taken' && drop.shared !== null && drop.swapped !== null;
        if (touch && both) {
          app.open({ kind: 'move', core: from, to: over });
        } else doMove(app, mover, { core: over, way: wayOf(drop, alt) });
      },
    });
  }, [app, place]);
  return drag;
}

interface CarriedProps {
  readonly scenario: Scenario;
  readonly cores: Cores;
  readonly drag: Drag;
  readonly mover: Mover;
}

function Carried({ scenario, cores, drag, mover }: CarriedProps) {
  const { x, y, over, boxes, touch } = drag;
  const drops = new Map(boxes.map(({ core }) => [core, dropOn(scenario, cores, mover, core)]));
  const drop = over === null ? undefined : drops.get(over);
  const does = drop !== undefined && (drop.kind === 'free' || drop.kind === 'taken');
  const native = scenario.apps[mover.app]?.redundancy === 'native';
  return (
    <div className={does || over === null ? 'move-air' : 'move-air refused'}>
      {boxes.map((box) => (
        <Target key={box.core} box={box} drop={drops.get(box.core)} over={box.core === over} />
      ))}
      <div className="move-carried" style={{ left: x, top: y }}>
        {!native && <ReplicaGlyph id={mover.replica} size={32} away={!does} />}
      </div>
      <Plate spot={{ x, y, touch }}>{words(scenario, mover, { drag, drop })}</Plate>
    </div>
  );
}

interface TargetProps {
  readonly box: CoreBox;
  readonly drop: Drop | undefined;
  readonly over: boolean;
}

function Target({ box: { left, top, width, height }, drop, over }: TargetProps) {
  return (
    <div
      className={`move-target ${drop?.kind ?? 'home'}${over ? ' over' : ''}`}
      style={{ left, top, width, height }}
    />
  );
}

interface PlateProps {
  readonly spot: { readonly x: number; readonly y: number; readonly touch: boolean };
  readonly children: React.ReactNode;
}

/** Words beside the pointer, on the side where there is room; above a finger. */
function Plate({ spot: { x, y, touch }, children }: PlateProps) {
  const left = x > window.innerWidth / 2;
  const up = touch || y > window.innerHeight - 120;
  const style: CSSProperties = {
    ...(left ? { right: window.innerWidth - x + 14 } : { left: x + 14 }),
    ...(up ? { bottom: window.innerHeight - y + 26 } : { top: y + 22 }),
  };
  return (
    <div className="move-plate" style={style}>
      {children}
    </div>
  );
}

interface Words {
  readonly drag: Drag;
  readonly drop: Drop | undefined;
}

function words(scenario: Scenario, mover: Mover, { drag, drop }: Words) {
  const { over, alt, touch } = drag;
  if (over === null || drop === undefined) {
    return (
      <span>
        {touch
          ? t('Drop it on a NonRes core; let go elsewhere to leave it.')
          : t('Drop it on a NonRes core; Esc to leave it.')}
      </span>
    );
  }
  const refusal = refusalOf(scenario, mover, { core: over, drop });
  if (refusal !== null) return <span>{refusal}.</span>;
  const order = orderOf(scenario, mover, { core: over, drop, way: wayOf(drop, alt) });
  const both = drop.kind === 'taken' && drop.shared !== null && drop.swapped !== null;
  return (
    <>
      <b>{order}</b>
      {both && !alt && !touch && (
        <span>
          {onMac ? t('Hold Option to share the core.') : t('Hold Alt to share the core.')}
        </span>
      )}
      {both && touch && <span>{t('Let go to choose: swap or share.')}</span>}
    </>
  );
}
