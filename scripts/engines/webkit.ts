import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { clickActions, keyActions } from './actions.ts';
import { SIZE } from './engine.ts';
import type { Engine } from './engine.ts';
import { startUntil } from './process.ts';
import type { Started } from './process.ts';

/** What drives WebKitGTK: its classic driver, its browser, and a screen, as it has no window without. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

type Send = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;

const ARGUMENTS = ['--automation', '--enable-write-console-messages-to-stdout=true'];
const ERRORS = /^CONSOLE .*\bERROR\b.*$/gmu;

/** Starts WebKitGTK on a screen of its own and drives it through WebDriver. */
export async function startWebKit(programs: WebKitPrograms): Promise<Engine> {
  const { width, height } = SIZE;
  // As much higher than the page as the bar of the window.
  const size = `${width}x${height + 200}x24`;
  const screenArgs = ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'];
  const screen = await startUntil(programs.screen, screenArgs, /^(\d+)\n/mu);
  const started: Started[] = [screen];
  const stop = async (): Promise<void> => {
    for (const each of started.toReversed()) await each.stop();
  };
  try {
    const port = await freePort();
    const driver = await startDriver(programs.driver, port, `:${screen.found}`);
    started.push(driver);
    const engine = await openWindow(client(`http://127.0.0.1:${port}`), programs.browser);
    const problems = (): readonly string[] => driver.output().match(ERRORS) ?? [];
    return {
      ...engine,
      problems,
      close: async () => {
        await engine.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A port that nobody listens on: the driver cannot choose one and say which. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The driver says nothing when it is ready, so it is asked. */
async function startDriver(driver: string, port: number, display: string): Promise<Started> {
  const script = 'echo starting; exec "$0" "$@"';
  const env = { DISPLAY: display, LANG: 'C.UTF-8', LANGUAGE: '', GDK_BACKEND: 'x11' };
  const started = await startUntil(
    'sh',
    ['-c', script, driver, `--port=${port}`],
    /(starting)\n/u,
    env,
  );
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const answered = await fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return started;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await started.stop();
  throw new Error(`The driver does not answer. It wrote: ${started.output()}`);
}

function client(address: string): Send {
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(address + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${path}: ${(value as { message: string }).message}`);
    return value as T;
  };
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

async function openWindow(send: Send, binary: string): Promise<Omit<Engine, 'problems'>> {
  const { sessionId, capabilities } = await send<Session>('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ARGUMENTS } },
    },
  });
  const session = `/session/${sessionId}`;
  const ask = (body: string): Promise<string> =>
    send('POST', `${session}/execute/sync`, { script: body, args: [] });
  const perform = async (actions: readonly object[]): Promise<void> => {
    await send('POST', `${session}/actions`, { actions });
  };
  await send('POST', `${session}/window/rect`, { x: 0, y: 0, ...SIZE });
  const bar = SIZE.height - Number(await ask('return String(window.innerHeight)'));
  await send('POST', `${session}/window/rect`, { ...SIZE, height: SIZE.height + bar });
  return {
    title: `WebKitGTK ${capabilities.browserVersion}`,
    open: async (url) => {
      await send('POST', `${session}/url`, { url });
    },
    ask,
    press: (key) => perform(keyActions(key)),
    click: (at) => perform(clickActions(at)),
    picture: async () => Buffer.from(await send<string>('GET', `${session}/screenshot`), 'base64'),
    close: async () => {
      await send('DELETE', session);
    },
  };
}
