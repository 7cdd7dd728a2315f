import { generateRun } from './run.ts';
import type { RunSize } from './run.ts';
import { drive, timeToPaint } from './frames.ts';
import type { FrameTimes } from './frames.ts';
import { bytesOf, openTimeline } from './our-timeline.ts';
import type { OurTimeline } from './our-timeline.ts';
import { recordingOf } from './trace-file.ts';
import type { TraceFile } from './trace-file.ts';
import { windowsOf } from './windows.ts';

let shown: OurTimeline | null = null;

interface Opened {
  readonly firstPaint: number;
  readonly bytesPerSpan: number;
  readonly heights: readonly number[];
}

/** From a run in memory to its first picture. */
async function open(size: RunSize): Promise<Opened> {
  const { plan, recording, spans } = generateRun(size);
  let opened: OurTimeline | undefined;
  const firstPaint = await timeToPaint(() => {
    opened = openTimeline(plan, recording);
    opened.show([0, recording.summary.totalCycles]);
  });
  if (opened === undefined) throw new Error('nothing was opened');
  shown = opened;
  return { firstPaint, bytesPerSpan: bytesOf(opened) / spans, heights: opened.heights };
}

/** From the start of the visit to the first picture of the file at `address`. */
async function load(address: string): Promise<number> {
  const file = (await (await fetch(address)).json()) as TraceFile;
  const { plan, recording } = recordingOf(file);
  await timeToPaint(() => {
    shown = openTimeline(plan, recording);
    shown.show([0, recording.summary.totalCycles]);
  });
  return performance.now();
}

async function move(): Promise<FrameTimes> {
  if (shown === null) throw new Error('nothing is shown yet');
  const { source, show } = shown;
  const windows = windowsOf(source.recording.summary.totalCycles);
  return drive(windows.length, (step) => show(windows[step]));
}

/** A file named in the address is loaded at once, as by a page of its own. */
const asked = location.hash.slice(1);
const whenLoaded = asked === '' ? null : load(asked);
Object.assign(window, { bench: { open, whenLoaded, move } });
