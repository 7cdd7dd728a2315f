import { readdirSync, readFileSync } from 'node:fs';

import { COST_NAMES, COST_PARAMETERS } from '../kernel/costs.ts';
import { FLOW_NAMES, FLOW_PARAMETERS } from '../kernel/faults/flow-parameters.ts';

/** Every page for people, from the root of the checkout. */
export function documentPaths(): string[] {
  const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
  return [
    'README.md',
    ...docs.map((name) => `docs/${name}`),
    'src/README.md',
    'public/workloads/README.md',
  ];
}

/** The text of a page. */
export function readDocument(path: string): string {
  return readFileSync(path, 'utf8');
}

/** What `npm run -s` is followed by when the command line is meant. */
const TOOL = 'npm run -s watchmen -- ';
const CONSOLE = /^```console\n\$ (?<command>.+)\n(?<output>[^]*?)^```$/gmu;
const TABLE = /^<!-- table: (?<name>\w+) -->\n[^]*?^<!-- end of table -->$/gmu;

/** Splits what is typed after `npm run -s watchmen --` into words; quotes hold words together. */
export function wordsOf(command: string): string[] {
  const found = command.matchAll(/'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<bare>[^\s'"]+)/gu);
  return Array.from(
    found,
    ({ groups = {}, 0: all }) => groups['single'] ?? groups['double'] ?? groups['bare'] ?? all,
  );
}

/** Commands of the command line that the text shows with all that they print, as words. */
export function shownCommands(text: string): string[][] {
  return Array.from(text.matchAll(CONSOLE), ({ groups }) => wordsAfterTool(groups?.['command']));
}

function wordsAfterTool(command = ''): string[] {
  if (!command.startsWith(TOOL)) throw new Error(`"${command}" does not begin with "${TOOL}"`);
  return wordsOf(command.slice(TOOL.length));
}

/**
 * `text` with its tables of parameters, and what its console blocks say that a command prints, as
 * they are now. `print` gives what the command line prints to some words.
 */
export function renewedDocument(text: string, print: (words: readonly string[]) => string): string {
  return text
    .replaceAll(CONSOLE, (_, command: string) => {
      const output = print(wordsAfterTool(command)).trimEnd();
      return `\`\`\`console\n$ ${command}\n${output}\n\`\`\``;
    })
    .replaceAll(TABLE, (_, name: string) => {
      const rows = TABLES[name];
      if (rows === undefined) throw new Error(`there is no table "${name}"`);
      return `<!-- table: ${name} -->\n\n${tableText(rows())}\n\n<!-- end of table -->`;
    });
}

/** What may differ without changing what is read: how wide the columns of tables are. */
export function withoutPadding(text: string): string {
  return text.replaceAll(/^\|.*\|$/gmu, (row) =>
    row.replaceAll(/ {2,}/gu, ' ').replaceAll(/-{3,}/gu, '---'),
  );
}

const TABLES: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
  costs: () => [
    ['parameter', 'value', 'plausible range', 'unit', 'what it is', 'basis', 'source'],
    ...COST_NAMES.map((name) => {
      const { value, range, unit, title, basis, source } = COST_PARAMETERS[name];
      return [`\`${name}\``, grouped(value), rangeText(range), unit, title, basis, source];
    }),
  ],
  flow: () => [
    ['probability', 'value', 'plausible range', 'what it is', 'basis', 'source'],
    ...FLOW_NAMES.map((name) => {
      const { value, range, title, basis, source } = FLOW_PARAMETERS[name];
      return [`\`${name}\``, grouped(value), rangeText(range), title, basis, source];
    }),
  ],
};

function grouped(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 });
}

function rangeText([least, most]: readonly [number, number]): string {
  return `${grouped(least)} to ${grouped(most)}`;
}

function tableText([head, ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(rowText).join('\n');
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** A place that a text refers to, as it is written there. */
export interface Reference {
  readonly written: string;
  /** From the root of the checkout; '' = the page itself. */
  readonly path: string;
  /** The heading behind `#`, or ''. */
  readonly heading: string;
}

/** Files and headings of the checkout that the page at `path` leads to: links, and paths between backquotes. */
export function referencesOf(path: string, text: string): Reference[] {
  const prose = withoutFences(text);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const links = Array.from(
    prose.matchAll(/\]\((?<target>[^)\s]+)\)/gu),
    ({ groups }) => groups?.['target'] ?? '',
  )
    .filter((target) => !/^[a-z]+:/u.test(target))
    .map((written) => {
      const [file = '', heading = ''] = written.split('#');
      return { written, path: file === '' ? path : normalPath(folder + file), heading };
    });
  const named = Array.from(
    prose.matchAll(/`(?<path>[^`\n]+)`/gu),
    ({ groups }) => groups?.['path'] ?? '',
  )
    .filter((name) => /^(?:\.ci|docs|e2e|public|scripts|src)\/[\w./-]*$/u.test(name))
    .map((written) => ({ written, path: written, heading: '' }));
  return [...links, ...named];
}

function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function withoutFences(text: string): string {
  return text.replaceAll(/^( *)```[^]*?^\1```$/gmu, '');
}

/** The names by which headings are linked to, as code hosts make them. */
export function headingNames(text: string): string[] {
  return Array.from(withoutFences(text).matchAll(/^#+ (?<title>.+)$/gmu), ({ groups }) =>
    (groups?.['title'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/gu, '-'),
  );
}

/** What is typed in shells: lines of `sh` and `console` blocks, lines that go on joined, and commands in the text. */
export function shellCommands(text: string): string[] {
  const blocks = text.matchAll(/^ *```(?:sh|console)\n(?<lines>[^]*?)^ *```$/gmu);
  const lines = Array.from(blocks, ({ groups }) =>
    (groups?.['lines'] ?? '').replaceAll(/\s*\\\n\s*/gu, ' ').split('\n'),
  ).flat();
  const named = withoutFences(text).matchAll(/`(?<command>npm (?:run )?[^`]+|npx [^`]+)`/gu);
  return [
    ...lines.flatMap((line) => line.split(/\s*(?:&&|;|\||&$)\s*/u)).map(bareCommand),
    ...Array.from(named, ({ groups }) => bareCommand(groups?.['command'] ?? '')),
  ].filter((command) => /^(?:npm|npx) /u.test(command));
}

/** Without the prompt, a comment, a redirection, and what a shell puts before a command. */
function bareCommand(line: string): string {
  return line
    .replace(/^[\s$]*(?:do |job=.*)?/u, '')
    .replace(/\s+#.*$/u, '')
    .replace(/\s+[<>].*$/u, '')
    .replace(/\s+&$/u, '')
    .trim();
}
