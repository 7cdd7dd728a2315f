import { upperBound } from '../../base/binary-search.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Cycles } from '../../base/units.ts';
import { matrixRow, matrixScenarios } from '../../analysis/matrix.ts';
import type { MatrixRow } from '../../analysis/matrix.ts';
import { formatMicroseconds } from '../../draw/format.ts';
import type { AsOf } from '../../draw/figure/overhead-figure.ts';
import { overheadFigure } from '../../draw/figure/overhead-figure.ts';
import { figureToSvg } from '../../draw/figure/surface.ts';
import type { Figure } from '../../draw/figure/surface.ts';
import { timelineFigures } from '../../draw/figure/timeline-figure.ts';
import { THEMES } from '../../draw/theme.ts';
import { createGif, frameTimes } from '../../export/gif.ts';
import { runTitle } from '../../export/names.ts';
import type { ExportRange } from '../../export/range.ts';
import { measure } from '../../run/record.ts';
import { chartInputs } from '../chart-inputs.ts';
import { grouped } from '../numbers.ts';
import { lastValue } from '../options.ts';
import { planOf } from '../prepare.ts';
import { rasterize } from '../rasterize.ts';
import type { ExportJob } from './export.ts';
import { numberOption } from '../whole-option.ts';
import { instantOption, pictureOption, rangeOption } from './export-options.ts';
import type { Simulated } from './export-options.ts';

type Written = Result<string, string>;

const WIDTH = { otherwise: 1200, least: 320, most: 8000 };
/** Pixels of a PNG per CSS pixel, so that it stays sharp in print and on a projector. */
const PNG_SCALE = 2;

/** Writes the timeline or the overhead chart, light, as a vector picture or in pixels. */
export function exportPicture(job: ExportJob, format: 'svg' | 'png'): Written {
  const picture = pictureOption(job.args);
  if (!picture.ok) return picture;
  const figure = picture.value === 'timeline' ? timelineAt(job) : overheadOf(job);
  if (!figure.ok) return figure;
  const svg = figureToSvg(figure.value, { theme: THEMES.light });
  const { width, height } = figure.value;
  const size = `${grouped(width)} × ${grouped(height)}`;
  if (format === 'svg') {
    const written = job.io.files.writeLines(job.path, [svg.trimEnd()]);
    return written.ok ? ok(`the ${picture.value}, ${size} px,`) : written;
  }
  const written = job.io.files.writeBytes(job.path, [rasterize(svg, PNG_SCALE).asPng()]);
  return written.ok ? ok(`the ${picture.value}, ${size} px at ${PNG_SCALE}×,`) : written;
}

interface TimelineChoice {
  readonly figures: ReturnType<typeof timelineFigures>;
  readonly range: ExportRange;
}

function timelineOf(job: ExportJob): Result<TimelineChoice, string> {
  const { plan, recording, args } = job;
  const range = rangeOption(args, job);
  if (!range.ok) return range;
  const width = numberOption(args, 'width', WIDTH);
  if (!width.ok) return width;
  const axis = lastValue(args, 'axis') ?? 'time';
  if (axis !== 'time' && axis !== 'event')
    return err(`--axis must be time or event, but is "${axis}"`);
  const window = [
    range.value.from,
    Math.min(range.value.to, recording.summary.totalCycles),
  ] as const;
  const title = runTitle(plan);
  const closeGaps = args.flags.has('close-gaps');
  const figures = timelineFigures({
    plan,
    recording,
    window,
    app: 0,
    width: width.value,
    title,
    axis,
    closeGaps,
  });
  return ok({ figures, range: { from: window[0], to: window[1] } });
}

function timelineAt(job: ExportJob): Result<Figure, string> {
  const timeline = timelineOf(job);
  if (!timeline.ok) return timeline;
  const at = instantOption(job.args, 'at', job);
  if (!at.ok) return at;
  return ok(timeline.value.figures(at.value ?? timeline.value.range.to));
}

/** Runs every method as DMR and TMR, as the chart of the page does; it stands as of `--at`. */
function overheadOf(job: ExportJob): Result<Figure, string> {
  const { scenario, plan, recording, args, io } = job;
  const width = numberOption(args, 'width', { ...WIDTH, otherwise: 520 });
  if (!width.ok) return width;
  const at = instantOption(args, 'at', job);
  if (!at.ok) return at;
  const asOf = at.value === undefined ? null : asOfInstant({ plan, recording }, at.value);
  const rows: MatrixRow[] = [];
  for (const cell of matrixScenarios(scenario)) {
    const one = planOf(cell.scenario, io);
    if (!one.ok) return one;
    rows.push(matrixRow(one.value, measure(one.value), cell));
  }
  const [app] = plan.apps;
  const { redundancy, signalling } = app;
  const current = redundancy === 'native' ? null : { redundancy, signalling };
  const totalEvents = app.program.length;
  return ok(
    overheadFigure({
      ...chartInputs(rows, asOf?.events ?? Infinity),
      totalEvents,
      asOf,
      current,
      width: width.value,
      title: app.workload,
    }),
  );
}

/** Where the first app stands at `time`. */
function asOfInstant({ plan, recording }: Simulated, time: Cycles): AsOf {
  const [first] = recording.rendezvous;
  return {
    events: upperBound(first.completed, time, first.length),
    time: `${formatMicroseconds(time, plan.clockGHz)} µs`,
  };
}

const FPS = { otherwise: 12, least: 1, most: 50 };
const SECONDS = { otherwise: 4, least: 0.5, most: 30 };

/** Writes the playhead's way over the range as an animation. */
export function exportGif(job: ExportJob): Written {
  const picture = pictureOption(job.args);
  if (!picture.ok) return picture;
  if (picture.value !== 'timeline')
    return err('only the timeline moves: --what must be timeline for a gif');
  const timeline = timelineOf(job);
  if (!timeline.ok) return timeline;
  const fps = numberOption(job.args, 'fps', FPS);
  if (!fps.ok) return fps;
  const seconds = numberOption(job.args, 'seconds', SECONDS);
  if (!seconds.ok) return seconds;
  const { figures, range } = timeline.value;
  const times = frameTimes(range.from, range.to, Math.round(fps.value * seconds.value));
  const pictures = times.map((time) => () => rasterize(svgOf(figures(time)), 1));
  const { width, height } = pictures[0]();
  const gif = createGif({ width, height, delayMs: 1000 / fps.value });
  for (const [i, draw] of pictures.entries()) {
    gif.add(draw().pixels);
    job.io.progress?.(`${i + 1} of ${pictures.length} pictures`);
  }
  job.io.progress?.('');
  const written = job.io.files.writeBytes(job.path, [gif.finish()]);
  return written.ok ? ok(`${times.length} pictures, ${grouped(written.value)} bytes,`) : written;
}

function svgOf(figure: Figure): string {
  return figureToSvg(figure, { theme: THEMES.light });
}
