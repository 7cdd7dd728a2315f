import type { Draft } from './draft.ts';
import { embeddedFontCss } from './fonts.ts';

/** Pixels of a PNG per CSS pixel. */
export const PNG_SCALE = 2;

/** Where the panels stand that are taken as they are on the page. */
const PANELS = {
  machine: '.machine-slot',
  side: '.side .region-slot:not(.cycles-slot)',
} as const;

/** The element of a panel that is on the page now. */
export function panelElement(name: keyof typeof PANELS): HTMLElement | null {
  return document.querySelector<HTMLElement>(PANELS[name]);
}

/**
 * A panel of the page in the light theme, whatever theme the page has: a copy of it is laid out beside
 * the page, at full height, and taken from there. In SVG its text stays text, as HTML within.
 */
export async function panelPicture(
  element: HTMLElement,
  format: Draft['pictureFormat'],
): Promise<Blob> {
  const { domToForeignObjectSvg, domToBlob } = await import('modern-screenshot');
  const { host, copy } = lightCopy(element);
  document.body.append(host);
  try {
    const { width, height } = copy.getBoundingClientRect();
    const options = {
      width: Math.ceil(width),
      height: Math.ceil(height),
      backgroundColor: getComputedStyle(host).backgroundColor,
      font: { cssText: await embeddedFontCss() },
    };
    if (format === 'png') return await domToBlob(copy, { ...options, scale: PNG_SCALE });
    const svg = await domToForeignObjectSvg(copy, options);
    const text = new XMLSerializer().serializeToString(svg);
    return new Blob([text], { type: 'image/svg+xml' });
  } finally {
    host.remove();
  }
}

function lightCopy(element: HTMLElement): { host: HTMLElement; copy: HTMLElement } {
  const host = document.createElement('div');
  const copy = element.cloneNode(true) as HTMLElement;
  host.dataset['theme'] = 'light';
  host.className = 'export-copy';
  host.inert = true;
  host.ariaHidden = 'true';
  host.style.width = `${element.getBoundingClientRect().width}px`;
  host.append(copy);
  return { host, copy };
}
