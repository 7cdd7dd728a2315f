import { useLayoutEffect, useRef, useState } from 'react';

import { Gutter } from '../../machine/Gutter.tsx';
import { trafficOf } from '../../machine/traffic.ts';
import { useUnit } from '../show.ts';
import type { StageScene } from './PresenterStage.tsx';

/** How much larger than in the Lab: the 11 px of its labels become 20. */
const LARGER = 1.85;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What lies between the replicas and Romain, as the Lab draws it, and larger. */
export function StageMedium({ run, view, app, lit }: StageScene) {
  const scale = LARGER * useUnit();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const node = box.current;
    if (node === null) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: node.clientWidth, height: node.clientHeight }),
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="pr-medium" ref={box} data-lit={lit.has('message') ? '' : undefined} inert>
      {size.height > 0 && (
        <div className="pr-scaled" style={{ transform: `scale(${scale})` }}>
          <Wires run={run} view={view} app={app} lit={lit} size={size} scale={scale} />
        </div>
      )}
    </div>
  );
}

interface WiresProps extends StageScene {
  readonly size: Size;
  readonly scale: number;
}

function Wires({ run, view, app, size, scale }: WiresProps) {
  const { plan, recording } = run;
  const program = plan.apps[app];
  const state = view.apps[app];
  if (program === undefined || state === undefined) return null;
  const width = size.width / scale;
  const height = size.height / scale;
  const since = recording.rendezvous[app]?.trapped[state.event] ?? view.time;
  const traffic = trafficOf(recording.messages, program.cores, { app, since, time: view.time });
  const row = height / program.cores.length;
  // A quarter: the wires of all replicas are equally far from each other, and so are their labels.
  const spread = Math.min(15, row * 0.25);
  const ends = (x: number) => program.cores.map((_, i) => ({ x, y: (i + 0.5) * row }));
  return (
    <Gutter
      width={width}
      height={height}
      vertical={false}
      method={program.signalling}
      tiles={ends(4)}
      slots={ends(width - 5)}
      spread={[spread, spread]}
      inward={traffic.inward}
      outward={traffic.outward}
      app={state}
    />
  );
}
