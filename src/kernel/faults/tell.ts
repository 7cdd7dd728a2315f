import type { Kernel } from '../context.ts';
import type { Incident } from './incidents.ts';

/** An incident without what the kernel knows itself; what is left out is -1 (`mask`: 0). */
export type Told = Pick<Incident, 'kind' | 'app'> &
  Partial<Pick<Incident, 'replica' | 'fault' | 'place' | 'at' | 'mask' | 'other'>>;

/** Tells the listener, if there is one, what a fault did or had done about it. */
export function tell(k: Kernel, told: Told): void {
  if (k.sink === null) return;
  k.sink.incident({
    replica: -1,
    fault: -1,
    place: -1,
    at: -1,
    mask: 0,
    other: -1,
    ...told,
    time: k.m.now,
    step: k.m.steps - 1,
    event: k.m.apps[told.app].event,
  });
}
