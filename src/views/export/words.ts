import { msg, t } from '../../base/language.ts';
import type { Draft, Kind, PictureName, Stretch } from './draft.ts';

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  trace: msg('Trace'),
  table: msg('Table'),
  picture: msg('Picture'),
  animation: msg('Animation'),
};

export const STRETCH_NAMES: Readonly<Record<Stretch, string>> = {
  run: msg('Whole run'),
  window: msg('Window shown'),
  area: msg('Selected area'),
};

export const PICTURE_NAMES: Readonly<Record<PictureName, string>> = {
  timeline: msg('Timeline'),
  overhead: msg('Overhead chart'),
  machine: msg('Machine'),
  side: msg('Panel at the side'),
};

/** What the chosen kind is, and what it is for. */
export function remarkOn({ kind, detail, picture, pictureFormat, movieFormat }: Draft): string {
  switch (kind) {
    case 'trace':
      return detail === 'cycles'
        ? t(
            'Chrome trace: cores are processes, messages arrows, waits tracks of their own. Every slice carries its cycles.',
          )
        : t('Chrome trace whose slices carry names alone, so that speedscope can add them up.');
    case 'table':
      return t(
        'Times are in cycles, events count from 0, kernel steps from 1. Stretches that touch the range are whole.',
      );
    case 'picture':
      return pictureRemark(picture, pictureFormat);
    default:
      return movieFormat === 'gif'
        ? t('The playhead moves once over the range; the GIF repeats for ever.')
        : t(
            'The playhead moves once over the range, as a video that needs no more than its moving parts.',
          );
  }
}

function pictureRemark(picture: PictureName, format: Draft['pictureFormat']): string {
  if (format === 'png') return t('Always light, two pixels for each of the page.');
  if (picture === 'machine' || picture === 'side') {
    return t(
      'Always light. Text stays text, as HTML inside the SVG: browsers show it, drawing programs may not.',
    );
  }
  return t('Always light, nothing but lines, areas and text, with the fonts inside.');
}
