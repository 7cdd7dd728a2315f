import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { differences, pictureOf, press, shownStep } from './picture.ts';

test.describe('to see a run and go back in it', () => {
  test('the page opens paused on a run in the middle of an event', async ({ page }) => {
    await openApp(page);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled();
    await expect.poll(() => shownStep(page)).toBeGreaterThan(0);
    await expect(page.getByRole('region', { name: 'Machine' })).toContainText('2 of 3');
    await expect(page.getByRole('group', { name: 'Core 0 (Res)' })).toBeVisible();
    await expect(page.getByRole('group', { name: /^Core \d+ \((?:Non)?Res\)$/u })).toHaveCount(12);
  });

  test('play moves on, pause holds the frame, and the keyboard alone does both', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('with the pointer, at once', async () => {
      const before = await shownStep(page);
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      const step = page.getByText(/^step [\d\u202f]+$/u);
      const first = await step.innerText();
      await expect(step).not.toHaveText(first);
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await waitUntilIdle(page);
      const held = await pictureOf(page);
      await expect.poll(() => shownStep(page)).toBeGreaterThan(before);
      expect(differences(await pictureOf(page), held)).toEqual([]);
    });
    await test.step('by keys', async () => {
      const step = await shownStep(page);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => shownStep(page)).toBe(step + 1);
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => shownStep(page)).toBe(step);
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
      await page.keyboard.press('End');
      await waitUntilIdle(page);
      await page.keyboard.press('Home');
      await expect.poll(() => shownStep(page)).toBe(0);
    });
  });

  test('stepping forward and back gives the same picture, by kernel event and by rendezvous', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    await test.step('by kernel event', async () => {
      // The first picture is between two events; the next one is at an event, and so is every other.
      await press(page, 'Next event');
      const before = await pictureOf(page);
      const step = await shownStep(page);
      for (let i = 0; i < 12; i++) await press(page, 'Next event');
      await expect.poll(() => shownStep(page)).toBe(step + 12);
      const after = await pictureOf(page);
      expect(differences(after, before)).toEqual(['playhead', 'machine', 'timeline']);
      for (let i = 0; i < 12; i++) await press(page, 'Previous event');
      await expect.poll(() => shownStep(page)).toBe(step);
      expect(differences(await pictureOf(page), before)).toEqual([]);
    });
    await test.step('by rendezvous, which lands where all replicas have met', async () => {
      await press(page, 'Next rendezvous');
      const met = await pictureOf(page);
      await expect(page.getByRole('region', { name: 'Machine' })).toContainText(
        'compares three states',
      );
      await press(page, 'Next rendezvous');
      await press(page, 'Previous rendezvous');
      // The timeline has moved along; what it shows is checked where the window stays.
      expect(differences(await pictureOf(page), met)).not.toContain('machine');
    });
  });
});

test.describe('to scrub', () => {
  test('the playhead slider runs through the whole run, both ways', async ({ page }) => {
    await openApp(page);
    const slider = page.getByRole('slider', { name: 'Playhead' });
    const end = Number(await slider.getAttribute('max'));
    await slider.fill(String(Math.floor(end / 2)));
    const middle = await pictureOf(page);
    await slider.fill(String(Math.floor(end / 4)));
    const quarter = await pictureOf(page);
    expect(differences(quarter, middle)).toContain('machine');
    await slider.fill(String(Math.floor(end / 2)));
    expect(differences(await pictureOf(page), middle)).toEqual([]);
  });

  test('going to an instant takes times, events and steps, and says what it cannot read', async ({
    page,
  }) => {
    await openApp(page, SHORT_RUN);
    const field = page.getByRole('textbox', { name: 'Go to' });
    await field.fill('step 1000');
    await field.press('Enter');
    await expect.poll(() => shownStep(page)).toBe(1000);
    await field.fill('event 41');
    await field.press('Enter');
    await waitUntilIdle(page);
    await expect(page.getByText(/^Event 41 of/u)).toBeVisible();
    const step = await shownStep(page);
    await field.fill('the day before');
    await field.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect.poll(() => shownStep(page)).toBe(step);
  });
});
