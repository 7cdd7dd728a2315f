import { attributes } from '../../draw/svg/markup.ts';
import { writeEmbed } from '../../store/embed.ts';
import type { EmbedOptions, EmbedPanel } from '../../store/embed.ts';

/** How large a frame is in the page around it. CSS px. */
export interface FrameSize {
  /** `null` = as wide as there is room. */
  readonly width: number | null;
  /** `null` = what its part of the Lab needs. */
  readonly height: number | null;
}

export const MIN_FRAME = 240;
export const MAX_FRAME = 4000;

/** What the snippet of a frame says. */
export interface Frame {
  readonly size: FrameSize;
  readonly title: string;
  readonly options: EmbedOptions;
}

/** Heights that show a part whole in a column of text, and what the controls need besides. */
const HEIGHTS: Readonly<Record<EmbedPanel, number>> = {
  lab: 640,
  machine: 480,
  timeline: 400,
  chart: 520,
};
const CONTROLS = 160;

/** Height of a frame. CSS px. */
export function heightOf({ size, options }: Pick<Frame, 'size' | 'options'>): number {
  return size.height ?? HEIGHTS[options.panel] + (options.controls ? CONTROLS : 0);
}

/** The address of `link`, a page with its fragment, embedded with `options`, which take the place of its query. */
export function embedAddress(link: string, options: EmbedOptions): string {
  const [address = '', fragment] = link.split('#');
  const [page] = address.split('?');
  return `${page}?${writeEmbed(options)}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** The element that shows `link` in another page. */
export function snippetOf(link: string, frame: Frame): string {
  const all = {
    src: embedAddress(link, frame.options),
    title: frame.title,
    width: frame.size.width ?? '100%',
    height: heightOf(frame),
    style: ['border', '0'].join(': '),
    loading: 'lazy',
    allow: 'clipboard-write',
  };
  return `<iframe${attributes(all)}></iframe>`;
}
