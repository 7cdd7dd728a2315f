import { readFileSync } from 'node:fs';
import { createImporter } from '../../src/workload/import/importer.ts';

/*
 * A log of strace -f -ttt -T of some 200 MB, a recorded one again and again, fed in pieces of 1 MiB. The
 * peer is the plain way: split the text into lines and match each with one regular expression, which
 * tells calls from the rest and no more. Only the importer puts halves of calls together, follows
 * descriptors, works out gaps and keeps the traps.
 */

const MEGABYTES = 200;
const LOG = 'src/workload/import/fixtures/pipeline.f-ttt-T.txt';
const LINE =
  /^(?:\[pid\s+(\d+)\] |(\d+)\s+)?(?:(\d+\.\d+) )?(?:(\w+)\((.*)\)\s+= (\S+)(?: .*?)?(?: <([\d.]+)>)?|<\.\.\. (\w+) resumed>(.*)\)\s+= (\S+).*?(?: <([\d.]+)>)?|(\w+)\((.*) <unfinished \.\.\.>|---.*---|\+\+\+.*\+\+\+)$/u;

function pieceOfLog(): Buffer {
  const log = readFileSync(LOG);
  return Buffer.concat(Array.from({ length: Math.ceil((1 << 20) / log.length) }, () => log));
}

interface Speed {
  readonly clock: number;
  readonly cpu: number;
}

/** Megabytes a second on the clock and of processor time, while `push` takes all pieces. */
function speedOf(piece: Buffer, push: (piece: Buffer) => void, megabytes = MEGABYTES): Speed {
  const times = Math.ceil((megabytes * 1e6) / piece.length);
  const cpuStart = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < times; i++) push(piece);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuStart);
  const bytes = times * piece.length;
  return { clock: bytes / ms / 1000, cpu: bytes / (user + system) };
}

/** The importer and its peer on the same log, and the memory that the importer holds at its end. */
export function importFigures(): Record<string, number> {
  const piece = pieceOfLog();
  const importer = createImporter();
  importer.beginFile('log');
  const ours = speedOf(piece, (bytes) => importer.push(bytes));
  const rssMB = process.memoryUsage().rss / 1e6;
  if (!importer.finish().ok) throw new Error('the log was refused');
  let matched = 0;
  let rest = '';
  const plain = speedOf(piece, (bytes) => {
    const lines = (rest + bytes.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (LINE.test(line)) matched += 1;
  });
  if (matched === 0) throw new Error('the plain way matched nothing');
  return {
    perSecond: ours.clock,
    cpuPerSecond: ours.cpu,
    plainPerSecond: plain.clock,
    plainCpuPerSecond: plain.cpu,
    rssMB,
  };
}

/** A log of 1 GB: the pace, and the most memory that the process ever had. */
export function importGigabyte(): Record<string, number> {
  const importer = createImporter();
  importer.beginFile('log');
  const { clock } = speedOf(pieceOfLog(), (bytes) => importer.push(bytes), 1000);
  if (!importer.finish().ok) throw new Error('the log was refused');
  return { perSecond: clock, peakMB: (process.resourceUsage().maxRSS * 1024) / 1e6 };
}
