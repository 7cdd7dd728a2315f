/*
 * Where a text stops being JSON. The engine's own messages name the place only sometimes, so on
 * failure the text is read once more, token by token, with a stack of open brackets.
 */

// Groups: punctuation, string, any other literal.
const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("[^"\\\r\n\t]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\r\n\t]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

type Expect = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or close' | 'end';

/** Line and column, both from 1, of the first character at which `text` is not JSON. */
export function jsonErrorAt(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, errorOffset(text));
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}

function errorOffset(text: string): number {
  const open: string[] = [];
  let expect: Expect = 'value';
  let offset = 0;
  while (expect !== 'end') {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    const next: Expect | null = match === null ? null : after(match, expect, open);
    if (match === null || next === null) break;
    offset += match[0].length;
    expect = next;
  }
  const rest = text.slice(offset);
  return offset + rest.length - rest.trimStart().length;
}

/** What must follow the token, or `null` when it must not stand where it does. */
function after(match: RegExpExecArray, expect: Expect, open: string[]): Expect | null {
  const [, mark, text, word] = match;
  if (text !== undefined && expect.startsWith('key')) return ':';
  if (text !== undefined || word !== undefined)
    return expect.startsWith('value') ? close(open) : null;
  if (mark === ':') return expect === ':' ? 'value' : null;
  if (mark === ',') return expect === ', or close' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (mark === '{' || mark === '[') {
    if (!expect.startsWith('value')) return null;
    open.push(mark);
    return mark === '{' ? 'key or }' : 'value or ]';
  }
  const mayClose = expect === ', or close' || expect.endsWith(` or ${mark ?? ''}`);
  if (!mayClose || open.pop() !== (mark === '}' ? '{' : '[')) return null;
  return close(open);
}

function close(open: readonly string[]): Expect {
  return open.length === 0 ? 'end' : ', or close';
}
