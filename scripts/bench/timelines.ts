import type { FrameTimes } from './pages/frames.ts';
import type { RunSize } from './pages/run.ts';
import type { Line } from './report.ts';
import { openSite, traceName } from './timeline-site.ts';
import type { TimelineSite } from './timeline-site.ts';

const MILLION = 1_000_000;
const SIZES: readonly RunSize[] = [
  { lanes: 12, spans: 10_000 },
  { lanes: 12, spans: 100_000 },
  { lanes: 12, spans: MILLION },
  { lanes: 64, spans: MILLION },
];
const TRACES = [100_000, 300_000];
/** How many times faster than speedscope a file of so many spans is to be loaded. */
const LOAD_GOALS: Readonly<Record<number, number>> = { 100_000: 8, 300_000: 15 };

/** Values by figure, one a round. */
class Rounds {
  private readonly values = new Map<string, number[]>();

  add(name: string, value: number): void {
    const list = this.values.get(name);
    if (list === undefined) this.values.set(name, [value]);
    else list.push(value);
  }

  line(name: string, unit: string, goal?: Line['goal']): Line {
    return { name, unit, values: this.of(name), ...(goal !== undefined && { goal }) };
  }

  /** `above` by `below`, round by round. */
  ratio(name: string, [above, below]: readonly [string, string], goal?: Line['goal']): Line {
    const floor = this.of(below);
    const values = this.of(above).map((value, round) => value / floor[round]);
    return { name, unit: 'x', values, ...(goal !== undefined && { goal }) };
  }

  private of(name: string): readonly number[] {
    return this.values.get(name) ?? [];
  }
}

/** Our timeline, an empty canvas, and the timelines of others, in turn, each in a fresh browser. */
export async function measureTimelines(
  folder: string,
  rounds: number,
  say: (text: string) => void,
): Promise<readonly Line[]> {
  const site = await openSite(folder, TRACES);
  const found = new Rounds();
  try {
    for (let round = 1; round <= rounds; round++) {
      say(`timelines, round ${round} of ${rounds}`);
      for (const size of SIZES) await measureOurs(site, size, found);
      await measureFlameChart(site, found);
      for (const spans of TRACES) await measureLoads(site, spans, found);
    }
  } finally {
    await site.close();
  }
  return linesOf(found);
}

async function measureOurs(site: TimelineSite, size: RunSize, found: Rounds): Promise<void> {
  const name = nameOf(size);
  const heights = await site.visit('timeline.html', async (page) => {
    const opened = await page.evaluate<{
      firstPaint: number;
      bytesPerSpan: number;
      heights: number[];
    }>(`bench.open(${JSON.stringify(size)})`);
    found.add(`${name}: first paint`, opened.firstPaint);
    found.add(`${name}: bytes`, opened.bytesPerSpan);
    const times = await page.evaluate<FrameTimes>('bench.move()');
    found.add(`${name}: script`, p95(times.script));
    found.add(`${name}: script, median`, p50(times.script));
    found.add(`${name}: frame`, p95(times.frame));
    return opened.heights;
  });
  const floor = await site.visit('blank.html', (page) =>
    page.evaluate<FrameTimes>(`bench.move(${JSON.stringify(heights)})`),
  );
  found.add(`${name}: floor`, p95(floor.frame));
}

async function measureFlameChart(site: TimelineSite, found: Rounds): Promise<void> {
  await site.visit('flame-chart.html', async (page) => {
    const size: RunSize = { lanes: 12, spans: MILLION };
    const firstPaint = await page.evaluate<number>(`bench.open(${JSON.stringify(size)})`);
    found.add('flame-chart-js: first paint', firstPaint);
    const { frame } = await page.evaluate<FrameTimes>('bench.move()');
    found.add('flame-chart-js: frame', p95(frame));
  });
}

/** Ours and speedscope from the same file: from the start of the visit until it is on the screen. */
async function measureLoads(site: TimelineSite, spans: number, found: Rounds): Promise<void> {
  const file = traceName(spans);
  await site.visit(`timeline.html#./${file}`, async (page) => {
    found.add(`${file}: ours`, await page.evaluate<number>('bench.whenLoaded'));
    found.add(`${file}: our frame`, p95((await page.evaluate<FrameTimes>('bench.move()')).frame));
  });
  await site.visit(
    `speedscope/index.html#profileURL=/${file}`,
    async (page) => {
      const loaded = await page.evaluate<number>('bench.whenLoaded');
      found.add(`${file}: speedscope`, loaded);
      const { frame } = await page.evaluate<FrameTimes>('bench.move()');
      found.add(`${file}: speedscope's frame`, p95(frame));
    },
    'scripts/bench/speedscope-notes.js',
  );
}

function most(value: number): Line['goal'] {
  return { side: '<=', value };
}

function least(value: number): Line['goal'] {
  return { side: '>=', value };
}

function linesOf(found: Rounds): readonly Line[] {
  const million = nameOf({ lanes: 12, spans: MILLION });
  const ours = SIZES.flatMap((size) => {
    const name = nameOf(size);
    const goal = (value: number): Line['goal'] => (name === million ? most(value) : undefined);
    return [
      found.line(`${name}: first paint`, 'ms', goal(170)),
      found.line(`${name}: script, median`, 'ms'),
      found.line(`${name}: script`, 'ms, p95', goal(2)),
      found.line(`${name}: frame`, 'ms, p95', goal(6)),
      found.line(`${name}: floor`, 'ms, p95'),
      found.ratio(`${name}: frame / empty canvas`, [`${name}: frame`, `${name}: floor`], goal(1.3)),
      found.line(`${name}: bytes`, 'B/span', goal(30)),
    ];
  });
  const chart = 'flame-chart-js';
  const charts = [
    found.line(`${chart}: first paint`, 'ms'),
    found.line(`${chart}: frame`, 'ms, p95'),
    ...(['first paint', 'frame'] as const).map((what) =>
      found.ratio(
        `${chart} / ours, ${what}`,
        [`${chart}: ${what}`, `${million}: ${what}`],
        least(what === 'frame' ? 10 : 5),
      ),
    ),
  ];
  return [...ours, ...charts, ...TRACES.flatMap((spans) => loadLines(found, spans))];
}

function loadLines(found: Rounds, spans: number): readonly Line[] {
  const file = traceName(spans);
  return [
    found.line(`${file}: ours`, 'ms'),
    found.line(`${file}: speedscope`, 'ms'),
    found.ratio(
      `${file}: speedscope / ours`,
      [`${file}: speedscope`, `${file}: ours`],
      least(LOAD_GOALS[spans]),
    ),
    found.line(`${file}: our frame`, 'ms, p95'),
    found.line(`${file}: speedscope's frame`, 'ms, p95'),
    found.ratio(
      `${file}: speedscope / ours, frame`,
      [`${file}: speedscope's frame`, `${file}: our frame`],
      least(6),
    ),
  ];
}

function nameOf({ lanes, spans }: RunSize): string {
  return `${spans} spans, ${lanes} lanes`;
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  return quantile(values, 0.95);
}

function p50(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
}
