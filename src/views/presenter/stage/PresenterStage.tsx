import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { t } from '../../../base/language.ts';
import type { AppPlan } from '../../../kernel/plan.ts';
import type { MachineView } from '../../../run/machine-view.ts';
import type { HeldRun } from '../../../store/held.ts';
import { usesResCore } from '../../machine/words.ts';
import { useUnit } from '../show.ts';
import type { StageThing } from './lit.ts';
import { StageMedium } from './StageMedium.tsx';
import { StageReplica } from './StageReplica.tsx';
import { StageRomain } from './StageRomain.tsx';
import '../../machine/machine.css';
import '../../machine/faults.css';
import './stage.css';

/** What every part of the stage shows something of. */
export interface StageScene {
  readonly run: HeldRun;
  readonly view: MachineView;
  readonly app: number;
  readonly lit: ReadonlySet<StageThing>;
}

interface Props extends StageScene {
  readonly upright: boolean;
}

/** The machine for the last row: the replicas of one program, the medium, and Romain; idle cores are left out. */
export function PresenterStage({ upright, ...scene }: Props) {
  const { run, view, app, lit } = scene;
  const box = useRef<HTMLDivElement>(null);
  const unit = useUnit();
  const height = useHeight(box);
  const plan = run.plan.apps[app];
  const state = view.apps[app];
  if (plan === undefined || state === undefined) return null;
  const wired = isWired(plan) && !upright;
  const shallow = !upright && height < SHALLOW * unit;
  return (
    <section
      className="pr-stage"
      aria-label={t('Machine')}
      data-lit={lit.has('panel:machine') ? '' : undefined}
      data-crowd={state.replicas.length > 4 ? '' : undefined}
      data-shallow={shallow ? '' : undefined}
    >
      <div className="pr-replicas" ref={box}>
        {state.replicas.map((replica) => (
          <StageReplica
            key={replica.id}
            {...scene}
            replica={replica}
            low={height / state.replicas.length < LOW * unit}
          />
        ))}
      </div>
      {wired && <StageMedium {...scene} />}
      {!wired && !upright && <div className="pr-medium" />}
      <StageRomain {...scene} split={usesResCore(plan)} shallow={shallow} />
    </section>
  );
}

/** CSS px on a board of 1024 × 768: in lower boxes there is one line beside the replica's sign. */
const LOW = 64;

/** CSS px of a stage on a board of 1024 × 768: in a lower one the four steps of Romain are set closer. */
const SHALLOW = 250;

/** Is there anything between replicas and Romain? */
function isWired({ redundancy }: AppPlan): boolean {
  return redundancy !== 'native' && redundancy > 1;
}

/** Inner height, CSS px, kept up to date; 0 until it is measured. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(node.clientHeight));
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
