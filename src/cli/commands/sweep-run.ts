import { endLine, headerLine } from '../../analysis/blocks/block-file.ts';
import type { Shard } from '../../analysis/blocks/block-work.ts';
import {
  blockCountOfShard,
  blocksOfShard,
  missingRuns,
  WHOLE,
} from '../../analysis/blocks/block-work.ts';
import { jsonDigest } from '../../analysis/blocks/json-digest.ts';
import type { Sweep } from '../../analysis/sweep/job.ts';
import { createSweep } from '../../analysis/sweep/job.ts';
import { DEFAULT_WEIGHTS } from '../../analysis/sweep/metrics.ts';
import { parseSweep } from '../../analysis/sweep/parse-spec.ts';
import type { PointResults, SweepSpec } from '../../analysis/sweep/spec.ts';
import { mergeSweepFiles, pointLines } from '../../analysis/sweep/sweep-file.ts';
import { SweepTable } from '../../analysis/sweep/table.ts';
import { SWEEP_WORK } from '../../analysis/sweep/work.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Io, Outcome } from '../io.ts';
import { loadProfiles } from '../load-profiles.ts';
import { grouped, percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { lastValue } from '../options.ts';
import { problemLine, readJson, resolveScenario } from '../resolve-scenario.ts';
import { readShard } from '../shard-option.ts';
import { sweepOutput, weightsOption, writeSweep } from './sweep-output.ts';

/** Does the sweep, or the shard of it, that the file and the options want. */
export function runSweep(args: Arguments, io: Io): Outcome {
  const out = lastValue(args, 'out');
  if (out === '') return err('--out must name the file to write; - is standard output');
  const output = sweepOutput(args);
  if (!output.ok) return output;
  const work = openWork(args, io);
  if (!work.ok) return work;
  const { table } = work.value;
  const began = performance.now();
  const lines = linesOf(work.value, io);
  const written = out === undefined ? exhaust(lines) : io.files.writeLines(out, lines);
  if (!written.ok) return written;
  if (work.value.problem !== null) return err(work.value.problem);
  const missing = missingRuns(SWEEP_WORK, table.layout.spec, (point) => table.has(point));
  const pace = paceText(work.value.runs, (performance.now() - began) / 1000);
  writeSweep(io, { table, missing, pace }, output.value);
  return ok(0);
}

/** A sweep under way. */
interface Work {
  readonly sweep: Sweep;
  readonly shard: Shard;
  readonly table: SweepTable;
  /** Results of an earlier attempt. */
  readonly known: ReadonlyMap<number, PointResults>;
  /** Runs done now. */
  runs: number;
  /** Why it had to stop. */
  problem: string | null;
}

function openWork(args: Arguments, io: Io): Result<Work, string> {
  const [path] = args.operands;
  if (path === undefined) return err('which sweep? Give a JSON file; see docs/sweeps.md');
  const spec = readSpec(path, args, io);
  if (!spec.ok) return spec;
  const shard = readShard(args);
  if (!shard.ok) return shard;
  const points = SWEEP_WORK.blocks(spec.value);
  if ((shard.value?.count ?? 1) > points) {
    return err(
      `--shard is too fine: the sweep has ${points} points, so use at most ${points} shards`,
    );
  }
  const known = resumed(args, spec.value, io);
  if (!known.ok) return known;
  const profiles = loadProfiles(spec.value.scenario, io.files);
  if (!profiles.ok) return profiles;
  const sweep = createSweep(spec.value, profiles.value);
  if (!sweep.ok) return err(`"${path}": ${problemLine(sweep.error)}`);
  return ok({
    sweep: sweep.value,
    shard: shard.value ?? WHOLE,
    table: new SweepTable(sweep.value.layout),
    known: known.value,
    runs: 0,
    problem: null,
  });
}

function readSpec(path: string, args: Arguments, io: Io): Result<SweepSpec, string> {
  const json = readJson(path, io.files);
  if (!json.ok) return json;
  const spec = parseSweep(json.value, (name) => {
    const found = resolveScenario(name, io.files);
    return found.ok ? ok(found.value.scenario) : found;
  });
  if (!spec.ok) return err(`"${path}": ${problemLine(spec.error)}`);
  const { energyWeights = DEFAULT_WEIGHTS } = spec.value;
  const weights = weightsOption(args, energyWeights);
  if (!weights.ok) return weights;
  return ok(
    weights.value === energyWeights ? spec.value : { ...spec.value, energyWeights: weights.value },
  );
}

/** The points that `--resume FILE` holds already. */
function resumed(
  args: Arguments,
  spec: SweepSpec,
  io: Io,
): Result<ReadonlyMap<number, PointResults>, string> {
  const path = lastValue(args, 'resume');
  if (path === undefined) return ok(new Map());
  const merged = mergeSweepFiles([{ name: path, open: () => io.files.readLines(path) }]);
  if (!merged.ok) return merged;
  const { table } = merged.value;
  if (jsonDigest(table.layout.spec) !== jsonDigest(spec)) {
    return err(`--resume "${path}" is of another sweep`);
  }
  const points = table.donePoints.map(
    (point) => [point, { point, results: table.runsOf(point) }] as const,
  );
  return ok(new Map(points));
}

function exhaust(lines: Iterable<string>): Result<number, string> {
  let count = 0;
  for (const _ of lines) count++;
  return ok(count);
}

/** The lines of the sweep's file; each point is run when its lines are wanted. */
function* linesOf(work: Work, io: Io): Generator<string> {
  const { sweep, shard, table, known } = work;
  const { spec, points } = sweep.layout;
  const wanted = blockCountOfShard(points.length, shard);
  const began = performance.now();
  let done = 0;
  yield headerLine(SWEEP_WORK, spec, shard);
  for (const point of blocksOfShard(points.length, shard)) {
    const results = known.get(point) ?? runPoint(work, point);
    if (results === null) break;
    table.add(results);
    yield* pointLines(spec, results);
    done++;
    const seconds = (performance.now() - began) / 1000;
    io.progress?.(progressText(done / wanted, work.runs, seconds));
  }
  io.progress?.('');
  if (done < wanted) return;
  const runs = table.donePoints.reduce((sum, point) => sum + table.runsOf(point).length, 0);
  yield endLine({ blocks: done, runs, stoppedEarly: false });
}

function runPoint(work: Work, point: number): PointResults | null {
  const results = work.sweep.runPoint(point);
  if (!results.ok) {
    work.problem = problemLine(results.error);
    return null;
  }
  work.runs += results.value.results.length;
  return results.value;
}

function progressText(share: number, runs: number, seconds: number): string {
  const left = (seconds / share) * (1 - share);
  return `${percent(share, 1)}  ${grouped(runs)} runs  about ${grouped(left)} s left`;
}

function paceText(runs: number, seconds: number): string {
  return `${grouped(runs)} runs in ${grouped(seconds, 2)} s, ${grouped(runs / seconds)} runs per second.\n`;
}
