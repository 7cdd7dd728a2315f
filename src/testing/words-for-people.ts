import { FAULT_OUTCOMES } from '../base/vocabulary.ts';
import type { SyntaxNode } from './message-scan.ts';

/** Attributes that hold no words for people, whatever they look like. */
const SILENT_ATTRIBUTES = new Set(
  'className id key type role href d viewBox transform fill stroke points style name value htmlFor target rel mode as'.split(
    ' ',
  ),
);
/** Names of keys, of what the platform calls so, of formats, and of outcomes in data: the same in every language. */
const NAMES = new Set<string>([
  ...(
    'Enter Escape Tab Space Backspace Delete Home End PageUp PageDown ArrowLeft ArrowRight ArrowUp ' +
    'ArrowDown Control Meta Shift Alt Watchmen Romain Perfetto GitHub DMR TMR QuotaExceededError AbortError ' +
    'Files Fn Dead Process Unidentified Mod Highlight Canvas Res ' +
    'Esc Arrow Page English Deutsch'
  ).split(' '),
  ...FAULT_OUTCOMES,
  'at end',
  'Res',
]);
/** A variable font, as style sheets name it. */
const FONT = /^[\w ]+ Variable$/u;
/** A font of a canvas, or a list of families. */
const CANVAS_FONT = /^[\d\ue000]+ [\d\ue000]+px \ue000$|sans-serif$|monospace$/u;
/** The begin of an element of a vector picture. */
const MARKUP = /^<(?:svg|rect|pattern|path|g) /u;
/** A command to be typed, or an option of one. */
const COMMAND = /^(?:npm run|perf trace|strace) |^--[a-z]/u;
/** A value with its unit. */
const UNIT = /^\ue000 (?:ns|µs|ms|kB|MB|GB|KiB|MiB|GiB|GHz)$/u;
/** What is said to programmers alone, and who takes a text as data. */
const FOR_PROGRAMMERS = new Set([
  'assert',
  'Error',
  'TypeError',
  'RangeError',
  'AssertionError',
  'UnknownChoiceError',
  'unexpected',
  'failRcb',
  'asData',
]);

/**
 * Is `node` a text that people read? Text between tags is; of others those that look like words:
 * two of them in a row, or one that begins with a capital letter.
 */
export function isWordsForPeople(node: SyntaxNode, above: readonly SyntaxNode[]): boolean {
  const text = textOf(node);
  if (text === null) return false;
  const parent = above.at(-1);
  if (node.type === 'JSXText') return /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());
  if (parent === undefined || isCode(parent, node)) return false;
  if (above.some((outer) => isSilent(outer))) return false;
  if (
    NAMES.has(text) ||
    FONT.test(text) ||
    CANVAS_FONT.test(text) ||
    MARKUP.test(text) ||
    isSelector(text) ||
    COMMAND.test(text)
  )
    return false;
  if (UNIT.test(text)) return false;
  return (
    /\p{L}{2,}[,;:]? +\p{L}{2,}/u.test(text) ||
    /^\p{Lu}\p{Ll}+[.…]?$/u.test(text) ||
    besideValue(text)
  );
}

/** A CSS selector of a class, an id or an element with more, a media query, or a length. */
function isSelector(text: string): boolean {
  return /^[.#][a-z][\w-]*|^[a-z]+:not\(|^\([a-z-]+: [\w-]+\)(?: and \([a-z-]+: [\w-]+\))*$|^clamp\(|, (?:a|tr|td)?\[\w+\]$/u.test(
    text,
  );
}

/** A word with a space between itself and what a template puts in. */
function besideValue(text: string): boolean {
  return /\p{L}{2,}[,;:]? “?\ue000|\ue000”? \p{L}{2,}/u.test(text);
}

function textOf(node: SyntaxNode): string | null {
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as { readonly value: { readonly raw: string } }[];
  return quasis.map(({ value }) => value.raw).join('\ue000');
}

/** A place in which a text is a name of the code: an import, a type, a key. */
function isCode(parent: SyntaxNode, node: SyntaxNode): boolean {
  if (/^TS|Import|Export|Directive/u.test(parent.type)) return true;
  if (parent.type === 'ExpressionStatement') return true;
  if (parent.type === 'Property' && parent['key'] === node) return true;
  return parent.type === 'SwitchCase' || parent.type === 'MemberExpression';
}

/** A surrounding in which nothing is said to people. */
function isSilent(outer: SyntaxNode): boolean {
  if (/^TS.*Type|ImportDeclaration|ImportExpression/u.test(outer.type)) return true;
  if (outer.type === 'JSXAttribute') {
    return SILENT_ATTRIBUTES.has(String((outer['name'] as SyntaxNode)['name']));
  }
  if (outer.type !== 'CallExpression' && outer.type !== 'NewExpression') return false;
  return FOR_PROGRAMMERS.has(String((outer['callee'] as SyntaxNode)['name']));
}
