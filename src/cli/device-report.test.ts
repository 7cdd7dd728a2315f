import { expect, it } from 'vitest';
import { type } from './testing.ts';

const driver = (access: string) =>
  JSON.stringify({
    apps: [{ signalling: 'migration', workload: { kind: 'driver', interrupts: 20, access } }],
  });

/** What the JSON of a run says of the device of its first app. */
function deviceOf(...args: string[]): object | undefined {
  const { out } = type(['run', ...args, '--json'], { 'd.json': driver('naive') });
  return (JSON.parse(out) as { apps: { device?: object }[] }).apps[0].device;
}

it('says that proxied accesses are made once', () => {
  const { out, status } = type(['run', 'd.json'], { 'd.json': driver('proxied') });
  expect(status).toBe(0);
  expect(out).toMatch(/^driver +proxied +20 of 20 /m);
  expect(out).toContain('driver: every access was made once, and all replicas got the same input.');
  expect(out).not.toContain('What the faults did');
});

it('counts what replicas that touch a device themselves do to it', () => {
  const { out } = type(['run', 'd.json'], { 'd.json': driver('naive') });
  expect(out).toContain('the device saw 60 reads for 20; 60 writes had an effect for 20');
  expect(out).toMatch(/incidents: .*input-differs \d+.*write-repeated 40/);
  expect(out).toContain('What came of replicas that differ');
});

it('gives the same figures as JSON, and none without a device', () => {
  expect(deviceOf('d.json')).toMatchObject({ access: 'naive', writes: 60, writesDue: 20 });
  expect(deviceOf('crc32-tmr-ipc', '--workload', 'crc32-small.l4re-4k')).toBeUndefined();
});

it('says how long the critical path waits for a device', () => {
  const { out } = type(['sensitivity', 'd.json'], { 'd.json': driver('proxied') });
  expect(out).toMatch(/wait for a device\./);
});
