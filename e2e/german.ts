import { readdirSync, readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

const CATALOGUES = 'src/locales/de';

/** Everything of the page that people read or hear, each text once. */
async function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description'];
    const found = new Set<string>();
    const nodes = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT + NodeFilter.SHOW_ELEMENT,
    );
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      if (node instanceof Element) {
        for (const name of attributes) found.add(node.getAttribute(name)?.trim() ?? '');
      } else if (
        node.parentElement?.closest('script, style, noscript, code, [lang]:not(html)') === null
      ) {
        found.add(node.nodeValue?.trim() ?? '');
      }
    }
    found.delete('');
    return [...found];
  });
}

/** English messages that German says in other words; those of a word or two letters prove nothing. */
function englishPatterns(): readonly RegExp[] {
  const german = readdirSync(CATALOGUES).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`${CATALOGUES}/${file}`, 'utf8')) as object),
  ) as [string, string][];
  const said = new Set(german.map(([, text]) => text));
  return german.flatMap(([id, text]) => {
    const english = id.replace(/^[\w ]+\|/u, '');
    const fixed = withoutPlaceholders(english);
    const words = fixed.join('').replaceAll(/\P{L}/gu, '');
    if (english === text || said.has(english) || words.length < (fixed.length > 1 ? 8 : 5))
      return [];
    return [new RegExp(`^${fixed.map(escaped).join('.+')}$`, 'u')];
  });
}

/** What stands between the placeholders of a message, those of plurals included. */
function withoutPlaceholders(message: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of message.replaceAll(/<\/?\w+>/gu, '')) {
    if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) parts.push('');
    } else if (depth === 0) parts[parts.length - 1] += sign;
  }
  return parts;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

let patterns: readonly RegExp[] | null = null;
/** What was looked at before and is not English: most of a page stays from step to step. */
const fine = new Set<string>();

/** What the page says in English though German has words for it. */
export async function englishIn(page: Page): Promise<readonly string[]> {
  patterns ??= englishPatterns();
  const known = patterns;
  const fresh = (await textsOf(page)).filter((text) => !fine.has(text));
  const english = new Set(fresh.filter((text) => known.some((pattern) => pattern.test(text))));
  for (const text of fresh) if (!english.has(text)) fine.add(text);
  return [...english];
}
