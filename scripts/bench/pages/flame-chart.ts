import { FlameChartContainer, FlameChartPlugin } from 'flame-chart-js';

import { ACTIVITIES, ACTIVITY_IDS } from '../../../src/kernel/activities.ts';
import type { SpanColumns } from '../../../src/run/recording.ts';
import { addCanvas } from './canvas.ts';
import { drive, timeToPaint } from './frames.ts';
import type { FrameTimes } from './frames.ts';
import { generateRun } from './run.ts';
import type { RunSize } from './run.ts';
import { windowsOf } from './windows.ts';

type Nodes = ConstructorParameters<typeof FlameChartPlugin>[0]['data'];

let chart: FlameChartContainer | null = null;
let end = 0;

/** One lane in the chart's own form, made before the clock starts. */
function nodesOf({ start, activity, length }: SpanColumns): Nodes {
  return Array.from({ length }, (_, i) => {
    const stop = i + 1 < length ? start[i + 1] : end;
    return {
      name: ACTIVITY_IDS[activity[i]],
      type: ACTIVITIES[activity[i]].style,
      start: start[i],
      duration: stop - start[i],
    };
  });
}

/** From nodes in memory to their first picture: a flame chart a lane under one axis. */
async function open(size: RunSize): Promise<number> {
  const { recording } = generateRun(size);
  end = recording.summary.totalCycles;
  const lanes = recording.spans.map(nodesOf);
  const canvas = addCanvas();
  return timeToPaint(() => {
    const plugins = lanes.map((data, core) => new FlameChartPlugin({ name: `C${core}`, data }));
    chart = new FlameChartContainer({ canvas, plugins });
    chart.render();
  });
}

async function move(): Promise<FrameTimes> {
  const windows = windowsOf(end);
  return drive(windows.length, (step) => {
    chart?.setZoom(...windows[step]);
    chart?.render();
  });
}

Object.assign(window, { bench: { open, move } });
