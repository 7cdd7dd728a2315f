import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';

/*
 * Texts of lessons are plain: `*so*` is emphasised, `{name}` stands for a value of the lesson, and a
 * backslash takes the meaning off `*`, `{`, `}` and itself. Nothing else means anything; what
 * looks like HTML is shown as it was written.
 */

/** A stretch of a text. */
export type Span =
  | { readonly kind: 'text' | 'emphasis'; readonly text: string }
  /** `name` is a value of the lesson. */
  | { readonly kind: 'value'; readonly name: string };

// Groups: escaped sign, emphasised text, name of a value, plain text.
const TOKEN = /\\([\\*{}])|\*([^*{}\\]+)\*|\{([a-z][a-z0-9-]{0,39})\}|([^*{}\\]+)/y;

/** The stretches of `text`; the error says where it cannot be read, and how to write it. */
export function parseMarks(text: string): Result<readonly Span[], string> {
  const spans: Span[] = [];
  let offset = 0;
  while (offset < text.length) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    if (match === null) return err(whatIsWrong(text, offset));
    addToken(spans, match);
    offset = TOKEN.lastIndex;
  }
  return ok(spans);
}

function addToken(spans: Span[], [, escaped, emphasis, name, plain]: RegExpExecArray): void {
  if (emphasis !== undefined) spans.push({ kind: 'emphasis', text: emphasis });
  else if (name !== undefined) spans.push({ kind: 'value', name });
  else addText(spans, escaped ?? plain ?? '');
}

/** Escaped signs join the text around them. */
function addText(spans: Span[], text: string): void {
  const last = spans.at(-1);
  if (last?.kind !== 'text') spans.push({ kind: 'text', text });
  else spans[spans.length - 1] = { kind: 'text', text: last.text + text };
}

function whatIsWrong(text: string, offset: number): string {
  const place = offset + 1;
  switch (text[offset]) {
    case '*':
      return t(
        'has a * without its partner at character {place}; write *so* to emphasise, or \\* for the sign',
        { place },
      );
    case '{':
    case '}':
      return t(
        'has a brace that names no value at character {place}; write {example} in lower case, or {sign} for the sign',
        { place, example: '{name}', sign: `\\${text[offset]}` },
      );
    default:
      return t(
        'has a \\ at character {place} that takes the meaning of nothing; write \\\\ for the sign',
        { place },
      );
  }
}

/** The names of values in `text`, in order; none in a text that cannot be read. */
export function namesIn(text: string): string[] {
  const spans = parseMarks(text);
  if (!spans.ok) return [];
  return spans.value.flatMap((span) => (span.kind === 'value' ? [span.name] : []));
}

/** `text` so that it is read back as it is. */
export function escapeMarks(text: string): string {
  return text.replaceAll(/[\\*{}]/g, '\\$&');
}
