import type { Draft, Kind, PictureName, Stretch } from './draft.ts';

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  trace: 'Trace',
  table: 'Table',
  picture: 'Picture',
  animation: 'Animation',
};

export const STRETCH_NAMES: Readonly<Record<Stretch, string>> = {
  run: 'Whole run',
  window: 'Window shown',
  area: 'Selected area',
};

export const PICTURE_NAMES: Readonly<Record<PictureName, string>> = {
  timeline: 'Timeline',
  overhead: 'Overhead chart',
  machine: 'Machine',
  side: 'Panel at the side',
};

/** What the chosen kind is, and what it is for. */
export function remarkOn({ kind, detail, picture, pictureFormat, movieFormat }: Draft): string {
  switch (kind) {
    case 'trace':
      return detail === 'cycles'
        ? 'Chrome trace: cores are processes, messages arrows, waits tracks of their own. Every slice carries its cycles.'
        : 'Chrome trace whose slices carry names alone, so that speedscope can add them up.';
    case 'table':
      return 'Times are in cycles, events count from 0, kernel steps from 1. Stretches that touch the range are whole.';
    case 'picture':
      return pictureRemark(picture, pictureFormat);
    default:
      return movieFormat === 'gif'
        ? 'The playhead moves once over the range; the GIF repeats for ever.'
        : 'The playhead moves once over the range, as a video that needs no more than its moving parts.';
  }
}

function pictureRemark(picture: PictureName, format: Draft['pictureFormat']): string {
  const light = 'Always light';
  if (format === 'png') return `${light}, two pixels for each of the page.`;
  if (picture === 'machine' || picture === 'side') {
    return `${light}. Text stays text, as HTML inside the SVG: browsers show it, drawing programs may not.`;
  }
  return `${light}, nothing but lines, areas and text, with the fonts inside.`;
}
