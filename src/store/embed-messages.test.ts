import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  createPatience,
  FRAME_COMMANDS,
  MAX_GO_TO,
  MAX_SHOWN_LINK,
  readRequest,
} from './embed-messages.ts';

const REQUESTS = [
  { type: 'watchmen:ping' },
  ...FRAME_COMMANDS.map((command) => ({ type: 'watchmen:do', command })),
  { type: 'watchmen:go', to: 'event 41' },
  { type: 'watchmen:show', link: 'w3.Y2BQYGRiEMYiAwBz3SW2' },
  { type: 'watchmen:show', link: 'lesson=polling&step=2' },
  { type: 'watchmen:theme', theme: 'dark' },
];

const STRANGE: readonly unknown[] = [
  null,
  'watchmen:ping',
  [],
  [{ type: 'watchmen:ping' }],
  { type: 'watchmen:ping', more: 1 },
  { type: 'watchmen:PING' },
  { type: ['watchmen:ping'] },
  { type: 'watchmen:do' },
  { type: 'watchmen:do', command: 'inject' },
  { type: 'watchmen:do', command: '__proto__' },
  { type: 'watchmen:do', command: ['play'] },
  { type: 'watchmen:go', to: 7 },
  { type: 'watchmen:go', to: '1'.repeat(MAX_GO_TO + 1) },
  { type: 'watchmen:show', link: 'w3.'.padEnd(MAX_SHOWN_LINK + 1, 'a') },
  { type: 'watchmen:show', link: '/../elsewhere' },
  { type: 'watchmen:show', link: 'javascript:alert(1)' },
  { type: 'watchmen:show', link: '' },
  { type: 'watchmen:theme', theme: 'pink' },
];

describe('messages from the page around a frame', () => {
  it.each(REQUESTS)('are understood: %j', (request) => {
    expect(readRequest(request)).toEqual(request);
  });

  it.each(STRANGE)('are ignored when they are no such message: %#', (data) => {
    expect(readRequest(data)).toBeNull();
  });

  it('are never anything but what is understood, whatever comes', () => {
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withDate: true }),
      fc.record(
        {
          type: fc.constantFrom(...REQUESTS.map(({ type }) => type)),
          command: fc.anything(),
          to: fc.anything(),
          link: fc.anything(),
          theme: fc.anything(),
        },
        { requiredKeys: ['type'] },
      ),
    );
    fc.assert(
      fc.property(anything, (data) => {
        expect([null, data]).toContainEqual(readRequest(data));
      }),
      { numRuns: 2000 },
    );
  });

  it('are dropped where there are too many of them, and heard again a second later', () => {
    const patience = createPatience(3);
    expect([0, 1, 2, 3, 999].map(patience)).toEqual([true, true, true, false, false]);
    expect([1000, 1001, 1002, 1003].map(patience)).toEqual([true, true, true, false]);
  });
});
