import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { overheadTable } from './picture.ts';

async function openPart(page: Page, name: string): Promise<void> {
  await openApp(page, SHORT_RUN);
  await page.getByRole('link', { name: 'Explore' }).click();
  await waitUntilIdle(page);
  await page.getByRole('radio', { name }).check({ force: true });
  await waitUntilIdle(page);
}

const figure = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const selectedRun = (page: Page): Locator => page.getByRole('region', { name: 'Selected run' });

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test.describe('to learn what the wished-for hardware would bring', () => {
  test('the page says it, and its numbers are those of the runs in the Lab', async ({ page }) => {
    await openPart(page, 'Hardware wish-list');
    const fast = figure(page, 'Fast notification');
    await expect(fast.getByRole('heading')).toHaveText(
      /^Fast notification helps TMR by .* falls from .* polling gains nothing\.$/u,
    );
    await expect(figure(page, 'Memory isolation').getByRole('heading')).toHaveText(
      /of 512 kernel faults do harm/u,
    );
    await expect(figure(page, 'What the wishes change')).toContainText('ipi_latency');
    await expectNoViolations(page);

    await fast.getByRole('button', { name: 'Table' }).click();
    const row = fast.getByRole('row', { name: /^sync IPC, TMR/u });
    await row.getByRole('button').first().click();
    const before = await row.getByRole('button').first().innerText();
    await expect(selectedRun(page)).toContainText('without fast notification');
    await selectedRun(page).getByRole('link', { name: 'Open in Lab' }).click();
    await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
    const rows = await overheadTable(page);
    const own = [...rows].find(([name]) => /TMR.*IPC|IPC.*TMR/iu.test(name));
    expect(`${Number(own?.[1][0]).toFixed(1)}\u202f%`).toBe(before);
  });

  test('by keyboard a kernel fault is chosen, and compared with and without isolation', async ({
    page,
  }) => {
    await openPart(page, 'Hardware wish-list');
    const picture = figure(page, 'Memory isolation').getByRole('application');
    await picture.press('ArrowDown');
    await expect(selectedRun(page)).toContainText('memory isolation');
    await expect(selectedRun(page)).toContainText('shared memory, TMR');
    await selectedRun(page)
      .getByRole('button', { name: /^Compare with the run/u })
      .click();
    await expect(page.getByRole('table', { name: /memory isolation/u })).toBeVisible();
    await waitUntilIdle(page);
  });
});

test('to learn what distance costs: a placement is chosen and opened as it was drawn', async ({
  page,
}) => {
  await openPart(page, 'Placement');
  const picture = figure(page, 'Placement');
  await expect(picture.getByRole('heading')).toHaveText(/^The other socket hurts TMR by /u);
  await expectNoViolations(page);
  await page
    .getByRole('group', { name: 'Placement shown' })
    .getByRole('radio', { name: /^alternating sockets/u })
    .check({ force: true });
  const cores = selectedRun(page).locator('dt', { hasText: 'Cores of the replicas' });
  await expect(cores.locator('~ dd')).toHaveText('C1 C6 C2');
  await picture.getByRole('application').press('Enter');
  await waitUntilIdle(page);
  for (const [id, replica] of [
    [1, 0],
    [6, 1],
    [2, 2],
  ] as const) {
    await expect(
      page.getByRole('group', { name: `Core ${id} (NonRes)` }),
    ).toHaveAccessibleDescription(new RegExp(`^R${replica} `, 'u'));
  }
});
