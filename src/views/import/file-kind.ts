import { t } from '../../base/language.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { recognise } from '../../workload/import/recognise.ts';

/** What a dropped file is, by how it begins. */
export type FileKind =
  | 'scenario'
  | 'lesson'
  | 'profile'
  | 'log'
  | 'sweep'
  | 'study'
  | 'sweep-report'
  | 'campaign'
  | 'campaign-report'
  | 'lines';

/** The formats of results, by the word that each begins with. */
const FORMATS = new Map<string, FileKind>([
  ['watchmen-sweep', 'sweep'],
  ['watchmen-sweep-report', 'sweep-report'],
  ['watchmen-campaign', 'campaign'],
  ['watchmen-campaign-report', 'campaign-report'],
]);

/** What a file is whose first bytes are `head`; what is unclear counts as a log, as the import says why it is none. */
export function kindOf(head: Uint8Array): FileKind {
  const text = new TextDecoder().decode(head).trimStart();
  if (!/^[{[]/u.test(text)) return 'log';
  const result = resultKind(text);
  if (result !== null) return result;
  if (/"watchmen-lesson"\s*:\s*\d/u.test(text)) return 'lesson';
  const profile = text.indexOf('"romain-workload-profile"');
  const apps = text.indexOf('"apps"');
  if (profile >= 0 && (apps < 0 || profile < apps)) return 'profile';
  if (recognise(head, false).kind === 'log') return 'log';
  return isLines(text) ? 'lines' : 'scenario';
}

/** Results say first what they are; so do files that were cut or damaged further on. */
function resultKind(text: string): FileKind | null {
  const [, field, word = ''] =
    /^\{\s*"(?<field>format|study)"\s*:\s*"(?<word>[\w-]+)"/u.exec(text) ?? [];
  if (field === 'study') return 'study';
  return FORMATS.get(word) ?? null;
}

/** Is every line an object of its own? A scenario is one value over all lines. */
function isLines(text: string): boolean {
  return /^\{.*\}\s*\n\s*\{/u.test(text);
}

/** A file of `kind` in a sentence. */
export function kindWords(kind: FileKind): string {
  switch (kind) {
    case 'scenario':
      return t('a scenario');
    case 'lesson':
      return t('a lesson');
    case 'profile':
      return t('a program');
    case 'log':
      return t('a log');
    case 'sweep':
      return t('a sweep');
    case 'study':
      return t('a study');
    case 'sweep-report':
      return t('a report of a sweep');
    case 'campaign':
      return t('a fault campaign');
    case 'campaign-report':
      return t('a report of a fault campaign');
    case 'lines':
      return t('a list of JSON lines');
    default:
      return assertUnreachable(kind);
  }
}

/** Why a file of a kind that the page cannot show is not opened. */
export function refusal(kind: 'sweep-report' | 'campaign-report' | 'lines'): string {
  switch (kind) {
    case 'sweep-report':
      return t(
        'It is the report of a sweep, which leaves the runs out. Drop the sweep file (NDJSON) instead.',
      );
    case 'campaign-report':
      return t(
        'It is the report of a fault campaign, which leaves the runs out. Drop the campaign file (NDJSON) instead.',
      );
    case 'lines':
      return t(
        'It is a list of JSON lines, but does not begin with the header of a sweep file, nor is it a log that can be read.',
      );
    default:
      return assertUnreachable(kind);
  }
}
