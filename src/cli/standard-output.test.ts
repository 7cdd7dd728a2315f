import { describe, expect, it } from 'vitest';
import { COMMANDS } from './command-line.ts';
import { SMALL, type } from './testing.ts';

const FILES = {
  'small.json': SMALL,
  'line.json': JSON.stringify({
    scenario: 'small.json',
    axes: [{ parameter: 'ipi', from: 250, to: 8000, steps: 2 }],
  }),
  'log.txt':
    '1795405480.952897 getpid() = 6 <0.000010>\n1795405480.953897 getpid() = 6 <0.000010>\n',
};

/** One way to use each command that writes a file. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  trace: ['small.json', '--format', 'csv'],
  export: ['small.json', '--format', 'svg'],
  import: ['log.txt'],
  campaign: ['small.json', '--runs', '20'],
  sweep: ['line.json'],
};

const writing = COMMANDS.filter(({ options }) => options.includes('out'));

describe('--out -', () => {
  it.each(writing)(
    'prints what $name would write, and nothing else',
    ({ name, summary, usage }) => {
      const argv = [name, ...(EXAMPLES[name] ?? [])];
      const toFile = type([...argv, '--out', 'file'], FILES);
      const lines = toFile.written.get('file') ?? [];
      expect(lines.length).toBeGreaterThan(0);
      const printed = type([...argv, '--out', '-'], FILES);
      expect(printed.status).toBe(0);
      expect(printed.out).toBe(lines.map((line) => `${line}\n`).join(''));
      expect([...printed.written.keys()]).toEqual([]);
      expect(toFile.out).not.toBe('');
      expect(printed.error).not.toBe('');
      expect(type([name, '--help']).out).toContain('--out - writes the file to standard output');
      expect(`${usage}${summary}`).toMatch(/--out|-o FILE/);
    },
  );

  it('prints bytes as they are', () => {
    const argv = ['export', 'small.json', '--format', 'png', '-o'];
    const { outBytes, out, error, bytes } = type([...argv, '-'], FILES);
    expect(outBytes).toEqual(type([...argv, 'a.png'], FILES).bytes.get('a.png'));
    expect({ out, written: bytes.size }).toEqual({ out: '', written: 0 });
    expect(error).toMatch(/^the timeline, .* written to standard output\n$/u);
  });

  it.each([
    ['campaign', '--json'],
    ['sweep', '--csv'],
    ['import', '--json'],
  ])('refuses to print the file of %s and %s into one another', (name, flag) => {
    const typed = type([name, ...(EXAMPLES[name] ?? []), '--out', '-', flag], FILES);
    expect(typed).toMatchObject({ status: 2, out: '' });
    expect(typed.error).toBe(
      `watchmen ${name}: --out - and ${flag} both write to standard output; leave one of them out\n`,
    );
  });
});
