import type { Result } from '../../base/result.ts';
import { ok } from '../../base/result.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import { segmentsOf } from '../../scenario/compile.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { GapBin, WorkloadStatistics } from '../../workload/statistics.ts';
import { workloadStatistics } from '../../workload/statistics.ts';
import type { Files } from '../io.ts';
import { loadProfiles } from '../load-profiles.ts';
import { grouped, percent } from '../numbers.ts';
import { formatTable } from '../table.ts';

/** What is said of the program of one app. */
interface AppStatistics extends WorkloadStatistics {
  readonly name: string;
}

/** How the traps of each app of a scenario that can run come. */
export function appStatistics(
  scenario: Scenario,
  files: Files,
): Result<readonly AppStatistics[], string> {
  const profiles = loadProfiles(scenario, files);
  if (!profiles.ok) return profiles;
  return ok(
    scenario.apps.map(({ name, workload }) => ({
      name,
      ...workloadStatistics(segmentsOf(workload, profiles.value), 1),
    })),
  );
}

/** Longest bar of a histogram, in characters. */
const BAR = 40;

/** The same for people: figures beside one another, then a histogram of the gaps of each. */
export function statisticsText(apps: readonly AppStatistics[]): string {
  const head = ['', ...apps.map(({ name }) => name)];
  const row = (title: string, cell: (app: AppStatistics) => string) => [title, ...apps.map(cell)];
  const kinds = TRAP_KINDS.filter((kind) => apps.some((app) => app.kinds[kind] !== undefined));
  const rows = [
    row('traps', ({ events }) => grouped(events)),
    ...kinds.map((kind) =>
      row(`  ${kind}`, ({ events, kinds: counts }) => percent((counts[kind] ?? 0) / events)),
    ),
    row('gaps are in', ({ unit }) => unit),
    row('  mean', ({ mean }) => grouped(mean)),
    row('  median', ({ median }) => grouped(median)),
    row('  95 % at most', ({ p95 }) => grouped(p95)),
    row('  longest', ({ longest }) => grouped(longest)),
    row('  all together', ({ total }) => grouped(total)),
    row('burstiness', ({ burstiness }) => (Math.round(burstiness * 100) / 100 || 0).toFixed(2)),
    row('bytes in', ({ bytesIn }) => grouped(bytesIn)),
    row('bytes out', ({ bytesOut }) => grouped(bytesOut)),
  ];
  const note =
    '\nA gap is what is computed before a trap. burstiness: -1 = even, 0 = as at random, towards 1 = bursts.\n';
  return formatTable([head, ...rows]) + note + apps.map(histogramText).join('');
}

function histogramText({ name, unit, histogram }: AppStatistics): string {
  const most = Math.max(...histogram.map(({ count }) => count));
  const bar = ({ count }: GapBin) => '#'.repeat(Math.ceil((count / most) * BAR));
  const rows = histogram.map((bin) => [grouped(bin.from), grouped(bin.count), bar(bin)]);
  return `\n${name}\n${formatTable([[`${unit} from`, 'traps', ''], ...rows], [2])}`;
}
