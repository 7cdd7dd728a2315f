/** A table whose every row but the head is followed by a note, indented. */
export function listParameters(
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  left: readonly number[],
): string {
  const [head, ...lines] = formatTable(rows, left).trimEnd().split('\n');
  const entries = lines.map((line, i) => `${line}\n    ${notes[i] ?? ''}\n`);
  return `${head ?? ''}\n${entries.join('')}`;
}

/** Lines of a table; columns named in `left` are flush left, the others flush right. */
export function formatTable(
  rows: readonly (readonly string[])[],
  left: readonly number[] = [0],
): string {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (left.includes(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}
