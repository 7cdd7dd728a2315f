import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  documentPaths,
  headingNames,
  readDocument,
  referencesOf,
  renewedDocument,
  shellCommands,
  shownCommands,
  withoutPadding,
  wordsOf,
} from './documents.ts';

const pages = documentPaths().map((path) => ({ path, text: readDocument(path) }));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(pages)('$path', ({ path, text }) => {
  it('leads to files and headings that are there', () => {
    const lost = referencesOf(path, text).filter((reference) => {
      if (!existsSync(reference.path)) return true;
      return (
        reference.heading !== '' &&
        !headingNames(readDocument(reference.path)).includes(reference.heading)
      );
    });
    expect(lost.map(({ written }) => written)).toEqual([]);
  });

  it('names scripts of npm that are there', () => {
    const unknown = shellCommands(text).filter((command) => {
      const [tool, first = '', second = '', third = ''] = wordsOf(command);
      if (tool === 'npx') return first === 'tsx' && !existsSync(second);
      if (first === 'test' || first === 'start') return scripts[first] === undefined;
      if (first !== 'run') return !['ci', 'install'].includes(first);
      return scripts[second === '-s' ? third : second] === undefined;
    });
    expect(unknown).toEqual([]);
  });
});

const block = (output: string): string =>
  `\`\`\`console\n$ npm run -s watchmen -- costs\n${output}\`\`\`\n`;
const table = (name: string): string => `<!-- table: ${name} -->\nold\n<!-- end of table -->`;

describe('what is found in pages', () => {
  it('are links and paths, from where the page lies', () => {
    const text =
      'See [a](b.md#c), [d](../README.md), [e](https://f.org), `src/main.tsx`, `npm test`.';
    expect(referencesOf('docs/x.md', text)).toEqual([
      { written: 'b.md#c', path: 'docs/b.md', heading: 'c' },
      { written: '../README.md', path: 'README.md', heading: '' },
      { written: 'src/main.tsx', path: 'src/main.tsx', heading: '' },
    ]);
  });

  it('are commands, without what a shell does with them', () => {
    const text = [
      '```sh',
      'npm ci && npm start # the page',
      'for i in 1 2; do npm run -s watchmen -- run a --cost b=1 > c.txt & done; wait',
      'npm run -s watchmen -- run \\',
      '  d',
      '```',
      'Or `npm run bench` and `src/`.',
    ].join('\n');
    expect(shellCommands(text)).toEqual([
      'npm ci',
      'npm start',
      'npm run -s watchmen -- run a --cost b=1',
      'npm run -s watchmen -- run d',
      'npm run bench',
    ]);
  });

  it('are names of headings as code hosts make them', () => {
    expect(headingNames('# A `b` c, d?\n```sh\n# no\n```\n## Who’s _there_')).toEqual([
      'a-b-c-d',
      'whos-_there_',
    ]);
  });

  it('are commands with all that they print', () => {
    const text = '```console\n$ npm run -s watchmen -- run "a b" --json\nx\n```\n';
    expect(shownCommands(text)).toEqual([['run', 'a b', '--json']]);
    expect(() => shownCommands('```console\n$ ls\nx\n```\n')).toThrow(/does not begin/u);
  });

  it('are renewed: what commands print, and tables', () => {
    const renewed = renewedDocument(`${block('old\n')}\n${block('')}`, (words) => `${words[0]}!\n`);
    expect(renewed).toBe(`${block('costs!\n')}\n${block('costs!\n')}`);
    expect(renewedDocument(table('costs'), String)).toMatch(
      /^\| `trap_entry` \| 900 \| 600 to 1,500 \| cycles \| replica trap .* \| inferred \|$/mu,
    );
    expect(() => renewedDocument(table('prices'), String)).toThrow('there is no table "prices"');
  });

  it('are tables, however wide their columns', () => {
    expect(withoutPadding('| a   | b |\n| ----- | - |\na  b')).toBe('| a | b |\n| --- | - |\na  b');
  });
});
