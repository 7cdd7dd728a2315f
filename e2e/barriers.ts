import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules whose verdict depends on the theme; no other does. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface Scope {
  /** Selector of the part; absent = all of the page. */
  readonly part?: string | undefined;
  /** Tags of the rules, or those about colours alone; absent = every rule. */
  readonly rules?: readonly string[] | 'colours';
}

/** What axe objects to, with the element, in words. */
export async function barriers(
  page: Page,
  { part, rules }: Scope = {},
): Promise<readonly string[]> {
  // Half of a scan is bringing half a megabyte of axe into the page: once is enough for a page.
  const isThere = await page.evaluate(() => 'axe' in window);
  // The page has no frames. Only they need the new mode, which opens another page for every scan.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: '0' }) }).setLegacyMode();
  axe.options({ resultTypes: ['violations'] });
  if (rules === 'colours') axe.withRules(COLOUR_RULES);
  else if (rules !== undefined) axe.withTags([...rules]);
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/gu, ' ')}`.slice(0, 300),
    ),
  );
}
