import { t } from '../../base/language.ts';
import { createGif, frameTimes } from '../../export/gif.ts';
import type { ExportRange } from '../../export/range.ts';
import type { Figure } from '../../draw/figure/surface.ts';
import { THEMES } from '../../draw/theme.ts';
import { createFigurePainter } from './canvas-surface.ts';
import type { FigurePainter } from './canvas-surface.ts';
import type { Draft } from './draft.ts';
import { breathe, check } from './work.ts';
import type { Work } from './work.ts';

/** What moves. */
export interface Movie extends Pick<Draft, 'movieFormat' | 'fps' | 'seconds'> {
  /** The picture with the playhead at an instant. */
  readonly figures: (playhead: number) => Figure;
  readonly range: ExportRange;
}

/** The playhead's way over the range. */
export async function makeMovie(movie: Movie, work: Work): Promise<Blob> {
  const times = frameTimes(movie.range.from, movie.range.to, Math.round(movie.fps * movie.seconds));
  return movie.movieFormat === 'gif'
    ? await makeGif(movie, times, work)
    : await makeWebm(movie, times, work);
}

function painterFor(movie: Movie, scale: number): FigurePainter {
  return createFigurePainter(movie.figures(movie.range.from), {
    scale,
    theme: THEMES.light,
    even: movie.movieFormat === 'webm',
  });
}

async function makeGif(movie: Movie, times: readonly number[], work: Work): Promise<Blob> {
  const { canvas, paint } = painterFor(movie, 1);
  const { width, height } = canvas;
  const gif = createGif({ width, height, delayMs: 1000 / movie.fps });
  const context = canvas.getContext('2d');
  for (const [i, time] of times.entries()) {
    paint(movie.figures(time));
    const pixels = context?.getImageData(0, 0, width, height).data;
    if (pixels !== undefined) gif.add(pixels);
    await next(i, times, work);
  }
  return new Blob([gif.finish()], { type: 'image/gif' });
}

async function next(i: number, times: readonly number[], work: Work): Promise<void> {
  const [number, count] = [i + 1, times.length];
  work.report(number / count, t('Picture {number} of {count}', { number, count }));
  await breathe();
  check(work);
}

/** Twice the pixels, as a video costs little for each. */
const VIDEO_SCALE = 2;

async function makeWebm(movie: Movie, times: readonly number[], work: Work): Promise<Blob> {
  const { startVideo } = await import('./webm.ts');
  const { canvas, paint } = painterFor(movie, VIDEO_SCALE);
  const video = await startVideo(canvas, movie.fps);
  try {
    for (const [i, time] of times.entries()) {
      paint(movie.figures(time));
      await video.add();
      await next(i, times, work);
    }
  } catch (error) {
    await video.cancel();
    throw error;
  }
  return new Blob([await video.finish()], { type: 'video/webm' });
}
