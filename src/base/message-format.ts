/**
 * A message as the library that says it wants it: pieces of text, and in brackets what takes the
 * place of a placeholder: its name, and for `plural` and `select` its kind and cases.
 */
export type CompiledMessage = readonly Piece[];
type Piece = string | readonly [string] | readonly [string, Kind, Record<string, CompiledMessage>];
type Kind = 'plural' | 'select';

/*
 * Messages are in ICU message format, in the part of it that this project uses:
 *
 *   {name}   {n, plural, =0 {none} one {# event} other {# events}}   {kind, select, a {…} other {…}}
 *
 * with cases nested as one likes, and no quoting of braces. The library's own compiler knows all of
 * the format and would be a twentieth of what the first picture loads; a test holds every message
 * that there is against it.
 */

/** Pieces of `message`. Throws where its braces do not match: messages are written by us. */
export function compileMessage(message: string): CompiledMessage {
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const [pieces, end] = readPieces(message, 0, false);
  if (end !== message.length) throw new Error(`A message has one "}" too many: ${message}`);
  compiled.set(message, pieces);
  return pieces;
}

/** As many as there are messages in the code. */
const compiled = new Map<string, CompiledMessage>();

/** Pieces from `start` to the brace that closes them, or to the end, and where that is. */
function readPieces(text: string, start: number, inPlural: boolean): [CompiledMessage, number] {
  const pieces: Piece[] = [];
  const special = inPlural ? /[{}#]/gu : /[{}]/gu;
  let at = start;
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(text);
    const end = found?.index ?? text.length;
    if (end > at) pieces.push(text.slice(at, end));
    if (found === null || found[0] === '}') return [pieces, end];
    if (found[0] === '#') {
      pieces.push('#');
      at = end + 1;
      continue;
    }
    const [piece, next] = readPlaceholder(text, end + 1);
    pieces.push(piece);
    at = next;
  }
}

/** What stands between `start`, behind a brace, and the brace that closes it; and where that ends. */
function readPlaceholder(text: string, start: number): [Piece, number] {
  const head = /\s*(\w+)\s*(?:\}|,\s*(plural|select)\s*,)/uy;
  head.lastIndex = start;
  const [whole = '', name = '', kind] = head.exec(text) ?? [];
  if (name === '') throw new Error(`A message has a placeholder that cannot be read: ${text}`);
  let at = start + whole.length;
  if (kind !== 'plural' && kind !== 'select') return [[name], at];
  const cases: Record<string, CompiledMessage> = {};
  const label = /\s*(?:=?(\w+)\s*\{|\})/uy;
  for (;;) {
    label.lastIndex = at;
    const [found, key] = label.exec(text) ?? [];
    if (found === undefined) throw new Error(`A message has a case that cannot be read: ${text}`);
    at += found.length;
    if (key === undefined) return [[name, kind, cases], at];
    const [pieces, end] = readPieces(text, at, kind === 'plural');
    cases[key] = pieces;
    at = end + 1;
  }
}
