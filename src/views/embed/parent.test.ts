import { describe, expect, it } from 'vitest';

import { NOBODY } from '../../store/embed.ts';
import { parentOf } from './parent.ts';
import type { FramedWindow } from './parent.ts';

interface Around {
  readonly told: (readonly [unknown, string])[];
  readonly window: Window;
}

/** A page around, that notes what it is told. */
function around(): Around {
  const told: (readonly [unknown, string])[] = [];
  const postMessage = (message: unknown, target: string): void => void told.push([message, target]);
  return { told, window: { postMessage } as unknown as Window };
}

function framed(
  parent: Window,
  origins: readonly string[] | undefined,
  referrer = '',
): FramedWindow {
  const location = { ancestorOrigins: origins } as unknown as Location;
  return { parent, location, document: { referrer } };
}

const LEAVE = { type: 'watchmen:leave' } as const;
const PING = { type: 'watchmen:ping' };

function sentBy(source: Window, origin: string): MessageEvent<unknown> {
  return { data: PING, source, origin } as unknown as MessageEvent<unknown>;
}

describe('the page around a frame', () => {
  it('is told and heard under the origin that the browser names', () => {
    const { window, told } = around();
    const parent = parentOf(framed(window, ['https://deck.example']), null);
    parent?.tell(LEAVE);
    expect(told).toEqual([[LEAVE, 'https://deck.example']]);
    expect(parent?.read(sentBy(window, 'https://deck.example'))).toEqual(PING);
    expect(parent?.read(sentBy(window, 'https://evil.example'))).toBeNull();
  });

  it('is heard alone: not another frame of the same page', () => {
    const { window } = around();
    const parent = parentOf(framed(window, ['https://deck.example']), null);
    expect(parent?.read(sentBy(around().window, 'https://deck.example'))).toBeNull();
  });

  it('is the one that the address names, whatever the frame is in', () => {
    const { window, told } = around();
    const parent = parentOf(framed(window, ['https://evil.example']), 'https://deck.example');
    parent?.tell(LEAVE);
    expect(told).toEqual([[LEAVE, 'https://deck.example']]);
    expect(parent?.read(sentBy(window, 'https://evil.example'))).toBeNull();
  });

  it('is known by the referrer where the browser names no origins', () => {
    const { window, told } = around();
    parentOf(framed(window, undefined, 'https://deck.example/week-3/'), null)?.tell(LEAVE);
    parentOf(framed(window, undefined), null)?.tell(LEAVE);
    expect(told.map(([, target]) => target)).toEqual(['https://deck.example', '*']);
  });

  it('has no origin on a disk', () => {
    const { window, told } = around();
    const parent = parentOf(framed(window, ['null']), null);
    parent?.tell(LEAVE);
    expect(told).toEqual([[LEAVE, '*']]);
    expect(parent?.read(sentBy(window, 'null'))).toEqual(PING);
  });

  it('is nobody where the page stands alone, or where nobody may speak with it', () => {
    const alone = { location: {}, document: { referrer: '' } } as unknown as FramedWindow;
    Object.assign(alone, { parent: alone });
    expect(parentOf(alone, null)).toBeNull();
    expect(parentOf(framed(around().window, ['https://deck.example']), NOBODY)).toBeNull();
  });
});
