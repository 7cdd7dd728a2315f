import type { Browser, Page } from '@playwright/test';

/** The part of a trace event that counts here; times in microseconds, `tdur` on the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Milliseconds of processor time of the longest task on the page's main thread until `loaded`
 * resolves. Unlike a task's duration it does not grow while other threads hold the processor, such
 * as the drawing threads of a browser without a GPU.
 */
export async function longestTaskOnProcessor(
  browser: Browser,
  address: string,
  loaded: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const events = await trace(page, async () => {
      await page.goto(address);
      await loaded(page);
    });
    const key = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
    const isMain = (e: TraceEvent): boolean =>
      e.name === 'thread_name' && e.args?.name === 'CrRendererMain';
    const mains = new Set(events.filter(isMain).map(key));
    const tasks = events.filter(
      (e) => e.ph === 'X' && e.name.endsWith('::RunTask') && mains.has(key(e)),
    );
    return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
  } finally {
    await context.close();
  }
}

async function trace(page: Page, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const categories = 'toplevel,__metadata';
  await session.send('Tracing.start', { categories, transferMode: 'ReportEvents' });
  await act();
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await complete;
  return events;
}
