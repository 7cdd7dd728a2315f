import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

import { waitUntilIdle } from './app.ts';

/** Everything that shows an instant: words, machine, timeline pixels. */
export interface Picture {
  readonly playhead: string;
  readonly machine: string;
  readonly timeline: string;
}

/** Reads the whole picture of the idle page: words, the machine as drawn elements, the timeline as pixels. */
export async function pictureOf(page: Page): Promise<Picture> {
  await waitUntilIdle(page);
  const playhead = await page
    .getByRole('slider', { name: 'Playhead' })
    .getAttribute('aria-valuetext');
  return {
    playhead: playhead ?? '',
    machine: await page
      .getByRole('region', { name: 'Machine', exact: true })
      .evaluate(drawnElements),
    timeline: await page
      .getByRole('region', { name: 'Timeline', exact: true })
      .locator('canvas')
      .evaluateAll((all) =>
        all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()).join(' '),
      ),
  };
}

/** Runs in the page: elements, attributes and text, in an order that does not tell how they came about. */
function drawnElements(root: Element): string {
  // Playwright sends this function alone to the page, so it must hold all it needs.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const attributeText = ({ name, value }: Attr): string => {
    const parts =
      name === 'style'
        ? value
            .split(';')
            .map((part) => part.trim())
            .toSorted()
        : [value];
    return `${name}=${parts.join(';')}`;
  };
  const textOf = (node: Node): string => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    const attributes = [...node.attributes].map(attributeText).toSorted().join(' ');
    return `<${node.tagName} ${attributes}>${[...node.childNodes].map(textOf).join('')}</>`;
  };
  return textOf(root);
}

/** Do two pictures show the same? Says only which panel differs: pixels in a message help nobody. */
export function differences(a: Picture, b: Picture): string[] {
  const names = ['playhead', 'machine', 'timeline'] as const;
  return names.filter((name) => a[name] !== b[name]);
}

/** Presses a transport button and waits for the picture. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await waitUntilIdle(page);
}

/** Injects what the form proposes, which makes a branch. */
export async function inject(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Inject fault' }).click();
  const dialog = page.getByRole('dialog', { name: 'Inject a fault' });
  await dialog.getByRole('button', { name: 'Inject', exact: true }).click();
  await expect(dialog).toBeHidden();
  await waitUntilIdle(page);
}

/** The kernel step the position shows. */
export async function shownStep(page: Page): Promise<number> {
  await waitUntilIdle(page);
  const text = await page.getByText(/^step [\d\u202f]+$/u).innerText();
  return Number(text.replaceAll(/\D/gu, ''));
}

/** Opens the table equivalent of the overhead chart and reads it: row name to cells. */
export async function overheadTable(page: Page): Promise<Map<string, string[]>> {
  await waitUntilIdle(page);
  const table = page.getByRole('region', { name: /^Overhead of whole runs/u });
  if (!(await table.isVisible())) await page.getByText('Table', { exact: true }).click();
  await expect(table).toBeVisible();
  const rows = await table.locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  return new Map(cells.map(([name = '', ...rest]) => [name, rest]));
}
