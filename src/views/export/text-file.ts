import { t } from '../../base/language.ts';
import { gzipLines } from '../../export/gzip.ts';
import type { Estimate } from './estimate.ts';
import { gather } from './work.ts';
import type { Work } from './work.ts';

/** Lines that become one piece of the file. */
const BLOCK = 4096;

/** `lines` in blocks, each handed to the browser at once: a long trace need not fit into the page's memory. */
function* blocksOf(lines: Iterable<string>): Generator<Blob, void, undefined> {
  let block: string[] = [];
  for (const line of lines) {
    block.push(line);
    if (block.length < BLOCK) continue;
    yield new Blob([block.join('\n'), '\n']);
    block = [];
  }
  if (block.length > 0) yield new Blob([block.join('\n'), '\n']);
}

/** `lines` as a file of `type`. */
export async function textFile(
  lines: Iterable<string>,
  how: { readonly type: string; readonly estimate: Estimate },
  work: Work,
): Promise<Blob> {
  const total = Math.max(how.estimate.lines / BLOCK, 1);
  const blocks = await gather(blocksOf(lines), work, (count) =>
    work.report(Math.min(count / total, 0.99), t('Writing')),
  );
  return new Blob(blocks, { type: how.type });
}

/** `lines` as a packed file. */
export async function packedFile(
  lines: Iterable<string>,
  estimate: Estimate,
  work: Work,
): Promise<Blob> {
  let read = 0;
  const counted = function* counted(): Generator<string, void, undefined> {
    for (const line of lines) {
      read += 1;
      yield line;
    }
  };
  const pieces = await gather(gzipLines(counted()), work, () =>
    work.report(Math.min(read / Math.max(estimate.lines, 1), 0.99), t('Writing and packing')),
  );
  return new Blob(pieces, { type: 'application/gzip' });
}
