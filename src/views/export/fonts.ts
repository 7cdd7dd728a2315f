/** Faces that figures use, with the letters of Western languages alone. */
const FAMILIES = new Set(['Inter Variable', 'JetBrains Mono Variable']);
const LATIN = /U\+0000-00FF|U\+0-FF/i;

/**
 * CSS with the page's own faces inside it, for a file that must look the same elsewhere. A face that
 * cannot be read is left out: the file then names it, and the reader's own stands in.
 */
export async function embeddedFontCss(): Promise<string> {
  const rules = await Promise.all(latinFaces().map(embedded));
  return rules.join('');
}

interface Face {
  readonly rule: CSSFontFaceRule;
  readonly base: string;
}

function latinFaces(): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    rulesOf(sheet)
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter(({ style }) => {
        const family = style.getPropertyValue('font-family').replaceAll(/["']/g, '');
        const italic = style.getPropertyValue('font-style') === 'italic';
        const range = style.getPropertyValue('unicode-range');
        return FAMILIES.has(family) && !italic && LATIN.test(range);
      })
      .map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  );
}

/** Style sheets of other origins may not be read. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

async function embedded({ rule, base }: Face): Promise<string> {
  const [, path] = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src')) ?? [];
  if (path === undefined) return '';
  try {
    const response = await fetch(new URL(path, base));
    if (!response.ok) return '';
    const data = base64(new Uint8Array(await response.arrayBuffer()));
    const family = rule.style.getPropertyValue('font-family');
    const weight = rule.style.getPropertyValue('font-weight');
    return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  } catch {
    return '';
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
