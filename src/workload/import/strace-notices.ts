import { CHAR, indexOfText, isDigit, skipBlanks, startsWith } from './bytes.ts';
import type { LineClass } from './report.ts';
import type { LineOwners } from './strace-owner.ts';

/**
 * A message of strace itself: `strace: Process 5 attached`, `Process 5 detached` (4.x),
 * `[ Process PID=5 runs in 32 bit mode. ]`; `null` when it is none.
 */
export function readNotice(
  bytes: Uint8Array,
  from: number,
  to: number,
  owners: Pick<LineOwners, 'attached' | 'gone'>,
): LineClass | null {
  if (startsWith(bytes, from, to, '[ Process')) return 'chatter';
  const own = startsWith(bytes, from, to, 'strace: ');
  const at = own ? skipBlanks(bytes, from + 8, to) : from;
  if (!startsWith(bytes, at, to, 'Process ') || !isDigit(bytes[at + 8])) {
    return own ? 'chatter' : null;
  }
  let pid = 0;
  let next = at + 8;
  while (next < to && isDigit(bytes[next])) pid = pid * 10 + bytes[next++] - CHAR.zero;
  if (startsWith(bytes, next, to, ' attached')) owners.attached(pid);
  else if (startsWith(bytes, next, to, ' detached')) owners.gone(pid);
  const word = ['attached', 'detached', 'suspended', 'resumed', 'runs', 'created'];
  return own || word.some((text) => indexOfText(bytes, next, to, text) >= 0) ? 'chatter' : null;
}
