import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import type { BrowserContext, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { commandLine } from './command-line.ts';

/** A run small enough to be exported whole. */
const SMALL = (() => {
  const scenario = {
    title: 'small',
    apps: [{ workload: { kind: 'periodic', events: 60, instructions: 20_000, trap: 'syscall' } }],
  };
  return JSON.stringify(scenario);
})();

interface Trace {
  readonly otherData: Readonly<Record<string, string>>;
  readonly traceEvents: readonly { readonly ph: string; readonly name: string }[];
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
}

async function choose(page: Page, group: string, name: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name, exact: true })
    .check({ force: true });
}

/** Saves what is chosen; gives the file's name and content. */
async function saved(page: Page): Promise<{ name: string; path: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save file' }).click(),
  ]);
  const path = test.info().outputPath(download.suggestedFilename());
  await download.saveAs(path);
  await expect(page.locator('.export-job output')).toContainText('is saved');
  return { name: download.suggestedFilename(), path, content: readFileSync(path) };
}

const RELEASE = fileURLToPath(new URL('../node_modules/speedscope/dist/release/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  wasm: 'application/wasm',
};

/** speedscope as its package ships it, with everything that it says on the way. */
async function openSpeedscope(context: BrowserContext): Promise<{ page: Page; said: string[] }> {
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  await page.route('http://speedscope.test/**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) || 'index.html';
    const path = RELEASE + name;
    if (!existsSync(path)) return await route.fulfill({ status: 404 });
    const contentType = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return await route.fulfill({ body: readFileSync(path), contentType });
  });
  await page.goto('http://speedscope.test/');
  return { page, said };
}

test.describe('to take a run elsewhere', () => {
  test('traces made for Perfetto and speedscope open in speedscope without a complaint', async ({
    page,
    context,
  }) => {
    await openApp(page);
    await openDialog(page);
    const speedscope = await openSpeedscope(context);
    for (const reader of ['Perfetto', 'speedscope']) {
      await test.step(reader, async () => {
        await page.bringToFront();
        await choose(page, 'Made for', reader);
        const trace = await saved(page);
        expect(trace.name).toMatch(/^watchmen-crc32-large[\w.-]*-3x-ipc-trace-\d+-\d+\.json$/u);
        await speedscope.page.goto('http://speedscope.test/');
        await speedscope.page.locator('input[type=file]').setInputFiles(trace.path);
        await expect(speedscope.page).toHaveTitle(/^watchmen-.* - speedscope$/u);
        await expect(
          speedscope.page.getByText(/^Core 0 \(Res\) \(pid 101\), Romain/u).first(),
        ).toBeVisible();
        expect(
          speedscope.said.filter((text) => /tried|still open|error|fail/iu.test(text)),
        ).toEqual([]);
      });
    }
  });

  test('Perfetto gets the trace from the page itself', async ({ page, context }) => {
    // What ui.perfetto.dev does when another page opens it.
    const perfetto = `<script>addEventListener('message', ({ data, source, origin }) => {
      if (data === 'PING') source.postMessage('PONG', origin);
      else if (data.perfetto) window.got = { ...data.perfetto, text: new TextDecoder().decode(data.perfetto.buffer) };
    })</script>`;
    await context.route('https://ui.perfetto.dev/**', (route) =>
      route.fulfill({ body: perfetto, contentType: 'text/html' }),
    );
    await openApp(page);
    const digest = await page.getByTestId('digest').getAttribute('data-digest');
    await openDialog(page);
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Open in Perfetto' }).click(),
    ]);
    await expect(page.locator('.export-job output')).toHaveText(
      'Perfetto has the trace, in its own tab. Nothing was uploaded.',
    );
    const got = await tab.evaluate(
      () => (window as unknown as { got: { title: string; text: string } }).got,
    );
    expect(got.title).toBe('crc32-large, TMR by sync IPC');
    const trace = JSON.parse(got.text) as Trace;
    expect(trace.otherData['digest']).toBe(digest);
    expect(new Set(trace.traceEvents.map(({ ph }) => ph))).toEqual(
      new Set(['M', 'B', 'E', 's', 'f', 'i', 'b', 'e']),
    );
  });

  test('a blocked tab, or no connection, is said in a sentence', async ({ page, context }) => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await openApp(page, SHORT_RUN);
    await openDialog(page);
    await page.getByRole('button', { name: 'Open in Perfetto' }).click();
    const output = page.locator('.export-job output');
    await expect(output).toContainText('The browser blocked the new tab.');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Open in Perfetto' }).click();
    await expect(output).toContainText('cannot be reached without a connection');
    await context.setOffline(false);
  });

  test('a whole run is the same from the page and from the command line', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    const before = page.url();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'small.json', { type: 'application/json' }));
      document.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));
    }, SMALL);
    await expect(page.locator('.event-count')).toContainText('of 61');
    await expect.poll(() => page.url()).not.toBe(before);
    await waitUntilIdle(page);
    const link = new URL(page.url()).hash;
    const typed = (...options: string[]): string => {
      const path = test.info().outputPath('typed');
      commandLine('export', link, '-o', path, ...options);
      return readFileSync(path, 'utf8');
    };
    await openDialog(page);
    await choose(page, 'Range', 'Whole run');
    await choose(page, 'File', '.json.gz');
    const trace = JSON.parse(gunzipSync((await saved(page)).content).toString('utf8')) as Trace;
    const other = JSON.parse(typed('--format', 'chrome')) as Trace;
    expect(trace.otherData['digest']).toBe(other.otherData['digest']);
    // As text, and whether they agree alone: a difference of ten thousand entries helps nobody.
    expect(JSON.stringify(trace.traceEvents) === JSON.stringify(other.traceEvents)).toBe(true);
    await choose(page, 'Export as', 'Table');
    await page.getByRole('combobox', { name: 'Rows' }).selectOption('waits');
    const { content } = await saved(page);
    expect(content.toString('utf8')).toBe(typed('--format', 'csv', '--what', 'waits'));
  });
});

test.describe('to show a run elsewhere', () => {
  test.use({ colorScheme: 'dark' });

  test('every panel becomes a light picture, as lines and in pixels', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await openDialog(page);
    await choose(page, 'Export as', 'Picture');
    for (const panel of ['Timeline', 'Overhead chart', 'Machine', 'Panel at the side']) {
      await choose(page, 'Picture of', panel);
      await choose(page, 'File', 'SVG');
      const svg = (await saved(page)).content.toString('utf8');
      // Pixels inside the SVG would be no lines; a whole document in a message helps nobody.
      const facts = {
        svg: svg.startsWith('<svg '),
        light: /#fcfcfa|rgb\(252, 252, 250\)/u.test(svg),
        faces: svg.includes('font/woff2;base64,'),
        pixels: svg.includes('image/png'),
      };
      expect(facts, panel).toEqual({ svg: true, light: true, faces: true, pixels: false });
      await choose(page, 'File', 'PNG, 2×');
      const { content } = await saved(page);
      const corner = await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return [...(context?.getImageData(2, 2, 1, 1).data ?? [])];
      }, content.toString('base64'));
      expect(corner, panel).toEqual([252, 252, 250, 255]);
    }
    // The copy that pictures were taken of is gone, and the page is as dark as before.
    await expect(page.locator('.export-copy')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('the playhead moves in a GIF and in a video', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    await openDialog(page);
    await choose(page, 'Export as', 'Animation');
    await choose(page, 'Length', '2 s');
    await choose(page, 'Pictures a second', '6');
    const gif = await saved(page);
    expect(gif.content.subarray(0, 6).toString('latin1')).toBe('GIF89a');
    await choose(page, 'File', 'WebM');
    const { content } = await saved(page);
    const seconds = await page.evaluate(async (data) => {
      const video = document.createElement('video');
      const bytes = Uint8Array.from(atob(data), (char) => char.codePointAt(0) ?? 0);
      video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/webm' }));
      await new Promise((resolve) => {
        video.addEventListener('loadedmetadata', resolve, { once: true });
      });
      return video.duration;
    }, content.toString('base64'));
    expect(seconds).toBeCloseTo(2, 1);
  });
});

test.describe('with the keyboard alone', () => {
  test('a person chooses, saves, cancels and leaves', async ({ page }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'Export', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog.getByRole('radio', { name: 'Trace' })).toBeFocused();
    expect(await barriers(page, { part: '.export-dialog' })).toEqual([]);
    // Past "made for" and "file" to the range, and there to the whole run.
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await expect(dialog.getByRole('radio', { name: 'Whole run' })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Save file' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Cancelled; nothing was saved.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
  });
});
