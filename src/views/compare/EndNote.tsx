import { useMemo } from 'react';

import { t } from '../../base/language.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { useModel } from '../timeline/use-model.ts';
import { runEnd } from './run-end.ts';
import type { Compared } from './use-compared.ts';

/** Words are placed right of an end that is left of this share of the window. */
const ROOM = 0.6;

interface Props {
  readonly compared: Compared;
  /** Of the lanes in which B is drawn. */
  readonly model: TimelineModel;
  /** Are those A's lanes, on A's time? */
  readonly ghost?: { readonly top: number };
}

/** Says in the empty lanes of B that it has stopped, and where. */
export function EndNote({ compared, model, ghost }: Props) {
  const { b, apps, aligned } = compared;
  const end = useMemo(() => runEnd(b, apps[1], 'B'), [b, apps]);
  const time = end === null ? Infinity : ghost === undefined ? end.time : aligned.toA(end.time);
  const over = useModel(model, ({ window: [from, to] }) => time < from + ROOM * (to - from));
  const byEvents = useModel(model, ({ axis }) => axis === 'event');
  if (end === null || !over) return null;
  // On an axis of events the end is at the right edge, and its flag where the words would be.
  const place = ghost !== undefined ? ' cmp-end-ghost' : byEvents ? ' cmp-end-low' : '';
  return (
    <p className={`cmp-end${place}`} style={ghost === undefined ? undefined : { top: ghost.top }}>
      {end.text}
    </p>
  );
}

/** Says in the strip why there is no difference: one of both runs did not come this far. */
export function NoDifferenceNote({ compared, model }: Pick<Props, 'compared' | 'model'>) {
  const { a, b, apps, difference } = compared;
  const end = useMemo(() => {
    const of = ({ recording }: typeof a, app: number): number =>
      recording.summary.apps[app]?.completedEvents ?? 0;
    return of(b, apps[1]) < of(a, apps[0]) ? runEnd(b, apps[1], 'B') : runEnd(a, apps[0], 'A');
  }, [a, b, apps]);
  const events = difference?.events ?? 0;
  const last = events === 0 ? 0 : (a.recording.rendezvous[apps[0]]?.completed[events - 1] ?? 0);
  const none = useModel(model, ({ window: [from] }) => from >= last);
  if (difference === null || end === null || !none) return null;
  return (
    <p className="cmp-none quiet">
      {t('No event here that both complete: {why}', { why: end.text })}
    </p>
  );
}
