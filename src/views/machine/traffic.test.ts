import { expect, it } from 'vitest';
import { MESSAGE_INDEX } from '../../kernel/events.ts';
import { trafficLabel, trafficOf } from './traffic.ts';

const messages = {
  length: 4,
  longestFlight: 500,
  sent: Float64Array.of(100, 1000, 1600, 2000),
  arrival: Float64Array.of(600, 1500, 2100, 2500),
  kind: Uint8Array.of(
    MESSAGE_INDEX.NOTIFY,
    MESSAGE_INDEX.CALL,
    MESSAGE_INDEX.ANSWER,
    MESSAGE_INDEX.CALL,
  ),
  from: Int8Array.of(0, 1, 0, 2),
  to: Int8Array.of(1, 0, 1, 0),
  app: Int8Array.of(0, 0, 0, 1),
  replica: Int8Array.of(0, 0, 0, 1),
  fault: new Uint8Array(4),
};
const at = (time: number) => trafficOf(messages, [1, 2], { app: 0, since: 900, time });

it('places a message by the share of its flight that is done', () => {
  expect(at(1250).inward[0]).toMatchObject({ kind: 'CALL', done: 0.5 });
});

it('keeps a delivered message of the event and leaves out those of earlier events', () => {
  expect(at(1550).inward[0]).toMatchObject({ kind: 'CALL', done: 1 });
  expect(at(1550).outward[0]).toBeNull();
});

it('shows nothing that is not yet sent, so going back takes messages back', () => {
  expect(at(999).inward[0]).toBeNull();
});

it('leaves out messages of other apps', () => {
  expect(at(2200).inward[1]).toBeNull();
});

it('names direction by who sends', () => {
  const sent = at(1700);
  const [up, down] = [sent.inward[0], sent.outward[0]];
  expect(up && trafficLabel(up, true)).toBe('CALL R0→M');
  expect(down && trafficLabel(down, false)).toBe('ANSWER M→R0');
});

it('says what a fault does to a message', () => {
  const fault = Uint8Array.of(0, 1, 3, 0);
  const hit = trafficOf({ ...messages, fault }, [1, 2], { app: 0, since: 900, time: 1700 });
  const [up, down] = [hit.inward[0], hit.outward[0]];
  expect(up && trafficLabel(up, true)).toBe('CALL R0→M lost');
  expect(down && trafficLabel(down, false)).toBe('ANSWER M→R0 wrong');
});
