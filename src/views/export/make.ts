import { t } from '../../base/language.ts';
import { chromeTrace } from '../../export/chrome/chrome-trace.ts';
import type { TraceSource } from '../../export/chrome/source.ts';
import { fileName, runTitle } from '../../export/names.ts';
import type { ExportRange } from '../../export/range.ts';
import { tableToCsv, tableToJsonl } from '../../export/tables/table.ts';
import { TABLES } from '../../export/tables/tables.ts';
import { formatMicroseconds } from '../../draw/format.ts';
import { overheadFigure } from '../../draw/figure/overhead-figure.ts';
import type { Figure } from '../../draw/figure/surface.ts';
import { timelineFigures } from '../../draw/figure/timeline-figure.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { HeldRun } from '../../store/held.ts';
import { completedAt } from '../../run/instants.ts';
import { linkTo } from '../../store/link-to.ts';
import { createTimelineModel } from '../../store/timeline-model.ts';
import { shownBranch } from '../../store/workspace.ts';
import { growthInputs, standingBars } from '../chart/standing.ts';
import { OverlayMaker } from '../timeline/overlay-state.ts';
import { rangeOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { drawn } from './drawn.ts';
import { estimateTable, estimateTrace } from './estimate.ts';
import { makeMovie } from './movie.ts';
import { panelElement, panelPicture } from './panel-picture.ts';
import type { ReadyFile } from './save.ts';
import { packedFile, textFile } from './text-file.ts';
import type { Work } from './work.ts';

/** What an export is made from. */
export interface Subject {
  readonly app: AppStore;
  readonly run: HeldRun;
  readonly draft: Draft;
}

/** Makes the file that `draft` describes. */
export async function makeFile(subject: Subject, work: Work): Promise<ReadyFile> {
  switch (subject.draft.kind) {
    case 'trace':
      return await makeTrace(subject, work);
    case 'table':
      return await makeTable(subject, work);
    case 'picture':
      return await makePicture(subject, work);
    default:
      return await makeAnimation(subject, work);
  }
}

/** The stretch that is exported. */
export function stretchOf({ app, run, draft }: Subject): ExportRange {
  return rangeOf(draft.stretch, run, app.store.getState());
}

/** Both ends of the stretch for a file name; none for a whole run. */
function timesOf({ draft }: Subject, { from, to }: ExportRange): readonly number[] {
  return draft.stretch === 'run' ? [] : [from, to];
}

/** The trace of `subject`, packed or not. */
export async function makeTrace(subject: Subject, work: Work): Promise<ReadyFile> {
  const { app, run, draft } = subject;
  const { plan, recording } = run;
  const range = stretchOf(subject);
  const link = await linkTo(app, 'moment');
  const { notes } = shownBranch(app.store.getState());
  const address = `${location.origin}${location.pathname}`;
  const about: TraceSource['about'] = link === null ? {} : { link: `${address}#${link}` };
  const lines = chromeTrace({ plan, recording, range, detail: draft.detail, notes, about });
  const estimate = estimateTrace({ plan, recording, range }, draft.detail);
  const content = draft.packed
    ? await packedFile(lines, estimate, work)
    : await textFile(lines, { type: 'application/json', estimate }, work);
  const name = fileName(plan, 'trace', timesOf(subject, range));
  return { name: `${name}.json${draft.packed ? '.gz' : ''}`, content };
}

async function makeTable(subject: Subject, work: Work): Promise<ReadyFile> {
  const { plan, recording } = subject.run;
  const { table, tableFormat } = subject.draft;
  const range = stretchOf(subject);
  const source = { plan, recording, range };
  const lines = (tableFormat === 'csv' ? tableToCsv : tableToJsonl)(TABLES[table], source);
  const type = tableFormat === 'csv' ? 'text/csv' : 'application/jsonl';
  const estimate = estimateTable(source, subject.draft);
  const content = await textFile(lines, { type, estimate }, work);
  const name = fileName(plan, table, timesOf(subject, range));
  return { name: `${name}.${tableFormat}`, content };
}

async function makePicture(subject: Subject, work: Work): Promise<ReadyFile> {
  const { app, run, draft } = subject;
  const { picture, pictureFormat } = draft;
  work.report(0.3, t('Drawing'));
  const { time } = app.store.getState().playhead;
  const name = `${fileName(run.plan, picture, [time])}.${pictureFormat}`;
  if (picture === 'machine' || picture === 'side') {
    const element = panelElement(picture);
    if (element === null) throw new Error(t('This panel is not on the page now.'));
    return { name, content: await panelPicture(element, pictureFormat) };
  }
  const figure = picture === 'timeline' ? timelineOf(subject)(time) : overheadOf(subject);
  return { name, content: await drawn(figure, pictureFormat) };
}

/** CSS px of figures: wide enough to read, narrow enough for a page. */
const TIMELINE_WIDTH = 1200;
const CHART_WIDTH = 520;

function timelineOf(subject: Subject): (playhead: number) => Figure {
  const { app, run } = subject;
  const { plan, recording } = run;
  const state = app.store.getState();
  const { from, to } = stretchOf(subject);
  const model = createTimelineModel(app);
  return timelineFigures({
    plan,
    recording,
    window: [from, Math.min(to, Math.max(recording.summary.totalCycles, from + 1))],
    app: state.app,
    width: TIMELINE_WIDTH,
    axis: state.axis,
    closeGaps: state.closeGaps,
    title: runTitle(plan),
    marks: (source, scale) => new OverlayMaker(source).make(scale, model.getState(), null),
  });
}

function overheadOf({ app, run }: Subject): Figure {
  const { app: index, playhead } = app.store.getState();
  const { matrix } = app.held;
  const summary = run.recording.summary.apps[index];
  const { redundancy, signalling } = summary;
  const after = completedAt(run, index, playhead.time);
  return overheadFigure({
    bars: standingBars(matrix, after),
    growth: growthInputs(matrix),
    totalEvents: summary.events.total,
    asOf: {
      events: after,
      time: t('{time} µs', { time: formatMicroseconds(playhead.time, run.plan.clockGHz) }),
    },
    current: redundancy === 'native' ? null : { redundancy, signalling },
    width: CHART_WIDTH,
    title: summary.workload,
  });
}

async function makeAnimation(subject: Subject, work: Work): Promise<ReadyFile> {
  const { run, draft } = subject;
  const range = stretchOf(subject);
  const end = run.recording.summary.totalCycles;
  const shown = { from: range.from, to: Math.min(range.to, end) };
  const content = await makeMovie({ ...draft, figures: timelineOf(subject), range: shown }, work);
  const name = fileName(run.plan, 'timeline', timesOf(subject, range));
  return { name: `${name}.${draft.movieFormat}`, content };
}
