import { msg } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';
import { decodeText } from './bytes.ts';
import { isCallName } from './call-names.ts';
import type { LogFormat } from './report.ts';

/** What the beginning of a file is, with the reason in words; or why it is no event trace. */
export type Recognised =
  | { readonly kind: 'log'; readonly format: LogFormat; readonly reason: Sentence }
  | { readonly kind: 'refused'; readonly reason: Sentence }
  /** Nothing is clear yet; more bytes may help. */
  | { readonly kind: 'unclear'; readonly reason: Sentence };

const STRACE =
  /^\s*(?:\[pid\s+\d+(?:<.{0,30}>)?\] |\d+(?:<.{0,30}?>)?\s+)?(?:\d[\d:.]*\s+)?(?:\(\+\s*[\d.]+\)\s+)?(?:\[[^\]]{1,120}\]\s+)*(?:<\.\.\. )?([a-z_]\w*)(?:\(| resumed>)/u;
const STRACE_NOTE = /(?:\+\+\+ (?:exited with \d+|killed by SIG\w+)|--- SIG\w+ .*---$)/u;
const PERF = /^\s*(?:\?|\d+\.\d+) \(\s*(?:\d+\.\d+ ms)?\s*\): /u;
const LTRACE =
  /^(?:\[pid \d+\] )?(?:\d[\d:.]* )?(?:SYS_\w+\(|\w+@SYS\(|\w+->\w+\(|\+\+\+ exited \(status)/u;
const TABLE =
  /^(?:% time\s+seconds|(?:[\w%/.]+ +)*(?:syscall|calls)\b(?: +[\w%/.]+)*\s*$|-{4,}[ -]+$|System call usage summary)/u;

/** Recognises a file by its first bytes; `complete` says that there are no more. */
export function recognise(bytes: Uint8Array, complete: boolean): Recognised {
  if (bytes.length === 0) return refused(msg('it is empty'));
  const magic = magicOf(bytes);
  if (magic !== null) return { kind: 'refused', reason: magic };
  const lines = decodeText(bytes, 0, bytes.length)
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u);
  // JSON often is one line, however long.
  const json = jsonFormat(lines.find((line) => line.trim() !== '') ?? '', bytes);
  if (json !== null) return json;
  if (!complete) lines.pop();
  const text = lines.filter((line) => line.trim() !== '' && !/^\s*(?:#|\/\/)/u.test(line));
  if (text.length === 0) {
    return complete ? refused(msg('it has no line that says anything')) : unclear();
  }
  return eventLines(text) ?? notATrace(text) ?? csvFormat(text, complete) ?? unclear();
}

function refused(reason: string): Recognised {
  return { kind: 'refused', reason: sentence(reason) };
}

function unclear(): Recognised {
  const reason = msg(
    'no line of it looks like strace, perf trace, a Chrome trace or a table; to say what it is, give the format',
  );
  return { kind: 'unclear', reason: sentence(reason) };
}

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [
    [0x1f, 0x8b],
    msg(
      'it is packed (gzip); unpack it first{place, select, page {} other {, as in: zcat FILE | … import -}}',
    ),
  ],
  [[0x28, 0xb5, 0x2f, 0xfd], msg('it is packed (zstd); unpack it first')],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], msg('it is packed (xz); unpack it first')],
  [[0x50, 0x4b, 0x03, 0x04], msg('it is packed (zip); unpack it first')],
  [[0x7f, 0x45, 0x4c, 0x46], msg('it is a program (ELF), not a log of one')],
  [
    [0x50, 0x45, 0x52, 0x46],
    msg('it is a perf.data file; print it as text first: perf trace -i FILE'),
  ],
  [[0xff, 0xfe], msg('it is UTF-16; convert it to UTF-8 first: iconv -f UTF-16 -t UTF-8')],
  [[0xfe, 0xff], msg('it is UTF-16; convert it to UTF-8 first: iconv -f UTF-16 -t UTF-8')],
];

function magicOf(bytes: Uint8Array): Sentence | null {
  for (const [magic, reason] of MAGIC) {
    if (magic.every((byte, i) => bytes[i] === byte)) return sentence(reason);
  }
  const zero = bytes.subarray(0, 4096).indexOf(0);
  return zero < 0 ? null : sentence(msg('it is binary: byte {zero} is zero'), { zero });
}

function jsonFormat(first: string, bytes: Uint8Array): Recognised | null {
  if (!/^\s*(?:\{|\[\s*(?:\{|\]|$))/u.test(first)) return null;
  const head = decodeText(bytes, 0, Math.min(bytes.length, 65_536));
  if (head.includes('romain-workload-profile')) {
    return refused(
      msg(
        'it is a workload profile already; {place, select, page {drop it on the page, and it runs} other {run it with --workload FILE}}',
      ),
    );
  }
  if (/"(?:traceEvents|ph)"\s*:/u.test(head)) {
    return { kind: 'log', format: 'chrome', reason: sentence(msg('it is JSON with trace events')) };
  }
  return refused(
    msg('it is JSON, but has no trace events ("traceEvents", or a list of objects with "ph")'),
  );
}

/** Lines of strace and of perf trace; a single one is enough when nothing speaks against it. */
function eventLines(lines: readonly string[]): Recognised | null {
  const counts = { strace: 0, odd: 0, notes: 0, perf: 0, ltrace: 0 };
  for (const line of lines.slice(0, 5000)) {
    const name = STRACE.exec(line)?.[1];
    if (PERF.test(line)) counts.perf += 1;
    else if (LTRACE.test(line)) counts.ltrace += 1;
    else if (name !== undefined) counts[isCallName(name) ? 'strace' : 'odd'] += 1;
    else if (STRACE_NOTE.test(line)) counts.notes += 1;
  }
  if (counts.perf > counts.strace) {
    return {
      kind: 'log',
      format: 'perf-trace',
      reason: sentence(
        msg(
          '{n, plural, one {{n} line} other {{n} lines}} with "( … ms):" as perf trace writes them',
        ),
        { n: counts.perf },
      ),
    };
  }
  if (counts.ltrace > 0 && counts.ltrace >= counts.strace) {
    return refused(
      msg('it is a log of ltrace; record system calls with strace -f -ttt -T instead'),
    );
  }
  const wrong = counts.odd > 20 && counts.odd > 4 * counts.strace;
  if (counts.strace > 0 && !wrong) {
    return {
      kind: 'log',
      format: 'strace',
      reason: sentence(
        msg(
          '{n, plural, one {{n} line} other {{n} lines}} with system calls as strace writes them',
        ),
        { n: counts.strace },
      ),
    };
  }
  if (counts.notes > 0) {
    return {
      kind: 'log',
      format: 'strace',
      reason: sentence(
        msg(
          '{n, plural, one {{n} line} other {{n} lines}} with signals or ends as strace writes them',
        ),
        { n: counts.notes },
      ),
    };
  }
  return null;
}

function notATrace(lines: readonly string[]): Recognised | null {
  const head = lines.slice(0, 50);
  const has = (pattern: RegExp): boolean => head.some((line) => pattern.test(line));
  if (has(/Summary of events:/u)) {
    return refused(msg('it is a summary of perf trace (-s): sums, no order; record without -s'));
  }
  if (has(/Performance counter stats for/u)) {
    return refused(
      msg('it is the output of perf stat: sums, no events; use strace -f -ttt -T or perf trace'),
    );
  }
  if (has(/Command being timed:|^real\s+\d+m[\d.]+s|\d+inputs\+\d+outputs/u)) {
    return refused(
      msg('it is the output of time: one measurement, no events; use strace -f -ttt -T'),
    );
  }
  if (head.some((line) => TABLE.test(line)) && has(/^-{4,}[ -]*$/u)) {
    return refused(
      msg(
        'it is a summary table of strace (-c): sums, no order and no times; record without -c, as strace -f -ttt -T',
      ),
    );
  }
  return null;
}

/** Lines by which a table is recognised. */
const TABLE_LINES = 20;

/** A table: the same separator as often on most lines, and numbers below the head. */
function csvFormat(lines: readonly string[], complete: boolean): Recognised | null {
  const some = lines.slice(0, TABLE_LINES);
  const below = some.slice(1);
  for (const separator of separatorsOf(some[0])) {
    const columns = some[0].split(separator).length;
    // A row may be damaged; most are not.
    const short = below.filter((line) => line.split(separator).length < columns).length;
    const numbers = below.filter((line) => line.split(separator).some(isNumber)).length;
    const table = isMostlyWhole(below, short) && numbers * 2 >= below.length;
    if (columns < 2 || !table || (some.length < 2 && !complete)) continue;
    if (some.length < 2 && !some[0].split(separator).some(isNumber)) continue;
    const reason = msg(
      '{n, plural, one {{n} column} other {{n} columns}} between {separator, select, tab {tabs} other {"{separator}"}} {where, select, each {on each line} other {on most lines}}',
    );
    const where = short === 0 ? 'each' : 'most';
    const values = { n: columns, separator: separator === '\t' ? 'tab' : separator, where };
    return { kind: 'log', format: 'csv', reason: sentence(reason, values) };
  }
  return null;
}

/** Have more than half of the rows all columns? Of two, one may be the last of a cut file. */
function isMostlyWhole(rows: readonly string[], short: number): boolean {
  return short === 0 || short * 2 < rows.length || (rows.length === 2 && short === 1);
}

/** The separators of tables, the one that the line has most of first. */
export function separatorsOf(line: string): string[] {
  const marks = [',', ';', '\t'];
  return marks.toSorted((a, b) => line.split(b).length - line.split(a).length);
}

function isNumber(cell: string): boolean {
  return /^\s*"?[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?"?\s*$/iu.test(cell);
}
