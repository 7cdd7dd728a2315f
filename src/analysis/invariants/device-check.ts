import { DEVICE_OPS } from '../../kernel/device.ts';
import { EVENT_INDEX } from '../../kernel/events.ts';
import type { AppPlan, DevicePlan, MachinePlan } from '../../kernel/plan.ts';
import type { DeviceSummary, Recording } from '../../run/recording.ts';
import type { Finding } from './finding.ts';
import { notApplicable, Violations } from './finding.ts';

/** Invariant 10: what Romain promises for a device that it proxies. */
export function checkDevices(plan: MachinePlan, recording: Recording): Finding {
  const proxied = plan.apps.filter(({ device }) => device?.access === 'proxied');
  if (proxied.length === 0) {
    const naive = plan.apps.some(({ device, cores }) => device !== null && cores.length > 1);
    const why = naive
      ? 'each replica touches the device itself: nothing is promised'
      : 'no driver of the run has a device that Romain proxies';
    return notApplicable(10, why);
  }
  const violations = new Violations();
  for (const app of proxied) checkDevice(app, recording, violations);
  return violations.finding(10);
}

function checkDevice(app: AppPlan, recording: Recording, violations: Violations): void {
  const { device } = app;
  const done = recording.summary.apps[app.id].device;
  if (device === null || done === undefined) return;
  checkOrder(app, device, { recording, violations });
  const hit = recording.incidents.some(({ kind, app: id }) => kind === 'injected' && id === app.id);
  const wild = recording.incidents.some(({ kind }) => kind === 'wild-write');
  checkCounts(app, done, { excused: hit || wild, violations });
  const handled = countHandled(app, device, recording);
  const excuse = hit || wild;
  if (excuse) violations.leaveOut('accesses that a fault keeps a leader from');
  violations.expect(
    excuse ? done.reads <= handled.read : done.reads === handled.read,
    () => `app ${app.id}: ${done.reads} reads of the device in ${handled.read} events that read`,
  );
  violations.expect(
    excuse ? done.writes <= handled.write : done.writes === handled.write,
    () =>
      `app ${app.id}: ${done.writes} writes had an effect in ${handled.write} events that write`,
  );
}

function checkCounts(
  { id }: AppPlan,
  done: DeviceSummary,
  { excused, violations }: { readonly excused: boolean; readonly violations: Violations },
): void {
  const exact = (count: number, due: number) => (excused ? count <= due : count === due);
  violations.expect(
    exact(done.reads, done.readsDue),
    () => `app ${id}: ${done.reads} reads of the device, ${done.readsDue} due`,
  );
  violations.expect(
    exact(done.writes, done.writesDue),
    () => `app ${id}: ${done.writes} writes had an effect, ${done.writesDue} due`,
  );
  violations.expect(
    excused || done.wrongInputs + done.wrongWrites === 0,
    () => `app ${id}: ${done.wrongInputs} wrong inputs, ${done.wrongWrites} wrong effects`,
  );
}

/** No interrupt is handled before it came. */
function checkOrder(
  { id }: AppPlan,
  { arrivals, waitsFor }: DevicePlan,
  { recording, violations }: { readonly recording: Recording; readonly violations: Violations },
): void {
  const { handled, length, trap } = recording.rendezvous[id];
  const wait = waitsFor.findIndex((interrupt) => interrupt !== -1);
  for (let i = 0; i < length; i++) {
    // An event that a fault turned into another trap waits for nothing.
    if (waitsFor[i] === -1 || trap[i] !== trap[wait]) continue;
    violations.expect(
      handled[i] >= arrivals[waitsFor[i]],
      () => `app ${id}: event ${i} is handled at ${handled[i]}, before its interrupt`,
    );
  }
}

/** Events of the run that access the device, by the steps that the run recorded. */
function countHandled(
  { id, program }: AppPlan,
  { op }: DevicePlan,
  { events, rendezvous }: Recording,
): Record<'read' | 'write', number> {
  const counts = { read: 0, write: 0 };
  const votes = countVotes(events, id);
  const { handled, length } = rendezvous[id];
  for (let i = 0; i < Math.min(length, program.length); i++) {
    const kind = DEVICE_OPS[op[i]];
    if (Number.isFinite(handled[i]) && i < votes && (kind === 'read' || kind === 'write')) {
      counts[kind] += 1;
    }
  }
  return counts;
}

/** Events of `app` whose group was compared; a group of one compares nothing. */
function countVotes({ kind, app, length }: Recording['events'], id: number): number {
  let votes = 0;
  for (let i = 0; i < length; i++) {
    if (app[i] === id && kind[i] === EVENT_INDEX.compared) votes += 1;
  }
  return votes === 0 ? length : votes;
}
