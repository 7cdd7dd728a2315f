/**
 * Renews what the pages in `docs` quote: tables of parameters, and what commands print. A test fails
 * while a page says anything else. Afterwards `npm run format`.
 */
import { writeFileSync } from 'node:fs';

import { runCommandLine } from '../src/cli/command-line.ts';
import { NODE_IO } from '../src/cli/node-io.ts';
import {
  documentPaths,
  readDocument,
  renewedDocument,
  withoutPadding,
} from '../src/testing/documents.ts';

function print(words: readonly string[]): string {
  let printed = '';
  const write = (text: string): void => {
    printed += text;
  };
  const status = runCommandLine(words, { files: NODE_IO.files, out: write, error: write });
  if (status === 2) throw new Error(printed);
  return printed;
}

for (const path of documentPaths()) {
  const text = readDocument(path);
  const renewed = renewedDocument(text, print);
  // Tables are laid out by the formatter.
  if (withoutPadding(renewed) === withoutPadding(text)) continue;
  writeFileSync(path, renewed);
  console.log(`${path} is renewed`);
}
