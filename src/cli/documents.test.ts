import { describe, expect, it } from 'vitest';

import {
  documentPaths,
  readDocument,
  renewedDocument,
  shellCommands,
  shownCommands,
  withoutPadding,
  wordsOf,
} from '../testing/documents.ts';
import { runCommandLine } from './command-line.ts';
import { NODE_IO } from './node-io.ts';

/** What the command line prints to `words`, on either output, with its exit status. */
function type(words: readonly string[]): { readonly status: number; readonly printed: string } {
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  const status = runCommandLine(words, { files: NODE_IO.files, out: write, error: write });
  return { status, printed: text };
}

const printed = new Map<string, string>();

/** The same; several pages may show one command. */
function print(words: readonly string[]): string {
  const key = words.join(' ');
  const known = printed.get(key) ?? type(words).printed;
  printed.set(key, known);
  return known;
}

const pages = documentPaths().map((path) => ({ path, text: readDocument(path) }));

describe.each(pages)('$path', ({ text }) => {
  it('names commands and options that there are', () => {
    const typed = shellCommands(text)
      .map((command) => /^npm run -s watchmen -- (?<rest>.+)$/u.exec(command)?.groups?.['rest'])
      .filter((rest) => rest !== undefined);
    // With --help a command reads its options and does nothing else.
    const refused = typed.filter((rest) => type([...wordsOf(rest), '--help']).status !== 0);
    expect(refused).toEqual([]);
  });
});

const shown = pages.filter(
  ({ text }) => shownCommands(text).length > 0 || text.includes('<!-- table:'),
);

describe('what pages say that commands print', () => {
  it.each(shown)('is what they print: $path, else npx tsx scripts/docs.ts', ({ text }) => {
    const renewed = renewedDocument(text, print);
    expect(withoutPadding(renewed)).toBe(withoutPadding(text));
  });

  it('is there for teachers and researchers', () => {
    expect(shown.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['docs/researchers.md', 'docs/teachers.md']),
    );
  });
});
