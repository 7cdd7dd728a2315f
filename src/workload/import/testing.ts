import { said } from '../../base/sentence.ts';
import { encodeText } from './bytes.ts';
import type { Imported, ImportOptions } from './importer.ts';
import { createImporter } from './importer.ts';
import type { BuiltProfile, ProfileChoices } from './profile-file.ts';
import type { LineClass } from './report.ts';

/** Reads `log` (text or bytes) in pieces of `piece` bytes; throws when it is refused. */
export function importLog(
  log: string | Uint8Array,
  options: ImportOptions = {},
  piece = Infinity,
): Imported {
  const bytes = typeof log === 'string' ? encodeText(log) : log;
  const importer = createImporter({ previewLines: 10_000, ...options });
  importer.beginFile('log.txt');
  for (let at = 0; at < bytes.length; at += piece) importer.push(bytes.slice(at, at + piece));
  const imported = importer.finish();
  if (!imported.ok) throw new Error(said(imported.error));
  return imported.value;
}

/** Why `log` is refused. */
export function refusalOf(log: string | Uint8Array, options: ImportOptions = {}): string {
  const importer = createImporter(options);
  importer.beginFile('log.txt');
  importer.push(typeof log === 'string' ? encodeText(log) : log);
  const imported = importer.finish();
  return imported.ok ? 'not refused' : said(imported.error);
}

/** The class of every line. */
export function classesOf(log: string, options: ImportOptions = {}): LineClass[] {
  return importLog(log, options).report.preview.map((line) => line.class);
}

/** The profile of the process with the most traps. */
export function profileOf(log: string | Uint8Array, choices: ProfileChoices = {}): BuiltProfile {
  const built = importLog(log).processes[0].profile(choices);
  if (!built.ok) throw new Error(said(built.error));
  return built.value;
}
