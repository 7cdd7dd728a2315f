import { useEffect, useState } from 'react';

import type { PathShares } from '../../analysis/causes/critical-path.ts';
import type { Gain } from '../../analysis/causes/sensitivity.ts';
import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { cyclesText } from '../machine/numbers.ts';
import { Coming } from '../shell/Part.tsx';
import { PERCENT } from '../../store/better-cost.ts';
import { GainTable, percentText } from './GainTable.tsx';

interface Props {
  readonly run: HeldRun;
  readonly app: number;
  /** From 0. */
  readonly event: number;
}

interface Found {
  readonly length: number;
  readonly gains: readonly Gain[];
  readonly path: PathShares;
}

/** What would help in one event: its critical path, and gains by simulating it again. */
export function EventHelp({ run, app, event }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="help" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t('What would help in event {event}?', { event: groupDigits(event + 1) })}</summary>
      {open && <Gains key={`${app} ${event}`} run={run} app={app} event={event} />}
    </details>
  );
}

function Gains({ run, app, event }: Props) {
  const [found, setFound] = useState<Found | null | undefined>(undefined);
  useEffect(() => {
    let current = true;
    const show = async (): Promise<void> => {
      const result = await find(run, app, event);
      if (current) setFound(result);
    };
    void show();
    return () => {
      current = false;
    };
  }, [run, app, event]);
  if (found === undefined) {
    return (
      <p className="quiet">
        {t('The event is simulated again.')}
        <Coming />
      </p>
    );
  }
  if (found === null) return <p className="quiet">{t('This run does not complete the event.')}</p>;
  const { length, gains, path } = found;
  const trapped = run.recording.rendezvous[app]?.trapped[event] ?? 0;
  return (
    <>
      <p>
        {t(
          'Each parameter {percent} % better from this event’s first trap on, a small one by 1 at least, simulated one by one. Of the {cycles}, {user} are user code.',
          {
            percent: PERCENT,
            cycles: cyclesText(length),
            user: percentText(path.compute, length),
          },
        )}
      </p>
      <GainTable gains={gains} path={path} length={length} at={trapped} />
    </>
  );
}

async function find(run: HeldRun, app: number, event: number): Promise<Found | null> {
  const [{ gainsOfEvent }, { pathShares }, { createExplainer }, { createSeeker }] =
    await Promise.all([
      import('../../analysis/causes/sensitivity.ts'),
      import('../../analysis/causes/critical-path.ts'),
      import('../../analysis/causes/explain.ts'),
      import('../../run/seek.ts'),
    ]);
  const { plan, recording } = run;
  const seekable = { plan, recording, seeker: createSeeker(plan, recording) };
  const result = gainsOfEvent(seekable, { app, event }, PERCENT);
  const chain = createExplainer(seekable)({ kind: 'event', app, event });
  return result === null || chain === null ? null : { ...result, path: pathShares(chain) };
}
