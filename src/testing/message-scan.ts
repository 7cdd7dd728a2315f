import { readFileSync } from 'node:fs';

import { parseSync } from 'oxc-parser';

import { placeholdersOf } from './placeholders.ts';
import { isWordsForPeople } from './words-for-people.ts';

/** A message that the code marks, and where. */
export interface FoundMessage {
  /** What catalogues list it under: its text, or `context|text`. */
  readonly id: string;
  readonly text: string;
  /** Path and line. */
  readonly where: string;
}

/** What a module says. */
export interface ModuleWords {
  readonly messages: readonly FoundMessage[];
  /** Calls that break a rule, as sentences that begin with where. */
  readonly misuses: readonly string[];
  /** Words for people that no call marks, each behind where it stands. */
  readonly unmarked: readonly string[];
}

/** A node of the syntax tree, which the parser types far more narrowly. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Reads a module. Throws where it does not parse. */
export function wordsOfModule(path: string, source = readFileSync(path, 'utf8')): ModuleWords {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const words = {
    messages: [] as FoundMessage[],
    misuses: [] as string[],
    unmarked: [] as string[],
  };
  const visit = (node: SyntaxNode, above: readonly SyntaxNode[]): void => {
    const where = (): string => `${path}:${source.slice(0, node.start).split('\n').length}`;
    const call = messageCall(node);
    if (call !== null) readCall(call, { where: where(), above, words });
    const unmarked = call === null && isWordsForPeople(node, above);
    if (unmarked)
      words.unmarked.push(`${where()} ${source.slice(node.start, node['end'] as number)}`);
    for (const child of childrenOf(node)) {
      // What a marked message is written as is marked with it.
      if (call === null || child !== call.message) visit(child, [...above, node]);
    }
  };
  visit(program as unknown as SyntaxNode, []);
  return words;
}

interface MessageCall {
  readonly name: 't' | 'msg';
  readonly message: SyntaxNode | undefined;
  readonly values: SyntaxNode | undefined;
  readonly context: SyntaxNode | undefined;
}

function messageCall(node: SyntaxNode): MessageCall | null {
  if (node.type !== 'CallExpression') return null;
  const { name } = node['callee'] as SyntaxNode;
  if (name !== 't' && name !== 'msg') return null;
  const [message, values, context] = node['arguments'] as SyntaxNode[];
  return { name, message, values, context };
}

interface Reading {
  readonly where: string;
  readonly above: readonly SyntaxNode[];
  readonly words: { messages: FoundMessage[]; misuses: string[] };
}

function readCall(call: MessageCall, { where, above, words }: Reading): void {
  const { name, message, values, context } = call;
  if (name === 't' && !above.some(({ type }) => /Function|Method/u.test(type))) {
    words.misuses.push(`${where} says a message before the language is known: mark it with msg`);
  }
  const text = textOf(message);
  if (text === null) {
    const built = message?.type === 'TemplateLiteral' || message?.type === 'BinaryExpression';
    if (name === 'msg' || built)
      words.misuses.push(`${where} has a message that is not written out`);
    return;
  }
  const tag = textOf(context);
  words.messages.push({ id: tag === null ? text : `${tag}|${text}`, text, where });
  const wanted = readPlaceholders(text, where, words.misuses);
  const given = keysOf(values);
  if (name === 't' && given !== null && given.join(', ') !== wanted.join(', ')) {
    words.misuses.push(
      `${where} gives {${given.join(', ')}} to a message that wants {${wanted.join(', ')}}`,
    );
  }
}

function readPlaceholders(text: string, where: string, misuses: string[]): readonly string[] {
  try {
    return placeholdersOf(text);
  } catch (error) {
    misuses.push(`${where} ${String(error)}`);
    return [];
  }
}

function textOf(node: SyntaxNode | undefined): string | null {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  return null;
}

/** Names of the values of a call, sorted; `null` where they are not written out. */
function keysOf(values: SyntaxNode | undefined): string[] | null {
  if (values === undefined || textOf(values) !== null) return [];
  if (values.type === 'Identifier' && values['name'] === 'undefined') return [];
  if (values.type !== 'ObjectExpression') return null;
  const properties = values['properties'] as SyntaxNode[];
  if (properties.some(({ type }) => type !== 'Property')) return null;
  return properties
    .map(({ key }) => String((key as SyntaxNode)['name'] ?? (key as SyntaxNode)['value']))
    .toSorted();
}

/** Nodes right below `node`, in the order of the source. */
function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).filter(
      (child): child is SyntaxNode =>
        typeof child === 'object' && child !== null && 'type' in child && 'start' in child,
    ),
  );
}
