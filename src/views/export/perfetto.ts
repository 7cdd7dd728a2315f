import { t } from '../../base/language.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Work } from './work.ts';

const PERFETTO = 'https://ui.perfetto.dev';
const PING_MS = 80;
const PATIENCE_MS = 30_000;

/** A trace on its way to Perfetto. */
export interface TraceForPerfetto {
  readonly title: string;
  readonly fileName: string;
  readonly make: () => Promise<Blob>;
}

/**
 * Opens Perfetto in a new tab and hands it the trace by `postMessage`: from tab to tab, nothing is
 * uploaded. Perfetto answers PING with PONG when it listens. Must begin in the turn of a click, as the
 * browser opens tabs for nobody else.
 */
export async function openInPerfetto(
  { title, fileName, make }: TraceForPerfetto,
  work: Work,
): Promise<Result<string, string>> {
  if (!navigator.onLine) {
    return err(
      t('Perfetto cannot be reached without a connection. Save the trace and open it there later.'),
    );
  }
  const tab = window.open(PERFETTO);
  if (tab === null) {
    return err(
      t(
        'The browser blocked the new tab. Allow pop-ups for this page, or save the trace and open it at ui.perfetto.dev.',
      ),
    );
  }
  try {
    const buffer = await (await make()).arrayBuffer();
    work.report(0.99, t('Waiting for Perfetto'));
    const answered = await answer(tab, work.signal);
    if (!answered) {
      return err(
        tab.closed
          ? t('The tab of Perfetto was closed before it was ready.')
          : t(
              'ui.perfetto.dev did not answer within 30 seconds. Save the trace and open it there later.',
            ),
      );
    }
    tab.postMessage({ perfetto: { buffer, title, fileName } }, PERFETTO);
    return ok(t('Perfetto has the trace, in its own tab. Nothing was uploaded.'));
  } catch (error) {
    tab.close();
    throw error;
  }
}

/** Asks `tab` until it answers; `false` when it does not in time. */
function answer(tab: Window, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = (settle: () => void): void => {
      over.abort();
      clearInterval(ping);
      clearTimeout(patience);
      settle();
    };
    const ping = setInterval(() => {
      if (tab.closed) end(() => resolve(false));
      else tab.postMessage('PING', PERFETTO);
    }, PING_MS);
    const patience = setTimeout(() => end(() => resolve(false)), PATIENCE_MS);
    const listen = ({ origin, data }: MessageEvent<unknown>): void => {
      if (origin === PERFETTO && data === 'PONG') end(() => resolve(true));
    };
    window.addEventListener('message', listen, { signal: over.signal });
    const stop = (): void => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', stop, { signal: over.signal });
  });
}
