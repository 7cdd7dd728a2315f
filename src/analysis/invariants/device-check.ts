import { t } from '../../base/language.ts';
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
      ? t('each replica touches the device itself: nothing is promised')
      : t('no driver of the run has a device that Romain proxies');
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
  if (excuse) violations.leaveOut(t('accesses that a fault keeps a leader from'));
  violations.expect(excuse ? done.reads <= handled.read : done.reads === handled.read, () =>
    t('app {id}: {reads} reads of the device in {read} events that read', {
      id: app.id,
      reads: done.reads,
      read: handled.read,
    }),
  );
  violations.expect(excuse ? done.writes <= handled.write : done.writes === handled.write, () =>
    t('app {id}: {writes} writes had an effect in {write} events that write', {
      id: app.id,
      writes: done.writes,
      write: handled.write,
    }),
  );
}

function checkCounts(
  { id }: AppPlan,
  done: DeviceSummary,
  { excused, violations }: { readonly excused: boolean; readonly violations: Violations },
): void {
  const exact = (count: number, due: number) => (excused ? count <= due : count === due);
  violations.expect(exact(done.reads, done.readsDue), () =>
    t('app {id}: {reads} reads of the device, {readsDue} due', {
      id,
      reads: done.reads,
      readsDue: done.readsDue,
    }),
  );
  violations.expect(exact(done.writes, done.writesDue), () =>
    t('app {id}: {writes} writes had an effect, {writesDue} due', {
      id,
      writes: done.writes,
      writesDue: done.writesDue,
    }),
  );
  violations.expect(excused || done.wrongInputs + done.wrongWrites === 0, () =>
    t('app {id}: {wrongInputs} wrong inputs, {wrongWrites} wrong effects', {
      id,
      wrongInputs: done.wrongInputs,
      wrongWrites: done.wrongWrites,
    }),
  );
}

/** No interrupt is handled before it came. */
function checkOrder(
  { id, cores }: AppPlan,
  { arrivals, waitsFor }: DevicePlan,
  { recording, violations }: { readonly recording: Recording; readonly violations: Violations },
): void {
  const { handled, length, trap } = recording.rendezvous[id];
  const wait = waitsFor.findIndex((interrupt) => interrupt !== -1);
  // What nobody outvotes is done, whatever it is, and the event is still that of the program.
  const turned = eventsTurned(recording, { id, replicas: cores.length });
  for (let i = 0; i < length; i++) {
    // An event that a fault turned into another trap waits for nothing.
    if (waitsFor[i] === -1 || trap[i] !== trap[wait] || turned.has(i)) continue;
    violations.expect(handled[i] >= arrivals[waitsFor[i]], () =>
      t('app {id}: event {event} is handled at {time}, before its interrupt', {
        id,
        event: i,
        time: handled[i],
      }),
    );
  }
}

/** Events of an app in which a fault made half of its replicas or more raise another trap than their program has. */
function eventsTurned(
  { incidents }: Recording,
  { id, replicas }: { readonly id: number; readonly replicas: number },
): ReadonlySet<number> {
  const turned = new Map<number, Set<number>>();
  for (const { kind, app, event, replica } of incidents) {
    if (app !== id || (kind !== 'wrong-trap' && kind !== 'watchdog')) continue;
    turned.set(event, (turned.get(event) ?? new Set()).add(replica));
  }
  const most = [...turned].filter(([, those]) => 2 * those.size >= replicas);
  return new Set(most.map(([event]) => event));
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
