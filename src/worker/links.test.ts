import { expect, it } from 'vitest';

import { decodeLink } from '../scenario/link.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { createLinkCodec } from './link-client.ts';
import { answerLink } from './links.ts';
import type { LinkRequest, WorkerPost } from './protocol.ts';

const content = { scenario: defaultScenario(), view: { time: 4000 } };

/** A codec whose questions wait until they are answered in any order. */
function setUp() {
  const asked: LinkRequest[] = [];
  const listeners: ((event: { data: WorkerPost }) => void)[] = [];
  const codec = createLinkCodec({
    postMessage: (request) => void asked.push(structuredClone(request)),
    addEventListener: (_, listener) => void listeners.push(listener),
  });
  const answer = (index: number): void => {
    const request = asked[index];
    if (request !== undefined) for (const hear of listeners) hear({ data: answerLink(request) });
  };
  return { codec, answer };
}

it('writes a link that reads back', async () => {
  const { codec, answer } = setUp();
  const written = codec.encode(content);
  answer(0);
  const read = codec.decode(await written);
  answer(1);
  expect(await read).toEqual(decodeLink(await written));
  expect(await read).toMatchObject({ ok: true, value: content });
});

it('gives each question its own answer', async () => {
  const { codec, answer } = setUp();
  const first = codec.decode('w1.broken');
  const second = codec.encode(content);
  answer(1);
  answer(0);
  expect(await second).toMatch(/^w3\./u);
  expect(await first).toMatchObject({ ok: false });
});
