import type { FrameLocator, Page } from '@playwright/test';

import { expect, SHORT_RUN, waitUntilIdle } from './app.ts';
import { barriers } from './barriers.ts';
import { frameTag, HEAR, heard, test, waitUntilFrameIdle } from './framing-page.ts';

const playhead = (frame: FrameLocator | Page) => frame.getByRole('slider', { name: 'Playhead' });

/** A slide deck as docs/embedding.md describes it; frames come and go with their slides. */
function deck(base: string | undefined): string {
  const frame = (query: string): string =>
    frameTag(base, `?embed=1${query}${SHORT_RUN}`, 'width="900" height="560"').replace(
      ' src=',
      ' data-src=',
    );
  return `<!doctype html><html><head><title>Deck</title>
    <link rel="icon" href="data:," /><link rel="stylesheet" href="reveal.css" /></head>
    <body><div class="reveal"><div class="slides">
      <section><h2>One</h2></section>
      <section>${frame('&controls=1')}</section>
      <section>${frame('&panel=machine')}</section>
      <section>${frame('&panel=timeline')}</section>
      <section><h2>End</h2></section>
    </div></div>
    <script type="module">
      import Reveal from './reveal.mjs';
      window.Reveal = Reveal;
      await Reveal.initialize({ transition: 'none', hash: false });
      addEventListener('message', ({ data, origin }) => {
        if (origin !== '${base}') return;
        const { type, ...key } = data;
        if (type === 'watchmen:key') document.dispatchEvent(new KeyboardEvent('keydown', key));
        if (type === 'watchmen:leave') document.activeElement.blur();
      });
      Reveal.on('slidechanged', ({ currentSlide }) => {
        document.activeElement.blur();
        setTimeout(() => {
          for (const frame of currentSlide.querySelectorAll('iframe[data-src]')) {
            if (frame.contentDocument?.URL === 'about:blank') frame.src = frame.dataset.src;
          }
        }, 500);
      });
      document.body.dataset.deck = 'there';
    </script></body></html>`;
}

const slide = (page: Page): Promise<number> =>
  page.evaluate(
    () => (Reflect.get(window, 'Reveal') as { getState(): { indexh: number } }).getState().indexh,
  );

test('in a reveal.js deck, slides change by keys while the frame has the focus', async ({
  page,
  baseURL,
  around,
}) => {
  // Frames of several slides start at once, again and again.
  test.slow();
  around.serve(deck(baseURL));
  await page.goto(`${around.origin}/page.html`);
  await expect(page.locator('body')).toHaveAttribute('data-deck', 'there');
  await page.keyboard.press('PageDown');
  const frame = page.frameLocator('section.present iframe');
  await waitUntilFrameIdle(frame);
  // It came without taking the focus.
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect.poll(() => slide(page)).toBe(1);
  await waitUntilFrameIdle(frame);

  await frame.getByText('Timeline', { exact: true }).click();
  const before = await playhead(frame).getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(playhead(frame)).not.toHaveAttribute('aria-valuetext', before ?? '');
  expect(await slide(page), 'arrows are the frame’s').toBe(1);
  await page.keyboard.press('PageDown');
  await expect.poll(() => slide(page)).toBe(2);
  await page.keyboard.press('PageUp');
  await expect.poll(() => slide(page)).toBe(1);

  // Even the slider, which knows what to do with them, leaves them to the deck.
  await waitUntilFrameIdle(frame);
  await playhead(frame).click();
  await page.keyboard.press('PageDown');
  await expect.poll(() => slide(page)).toBe(2);
  await page.keyboard.press('PageUp');
  await waitUntilFrameIdle(frame);
  await playhead(frame).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => slide(page), 'arrows are the deck’s again').toBe(2);

  // Slides that are flipped through mount and unmount their frames before these have begun.
  for (let round = 0; round < 5; round++) {
    for (const key of ['PageUp', 'PageDown', 'PageDown', 'PageUp']) await page.keyboard.press(key);
  }
  await expect.poll(() => slide(page)).toBe(2);
  await waitUntilFrameIdle(frame);
  await expect(frame.getByRole('region', { name: 'Machine' })).toContainText('Romain');
});

test('a frame on a page is quiet: it takes neither wheel nor focus, keeps nothing, and obeys its page alone', async ({
  page,
  baseURL,
  around,
}) => {
  const first = frameTag(
    baseURL,
    `?embed=1&panel=timeline${SHORT_RUN}`,
    'id="a" width="800" height="420"',
  );
  const second = frameTag(
    baseURL,
    `?embed=1&panel=chart${SHORT_RUN}`,
    'id="b" width="800" height="520"',
  );
  around.serve(
    `<!doctype html><title>Course</title><link rel="icon" href="data:," />${HEAR}
     <p>Text</p>${first}<p>More</p>${second}<div style="height: 3000px">Much more</div>`,
  );
  await page.goto(`${around.origin}/page.html`);
  const timeline = page.frameLocator('#a');
  await waitUntilFrameIdle(timeline);
  await waitUntilFrameIdle(page.frameLocator('#b'));
  await expect(page.frameLocator('#b').getByRole('figure', { name: 'Overhead' })).toContainText(
    'TMR',
  );
  expect(await heard(page, 'watchmen:ready')).toEqual([
    { type: 'watchmen:ready', version: 1, waiting: false, origin: baseURL },
    { type: 'watchmen:ready', version: 1, waiting: false, origin: baseURL },
  ]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');

  // The wheel moves the page, until somebody has clicked into the frame.
  const scrolled = (): Promise<number> => page.evaluate(() => window.scrollY);
  const lanes = timeline.locator('.tl-canvas').first();
  await lanes.hover();
  await page.mouse.wheel(0, 120);
  await expect.poll(scrolled).toBeGreaterThan(50);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(scrolled).toBe(0);
  const address = await timeline.locator('html').evaluate(() => window.location.hash);
  await lanes.click();
  await expect(timeline.locator('html')).toHaveAttribute('data-engaged', '');
  await page.mouse.wheel(300, 0);
  await expect
    .poll(() => timeline.locator('html').evaluate(() => window.location.hash))
    .not.toBe(address);
  expect(await scrolled()).toBe(0);

  // The page may move it; nobody else may, and nothing strange does anything.
  const say = (data: unknown): Promise<void> =>
    page.evaluate((message) => {
      const frame = document.querySelector<HTMLIFrameElement>('#a');
      frame?.contentWindow?.postMessage(message, '*');
    }, data);
  const state = async (): Promise<Readonly<Record<string, unknown>>> => {
    const { length } = await heard(page, 'watchmen:state');
    await say({ type: 'watchmen:ping' });
    await expect.poll(async () => (await heard(page, 'watchmen:state')).length).toBe(length + 1);
    return (await heard(page, 'watchmen:state')).at(-1) ?? {};
  };
  await say({ type: 'watchmen:go', to: 'event 3' });
  await say({ type: 'watchmen:go', to: 'next Tuesday' });
  await expect.poll(async () => (await heard(page, 'watchmen:went')).length).toBe(2);
  const [done, refused] = await heard(page, 'watchmen:went');
  expect(done?.['problem']).toBe('');
  expect(refused?.['problem']).toContain('"next Tuesday" is not an instant');
  const at = await state();
  expect(at).toMatchObject({
    waiting: false,
    playing: false,
    title: 'CRC32, TMR, synchronous IPC',
  });
  for (const strange of [
    'play',
    { type: 'watchmen:do', command: 'inject' },
    { type: 'watchmen:do', command: 'play', more: 1 },
    { type: 'watchmen:show', link: 'javascript:alert(1)' },
    { type: 'watchmen:theme', theme: '"><img>' },
    JSON.parse('{"type":"watchmen:ping","__proto__":{"polluted":true}}'),
  ]) {
    await say(strange);
  }
  // A frame of the same page says what its page may say.
  await page
    .frameLocator('#b')
    .locator('html')
    .evaluate(() => {
      window.parent.frames[0]?.postMessage({ type: 'watchmen:do', command: 'end' }, '*');
    });
  expect(await state()).toMatchObject({ time: at['time'], step: at['step'], playing: false });
  await say({ type: 'watchmen:do', command: 'next-rendezvous' });
  expect(await state()).not.toMatchObject({ step: at['step'] });
  await say({ type: 'watchmen:theme', theme: 'dark' });
  await expect(timeline.locator('html')).toHaveAttribute('data-theme', 'dark');

  // Escape gives the focus back, even to a page that does nothing for it: keys move that one now.
  await page.evaluate(() => window.scrollTo(0, 0));
  await lanes.click();
  await page.keyboard.press('Escape');
  await expect(timeline.locator('html')).not.toHaveAttribute('data-engaged', '');
  await expect.poll(async () => (await heard(page, 'watchmen:leave')).length).toBe(1);
  await page.keyboard.press('End');
  await expect.poll(scrolled).toBeGreaterThan(500);

  // What was done in it is no entry of the page's history.
  expect(await page.evaluate(() => window.history.length)).toBe(2);
});

test.describe('where the browser would keep the page', () => {
  test.use({ serviceWorkers: 'allow', visit: 'first' });

  test('a still picture starts nothing by itself, and what is locked stays as it is', async ({
    page,
  }) => {
    await page.goto(
      `/?embed=1&poster=1&controls=1&lock=scenario,faults,notes,breakpoints,compare${SHORT_RUN}`,
    );
    await waitUntilIdle(page);
    await expect(page.getByRole('heading', { name: 'CRC32, TMR, synchronous IPC' })).toBeVisible();
    expect(page.workers()).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start the simulation' }).click();
    await expect(page.getByRole('region', { name: 'Machine' })).toContainText('Romain');
    await waitUntilIdle(page);
    expect(await barriers(page)).toEqual([]);

    await expect(page.getByRole('region', { name: 'Scenario' })).toBeHidden();
    await expect(page.getByRole('button', { name: /^Inject a fault/u })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Stop playing at/u })).toHaveCount(0);
    const machine = page.getByRole('region', { name: 'Machine' });
    const before = await machine.innerText();
    for (const key of ['x', 'c', 'm', 'v', 'b', 'Shift+1', 'Control+z'])
      await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+P');
    const command = page.getByRole('combobox', { name: 'Command' });
    for (const word of ['inject', 'import', 'explore', 'move a replica', 'preset']) {
      await command.fill(word);
      await expect(
        page.getByRole('option', { name: /inject|import|explore|move a replica/iu }),
      ).toHaveCount(0);
    }
    await command.fill('polling');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    // What is dropped is opened by the whole page alone.
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['{"watchmen-scenario":1}'], 'mine.json'));
      const init = { bubbles: true, cancelable: true, dataTransfer };
      document.body.dispatchEvent(new DragEvent('drop', init));
    });
    await waitUntilIdle(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await machine.innerText()).toBe(before);
    expect(new URL(page.url()).hash.slice(1, 4)).toBe('w3.');

    // Nothing of all this is kept in the browser.
    const kept = await page.evaluate(async () => ({
      texts: [...Object.keys(window.localStorage), ...Object.keys(window.sessionStorage)],
      bases: await window.indexedDB.databases(),
      workers: await navigator.serviceWorker.getRegistrations(),
      entries: window.history.length,
    }));
    expect(kept).toEqual({ texts: [], bases: [], workers: [], entries: 2 });

    const [whole] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Open in Watchmen' }).click(),
    ]);
    await waitUntilIdle(whole);
    await expect(whole.getByRole('region', { name: 'Scenario' })).toBeVisible();
    expect(new URL(whole.url()).search).toBe('');
    expect(new URL(whole.url()).hash).toBe(new URL(page.url()).hash);
  });
});
