import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../export/chrome/format.ts';
import { SMALL, type } from '../testing.ts';

const FILES = { 'small.json': SMALL };
const exported = (...options: string[]): ReturnType<typeof type> =>
  type(['export', 'small.json', ...options], FILES);

interface Trace {
  readonly otherData: Readonly<Record<string, string>>;
  readonly traceEvents: readonly TraceEvent[];
}

const parsed = (text: string): Trace => JSON.parse(text) as Trace;

const overheadSvg = (...at: string[]): string =>
  exported('-o', 'a.svg', '--what', 'overhead', ...at).written.get('a.svg')![0];
/** After how many events the bars stand. */
const eventsIn = (svg: string): number =>
  Number(/after (\d+) of 21 events each, this run at [\d.]+ µs/u.exec(svg)?.[1]);
const percentsIn = (svg: string): string[] => svg.match(/[\d.]+ %/g) ?? [];

describe('export', () => {
  it('writes a trace that keeps to the format, plain and packed alike', () => {
    const plain = exported('--format', 'chrome', '-o', 'a.json');
    expect(plain.error).toBe('');
    const text = plain.written.get('a.json')!.join('\n');
    const trace = parsed(text);
    expect(trace.otherData['link']).toMatch(/^#/);
    const packed = exported('--format', 'chrome', '-o', 'a.json.gz').bytes.get('a.json.gz')!;
    expect(gunzipSync(packed).toString('utf8')).toBe(`${text}\n`);
  });

  it('writes slices without arguments for speedscope', () => {
    const text = exported('--format', 'speedscope', '-o', 'a.json').written.get('a.json')!.join('');
    const { traceEvents } = parsed(text);
    const slices = traceEvents.filter(({ ph }) => ph === 'B');
    expect(slices.length).toBeGreaterThan(100);
    expect(slices.filter((slice) => 'args' in slice)).toEqual([]);
  });

  it('writes any table, whole or between two events', () => {
    const whole = exported('-o', 'a.csv', '--what', 'rendezvous').written.get('a.csv')!;
    expect(whole).toHaveLength(22);
    const part = exported(
      '-o',
      'a.jsonl',
      '--what',
      'rendezvous',
      '--from',
      'event:3',
      '--to',
      'event:5',
    );
    const events = part.written
      .get('a.jsonl')!
      .map((line) => (JSON.parse(line) as { event: number }).event);
    // With their neighbours, which begin or end while these last.
    expect(events).toEqual([1, 2, 3, 4, 5]);
    expect(part.out).toMatch(/^rendezvous: 5 rows .* written to a\.jsonl\n$/);
  });

  it('draws the timeline as a vector picture and in pixels, twice as many', () => {
    const options = ['--from', 'event:3', '--to', 'event:4', '--at', '20us', '--width', '600'];
    const [svg = ''] = exported('-o', 'a.svg', ...options, '--at', 'event:4').written.get('a.svg')!;
    expect(svg).toMatch(/^<svg [^>]*width="600"/);
    expect(svg).toContain('Event 3');
    const png = exported('-o', 'a.png', ...options, '--axis', 'event').bytes.get('a.png')!;
    const view = new DataView(png.buffer);
    expect(view.getUint32(0)).toBe(0x89504e47);
    expect(view.getUint32(16)).toBe(1200);
  });

  it('draws the overhead of all methods', () => {
    const [svg = ''] = exported('-o', 'a.svg', '--what', 'overhead').written.get('a.svg')!;
    for (const words of ['TMR', 'DMR', 'sync IPC', 'migration', 'shared memory', 'signal out']) {
      expect(svg).toContain(words);
    }
  });

  it('draws the overhead as of an instant, and says so', () => {
    const whole = overheadSvg();
    expect(whole).not.toContain('of 21 events');
    const [early, late] = [overheadSvg('--at', 'event:5'), overheadSvg('--at', 'event:12')];
    // The replica that traps first may begin an event while others still complete the one before.
    expect([3, 4]).toContain(eventsIn(early));
    expect([10, 11]).toContain(eventsIn(late));
    // The bars end elsewhere, and in words.
    expect(percentsIn(early).length).toBe(percentsIn(whole).length);
    expect(percentsIn(early)).not.toEqual(percentsIn(whole));
  });

  it('draws as many moving pictures as the length needs', () => {
    const told = exported('-o', 'a.gif', '--fps', '5', '--seconds', '1', '--width', '400');
    expect(told.out).toMatch(/^5 pictures/);
    expect(String.fromCharCode(...told.bytes.get('a.gif')!.subarray(0, 6))).toBe('GIF89a');
  });

  const mistakes: readonly (readonly [string[], RegExp])[] = [
    [['-o', 'a.json'], /--format must be one of chrome, speedscope, csv/],
    [
      ['-o', 'a.json', '--format', 'chrom'],
      /--format cannot be "chrom" — did you mean|--format cannot be "chrom"/,
    ],
    [['--format', 'csv'], /--out \(-o\) must name the file/],
    [['-o', 'a.csv', '--what', 'timeline'], /--what cannot be "timeline".*events, spans/],
    [['-o', 'a.svg', '--what', 'spans'], /--what cannot be "spans".*timeline, overhead/],
    [['-o', 'a.csv', '--from', '9s'], /--from must be cycles, a time such as 41.5us, or event:41/],
    [['-o', 'a.csv', '--from', 'event:0'], /--from names event 0, but the run has 21, from 1/],
    [['-o', 'a.csv', '--to', '99ms'], /--to 99ms is after the end of the run/],
    [['-o', 'a.csv', '--from', '7', '--to', '7'], /--from \(7 cycles\) must be before --to/],
    [
      ['-o', 'a.svg', '--what', 'overhead', '--at', 'event:99'],
      /--at names event 99, but the run has 21/,
    ],
    [['-o', 'a.gif', '--what', 'overhead'], /only the timeline moves/],
    [['-o', 'a.gif', '--fps', '0'], /--fps must be a number from 1 to 50/],
    [['-o', 'a.svg', '--axis', 'x'], /--axis must be time or event/],
  ];
  it.each(mistakes)('refuses %j in one line', (options, words) => {
    const told = exported(...options);
    expect(told.status).toBe(2);
    expect(told.error).toMatch(words);
    expect(told.error.trim()).not.toContain('\n');
    expect([...told.written.keys(), ...told.bytes.keys()]).toEqual([]);
  });
});
