/**
 * Brings the catalogues up to date with the messages in the code: `npm run messages`. What is new
 * comes with an empty translation, what is gone goes, and a translation that another catalogue has
 * is taken over.
 */
import { rmSync, writeFileSync } from 'node:fs';

import {
  CATALOGUES,
  catalogueOf,
  readCatalogues,
  speakingModules,
} from '../src/testing/catalogues.ts';
import { wordsOfModule } from '../src/testing/message-scan.ts';

const before = readCatalogues();
const known = new Map(
  [...before.values()].flatMap((messages) =>
    Object.entries(messages).filter(([, text]) => text !== ''),
  ),
);
const after = new Map<string, Record<string, string>>();
for (const path of speakingModules()) {
  for (const { id } of wordsOfModule(path).messages) {
    const name = catalogueOf(path);
    const messages = after.get(name) ?? {};
    messages[id] = before.get(name)?.[id] || known.get(id) || '';
    after.set(name, messages);
  }
}
for (const [name, messages] of after) {
  writeFileSync(`${CATALOGUES}/${name}.json`, `${JSON.stringify(messages, null, 2)}\n`);
}
for (const name of before.keys()) {
  if (!after.has(name)) rmSync(`${CATALOGUES}/${name}.json`);
}

const missing = [...after].flatMap(([name, messages]) =>
  Object.entries(messages).flatMap(([id, text]) => (text === '' ? [`${name}.json: ${id}`] : [])),
);
for (const line of missing) console.log(line);
console.log(
  `${[...after.values()].reduce((sum, messages) => sum + Object.keys(messages).length, 0)} messages, ${missing.length} without a translation`,
);
