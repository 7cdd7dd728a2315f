import { expect, it } from 'vitest';
import { record } from '../../run/record.ts';
import type { Recording } from '../../run/recording.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import { driverPlan, driverWork } from '../../testing/driver-runs.ts';
import { craftPlan } from '../../testing/plans.ts';
import { checkDevices } from './device-check.ts';

const plan = driverPlan({ access: 'proxied' });
const honest = record(plan);

/** What is found where the device is said to have done something else. */
function lieAbout(device: object): readonly string[] {
  const { summary } = honest;
  const [app] = summary.apps;
  const told = { ...app, device: { ...app.device, ...device } } as typeof app;
  return checkDevices(plan, { ...honest, summary: { ...summary, apps: [told] } }).details;
}

it('holds for a driver whose accesses Romain makes', () => {
  expect(checkDevices(plan, honest)).toMatchObject({ id: 10, ok: true, applies: true });
});

it.each([
  [{ writes: 13 }, '13 writes had an effect, 12 due'],
  [{ reads: 36 }, '36 reads of the device, 12 due'],
  [{ writes: 11, writesDue: 11 }, '11 writes had an effect in 12 events that write'],
  [{ wrongInputs: 1 }, '1 wrong inputs, 0 wrong effects'],
])('sees %j', (device, words) => {
  expect(lieAbout(device).join('\n')).toContain(words);
});

it('sees an interrupt that is handled before it came', () => {
  const early = structuredClone(honest) as { rendezvous: Recording['rendezvous'] } & Recording;
  early.rendezvous[0].handled[0] = 5;
  const finding = checkDevices(plan, early);
  expect(finding.ok).toBe(false);
  expect(finding.details[0]).toContain('handled at 5, before its interrupt');
});

it.each([
  ['nothing is promised', driverPlan({ access: 'naive' })],
  ['no driver of the run', driverPlan({ access: 'naive', app: { redundancy: 1 } })],
  ['no driver of the run', craftPlan({ apps: [{}] })],
])('has nothing to check where %s', (why, other) => {
  const finding = checkDevices(other, record(other));
  expect(finding).toMatchObject({ ok: true, applies: false });
  expect(finding.details[0]).toContain(why);
});

it('lets a replica that is alone raise another trap before its interrupt came', () => {
  const faulty = craftPlan({
    apps: [{ redundancy: 1, workload: driverWork({ access: 'proxied' }) }],
    faults: [{ at: { cycle: 0 }, app: 0, replica: 0, target: 'mem', fate: 'trap', seed: 0 }],
  });
  const run = record(faulty);
  expect(run.incidents.map(({ kind }) => kind)).toContain('wrong-trap');
  expect(checkDevices(faulty, run)).toMatchObject({ ok: true, applies: true });
});

it('lets replicas that nobody outvotes raise another trap before their interrupt came', () => {
  const replicas = plan.apps[0].cores.length;
  /** Event 0 is handled early, and `turned` replicas raised another trap in it. */
  const early = (turned: number) => {
    const run = structuredClone(honest) as { -readonly [K in keyof Recording]: Recording[K] };
    run.rendezvous[0].handled[0] = 5;
    run.incidents = Array.from({ length: turned }, (_, replica) => wrongTrap(replica));
    return checkDevices(plan, run).ok;
  };
  expect(early(0)).toBe(false);
  expect(early(Math.ceil(replicas / 2) - 1)).toBe(false);
  expect(early(Math.ceil(replicas / 2))).toBe(true);
  expect(early(replicas)).toBe(true);
});

function wrongTrap(replica: number): Incident {
  const nowhere = { fault: -1, place: -1, at: -1, mask: 0, other: 3 };
  return { ...nowhere, kind: 'wrong-trap', app: 0, event: 0, replica, time: 1, step: 1 };
}
