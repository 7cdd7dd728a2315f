import type { Messages } from '../base/language.ts';
import base from './de/base.json';
import store from './de/store.json';
import viewsBranches from './de/views-branches.json';
import viewsChart from './de/views-chart.json';
import viewsCompare from './de/views-compare.json';
import viewsExport from './de/views-export.json';
import viewsFaults from './de/views-faults.json';
import viewsLearn from './de/views-learn.json';
import viewsLog from './de/views-log.json';
import viewsNotes from './de/views-notes.json';
import viewsPalette from './de/views-palette.json';
import viewsRcb from './de/views-rcb.json';
import viewsScenario from './de/views-scenario.json';
import viewsShare from './de/views-share.json';
import viewsShell from './de/views-shell.json';
import viewsTimeline from './de/views-timeline.json';
import viewsTransport from './de/views-transport.json';
import viewsWhy from './de/views-why.json';
import viewsWorkloadEditor from './de/views-workload-editor.json';

/** All German messages. Written by `npm run messages`. */
export const GERMAN: Messages = {
  ...base,
  ...store,
  ...viewsBranches,
  ...viewsChart,
  ...viewsCompare,
  ...viewsExport,
  ...viewsFaults,
  ...viewsLearn,
  ...viewsLog,
  ...viewsNotes,
  ...viewsPalette,
  ...viewsRcb,
  ...viewsScenario,
  ...viewsShare,
  ...viewsShell,
  ...viewsTimeline,
  ...viewsTransport,
  ...viewsWhy,
  ...viewsWorkloadEditor,
};
