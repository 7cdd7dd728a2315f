import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clickActions, keyActions } from './actions.ts';
import { connectBidi } from './bidi.ts';
import type { Bidi } from './bidi.ts';
import { SIZE } from './engine.ts';
import type { Engine } from './engine.ts';
import { startUntil } from './process.ts';

interface Evaluated {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

interface LogEntry {
  readonly level: string;
  readonly text: string | null;
}

const LISTENS = /WebDriver BiDi listening on (ws:\/\/\S+)/u;

/** Starts Firefox in a fresh profile and drives it through WebDriver BiDi, which needs no driver. */
export async function startFirefox(executable: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'watchmen-firefox-'));
  const args = ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile];
  const { width, height } = SIZE;
  const browser = await startUntil(executable, args, LISTENS, {
    MOZ_HEADLESS_WIDTH: String(width),
    MOZ_HEADLESS_HEIGHT: String(height),
  });
  const close = async (): Promise<void> => {
    await browser.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const problems: string[] = [];
    const bidi = await connectBidi(`${browser.found}/session`, (method, params) => {
      const { level, text } = params as LogEntry;
      if (method === 'log.entryAdded' && level === 'error') problems.push(text ?? '');
    });
    return { ...(await openTab(bidi)), problems: () => problems, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openTab(bidi: Bidi): Promise<Omit<Engine, 'problems' | 'close'>> {
  const { capabilities } = await bidi.command<{ capabilities: { browserVersion: string } }>(
    'session.new',
    { capabilities: {} },
  );
  await bidi.command('session.subscribe', { events: ['log.entryAdded'] });
  const tree = await bidi.command<{ contexts: readonly { context: string }[] }>(
    'browsingContext.getTree',
    { maxDepth: 0 },
  );
  const context = tree.contexts[0]?.context;
  await bidi.command('browsingContext.setViewport', { context, viewport: SIZE });
  const perform = async (actions: readonly object[]): Promise<void> => {
    await bidi.command('input.performActions', { context, actions });
  };
  return {
    title: `Firefox ${capabilities.browserVersion}`,
    open: async (url) => {
      await bidi.command('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    ask: async (body) => {
      const { result, exceptionDetails } = await bidi.command<Evaluated>('script.evaluate', {
        expression: `(() => { ${body} })()`,
        target: { context },
        awaitPromise: false,
      });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return String(result?.value);
    },
    press: (key) => perform(keyActions(key)),
    click: (at) => perform(clickActions(at)),
    picture: async () => {
      const { data } = await bidi.command<{ data: string }>('browsingContext.captureScreenshot', {
        context,
      });
      return Buffer.from(data, 'base64');
    },
  };
}
