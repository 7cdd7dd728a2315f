import { attributes } from '../../draw/svg/markup.ts';
import { writeEmbed } from '../../store/embed.ts';
import type { EmbedOptions } from '../../store/embed.ts';

/** How large a frame is in the page around it. */
export type FrameSize =
  /** As wide as there is room; as high as the ratio wants. */
  | { readonly kind: 'responsive' }
  /** CSS px. */
  | { readonly kind: 'fixed'; readonly width: number; readonly height: number };

export const MIN_FRAME = 240;
export const MAX_FRAME = 4000;

const RESPONSIVE = ['width: 100%', 'aspect-ratio: 16 / 10', 'border: 0'].join('; ');

/** What the snippet of a frame says. */
export interface Frame {
  readonly size: FrameSize;
  readonly title: string;
  readonly options: EmbedOptions;
}

/** The address of `link`, a page with its fragment, embedded with `options`. */
export function embedAddress(link: string, options: EmbedOptions): string {
  const [page = '', fragment] = link.split('#');
  return `${page}?${writeEmbed(options)}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** The element that shows `link` in another page. */
export function snippetOf(link: string, { size, title, options }: Frame): string {
  const extent =
    size.kind === 'fixed' ? { width: size.width, height: size.height } : { style: RESPONSIVE };
  const all = {
    src: embedAddress(link, options),
    title,
    ...extent,
    loading: 'lazy',
    allow: ['fullscreen', 'clipboard-write'].join('; '),
  };
  return `<iframe${attributes(all)}></iframe>`;
}
