import type { ContenderName, Figures, PartName } from './contenders.ts';
import { linkSizes } from './links.ts';
import { buildPage, visitPage } from './page.ts';
import type { Line } from './report.ts';

/** Figures of every contender, one entry per round. */
export type Rounds = Readonly<Record<ContenderName, readonly Figures[]>>;

const atLeast = (value: number): Line['goal'] => ({ side: '>=', value });
const atMost = (value: number): Line['goal'] => ({ side: '<=', value });

function line(name: string, unit: string, values: readonly number[], goal?: Line['goal']): Line {
  return goal === undefined ? { name, unit, values } : { name, unit, values, goal };
}

/** Contenders of one round ran one after another, so ratios are taken round by round. */
function paired(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value / b[i]);
}

function pick(figures: readonly Figures[], key: string, scale = 1): number[] {
  return figures.map((of) => of[key] * scale);
}

/** Figures of the processes of one part. */
export const LINES: Readonly<Record<PartName, (rounds: Rounds) => Line[]>> = {
  kernel: kernelLines,
  campaigns: campaignLines,
  sweeps: sweepLines,
  imports: importLines,
  peers: peerLines,
};

function kernelLines(rounds: Rounds): Line[] {
  const recorded = rounds['kernel-recorded'];
  const speed = pick(rounds['kernel-raw'], 'stepsPerSecond', 1e-6);
  const recordedSpeed = pick(recorded, 'stepsPerSecond', 1e-6);
  const cost = paired(speed, recordedSpeed).map((ratio) => (ratio - 1) * 100);
  return [
    line('kernel, CRC32 large TMR ipc', 'M steps/s', speed),
    line('kernel with recording', 'M steps/s', recordedSpeed, atLeast(3)),
    line('recording costs', '% of the time without', cost, atMost(40)),
    line('recording holds', 'bytes/step', pick(recorded, 'bytesPerStep'), atMost(40)),
    line(
      'first recorded run, code not compiled yet',
      'ms',
      pick(recorded, 'firstMs'),
      atMost(1000),
    ),
    line('matrix of CRC32 large, 8 runs', 'ms', pick(rounds.matrix, 'ms'), atMost(3000)),
    line('seek in 10^6 steps, p95', 'ms', pick(rounds.seek, 'p95Ms'), atMost(4)),
  ];
}

function campaignLines(rounds: Rounds): Line[] {
  const { campaign } = rounds;
  const ours = pick(campaign, 'runsPerSecond');
  const plain = pick(campaign, 'plainPerSecond');
  return [
    line(
      'campaign of 10 240 runs, CRC32 small TMR, one process',
      's',
      pick(campaign, 'ms', 1e-3),
      atMost(60),
    ),
    line('campaign / every run from start to end', 'x', paired(ours, plain)),
    line(
      'campaign, two processes / one',
      'x',
      pick(rounds['campaign-pair'], 'speedup'),
      atLeast(1.7),
    ),
  ];
}

function sweepLines(rounds: Rounds): Line[] {
  const { sweep } = rounds;
  const [ours, plain] = [pick(sweep, 'pointsPerSecond'), pick(sweep, 'plainPerSecond')];
  return [
    line(
      'sweep of 40 x 40 points, 4 methods, CRC32 small TMR: first 5 x 5',
      's',
      pick(sweep, 'coarseMs', 1e-3),
      atMost(3),
    ),
    line(
      'all of it by two processes, at the pace of 289 points',
      's',
      pick(rounds['sweep-pair'], 'mapMs', 1e-3),
    ),
    line(
      'all of it by two processes',
      's',
      pick(rounds['sweep-whole'], 'wholeMs', 1e-3),
      atMost(90),
    ),
    line('sweep / every run compiled and recorded', 'x', paired(ours, plain)),
  ];
}

function importLines({ import: figures, 'import-gigabyte': gigabyte }: Rounds): Line[] {
  const [ours, plain] = [pick(figures, 'cpuPerSecond'), pick(figures, 'plainCpuPerSecond')];
  return [
    line('import of a strace log', 'MB/s', pick(figures, 'perSecond'), atLeast(50)),
    line('import, by processor time', 'MB/s', ours),
    line('lines split and matched, by processor time', 'MB/s', plain),
    line('import / lines split and matched', 'x', paired(ours, plain)),
    line('process at the end of 200 MB', 'MB', pick(figures, 'rssMB')),
    line('import of a strace log of 1 GB', 'MB/s', pick(gigabyte, 'perSecond'), atLeast(50)),
    line('most memory of its process', 'MB', pick(gigabyte, 'peakMB')),
  ];
}

function peerLines(rounds: Rounds): Line[] {
  const [ours, recorded, peer] = (['rm12-raw', 'rm12-recorded', 'rm12-simjs'] as const).map(
    (name) => pick(rounds[name], 'eventsPerSecond', 1e-6),
  );
  return [
    line('RM12 with our queue and copies', 'M events/s', ours),
    line('RM12 with spans and checkpoints recorded', 'M events/s', recorded),
    line('RM12 on simjs', 'M events/s', peer),
    line('RM12, ours / simjs', 'x', paired(ours, peer), atLeast(5)),
    line('RM12, ours recorded / simjs', 'x', paired(recorded, peer), atLeast(4)),
  ];
}

/** Lengths of links. */
export function linkLines(): Line[] {
  const { preset, changed, large } = linkSizes();
  return [
    line('link of a preset', 'characters', [preset]),
    line('link of a preset with a few changes', 'characters', [changed], atMost(300)),
    line('link with 40 segments and 20 faults', 'characters', [large], atMost(1500)),
  ];
}

/** Figures of the page, built into `folder` and visited `rounds` times. */
export async function pageLines(folder: string, rounds: number): Promise<Line[]> {
  await buildPage(folder);
  const visits = await visitPage(folder, rounds);
  return [
    line(
      'JavaScript until the first frame',
      'kB gzip',
      pick(visits, 'initialKilobytes'),
      atMost(140),
    ),
    line('JavaScript until idle, without worker', 'kB gzip', pick(visits, 'idleKilobytes')),
    line('first frame with the machine', 'ms', pick(visits, 'firstPicture'), atMost(1000)),
    line(
      'from choosing CRC32 TMR polling to its picture',
      'ms',
      pick(visits, 'clickMs'),
      atMost(1000),
    ),
    line('from choosing a run that is kept to its picture', 'ms', pick(visits, 'keptMs')),
    line(
      'longest task while loading, processor time',
      'ms',
      pick(visits, 'longestOnProcessor'),
      atMost(50),
    ),
    line(
      'longest task while loading (0: none above 50)',
      'ms',
      pick(visits, 'longestTask'),
      atMost(50),
    ),
  ];
}
