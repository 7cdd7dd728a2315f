import { describe, expect, it } from 'vitest';

import { mergeFiles } from '../../analysis/campaign/merge.ts';
import { campaignReport } from '../../analysis/campaign/report.ts';
import { readStudyFile } from '../../analysis/studies/study-file.ts';
import { sweepReport } from '../../analysis/sweep/report.ts';
import { METRIC_NAMES } from '../../analysis/sweep/metrics.ts';
import { mergeSweepFiles } from '../../analysis/sweep/sweep-file.ts';
import { equalData } from '../../base/equal.ts';
import { readJson } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import { ok } from '../../base/result.ts';
import { decodeLesson, isLessonLink } from '../../lessons/link.ts';
import { readLesson } from '../../lessons/schema.ts';
import { parseWork } from '../../scenario/parse-work.ts';
import { decodeLink, encodeLink } from '../../scenario/link.ts';
import { readWorkHeader } from '../../scenario/saved-work.ts';
import { parseScenarioFile } from '../../scenario/scenario-file.ts';
import { parseNotes } from '../../scenario/schema-notes.ts';
import { parseScenario } from '../../scenario/schema.ts';
import { createMemory } from '../../store/memory.ts';
import { createSettings, SETTINGS_KEY } from '../../store/settings.ts';
import { ownProgram } from '../../worker/own-program.ts';
import { createImporter } from '../../workload/import/importer.ts';
import { hostileFiles } from './files.ts';
import { hostileLinks } from './links.ts';
import type { OriginalFile } from './originals.ts';
import { originalFiles } from './originals.ts';

const LINKS = hostileLinks(3200, 0x57a7c4);
const FILES = hostileFiles(1500, 0xf11e);
/** Of these, readers of results look at what is under the checksums, too. */
const RESULTS = [...FILES, ...hostileFiles(1000, 0x5e1f, /ndjson|scalability|placement/u)];
/** What a whole object has before anything hostile is read. */
const NATURE = natureOf({});

function natureOf(thing: object): readonly string[] {
  const keys: string[] = [];
  for (const key in thing) keys.push(key);
  return [...keys, ...Object.getOwnPropertyNames(Object.prototype)];
}

/** Every way into Watchmen for the text of a file; each gives what it has read, or says why not. */
const READERS: Readonly<Record<string, (text: string) => Result<unknown, unknown>>> = {
  'a scenario': (text) => {
    const json = readJson(text);
    return json.ok ? parseScenarioFile(json.value) : json;
  },
  'a lesson': readLesson,
  'a study': readStudyFile,
  'a sweep': (text) => {
    const lines = text.split('\n').filter((line) => line !== '');
    const merged = mergeSweepFiles([{ name: 'f', open: () => ok(lines) }]);
    if (!merged.ok) return merged;
    return ok(JSON.stringify(sweepReport(merged.value.table, METRIC_NAMES, merged.value.missing)));
  },
  'a campaign': (text) => {
    const lines = text.split('\n').filter((line) => line !== '');
    const merged = mergeFiles([{ name: 'f', open: () => ok(lines) }]);
    if (!merged.ok) return merged;
    const { spec, tally, coverage } = merged.value;
    return ok(JSON.stringify(campaignReport(spec, tally, coverage)));
  },
  'a program': (text) => {
    const json = readJson(text);
    return json.ok ? ownProgram(json.value, text.length, 0) : json;
  },
  'kept work': (text) => {
    readWorkHeader(text);
    return parseWork(text);
  },
  notes: (text) => {
    const json = readJson(text);
    return json.ok ? parseNotes(json.value) : json;
  },
  settings: (text) => {
    const memory = createMemory();
    memory.write(SETTINGS_KEY, text);
    return ok(createSettings(memory, () => undefined).get());
  },
};

/** What a reader left open: nothing said, or something other than a value that may be used. */
type Verdict = 'valid' | 'refused' | 'odd';

/** A problem that a person can read: a sentence, or a list of places with one. */
function verdictOn(result: Result<unknown, unknown>): Verdict {
  if (result.ok) return 'valid';
  return (JSON.stringify(result.error) ?? '').length > 2 ? 'refused' : 'odd';
}

/** The first words of a file, so that it can be found and kept as a test of its own. */
const nameOf = ({ name, text }: OriginalFile): string => `${name}: ${text.slice(0, 200)}`;

/** Files on which `read` throws, or of which it does not say what is wrong. */
function oddOnes(
  files: readonly OriginalFile[],
  read: (file: OriginalFile) => Result<unknown, unknown>,
): string[] {
  const isOdd = (file: OriginalFile): boolean => {
    try {
      return verdictOn(read(file)) === 'odd';
    } catch {
      return true;
    }
  };
  return files.filter(isOdd).map(nameOf);
}

function verdictOnLink(link: string): Verdict {
  if (isLessonLink(link)) return verdictOn(decodeLesson(link));
  const read = decodeLink(link);
  if (!read.ok) return verdictOn(read);
  const { scenario, view, notes, notices } = read.value;
  const again = decodeLink(encodeLink({ scenario, view, notes }));
  const isValid =
    equalData(parseScenario(scenario), ok(scenario)) && again.ok && !notices.includes('');
  return isValid ? 'valid' : 'odd';
}

describe('links that nobody should trust', () => {
  it('are opened as valid scenarios, or refused with a sentence', () => {
    const verdicts = LINKS.map(verdictOnLink);
    expect(LINKS.filter((_, i) => verdicts[i] === 'odd')).toEqual([]);
    // Else the corpus would not reach what lies behind the checksum.
    expect(verdicts.filter((verdict) => verdict === 'valid').length).toBeGreaterThan(200);
  });

  it('are refused for every reason that there is', () => {
    const reads = LINKS.map((link) => decodeLink(link));
    const kinds = new Set(reads.map((read) => (read.ok ? 'opened' : read.error.kind)));
    const all = ['damaged', 'empty', 'invalid', 'newer', 'opened', 'too-large', 'unknown'];
    expect([...kinds].toSorted()).toEqual(all);
  });
});

describe.each(Object.entries(READERS))(
  'files that nobody should trust, read as %s,',
  (kind, read) => {
    it('give something valid, or a reason', () => {
      const files = /study|sweep|campaign/u.test(kind) ? RESULTS : FILES;
      expect(oddOnes(files, ({ text }) => read(text))).toEqual([]);
    });

    it('would be read if they were whole', () => {
      expect(originalFiles().some(({ text }) => read(text).ok)).toBe(true);
    });
  },
);

it('logs that nobody should trust are read to a report or a reason', () => {
  // Reading a log takes longer than refusing a file of another kind.
  const logs = FILES.filter((_, i) => i % 4 === 0);
  const odd = oddOnes(logs, ({ name, text }) => {
    const importer = createImporter({ previewLines: 50 });
    importer.beginFile(name);
    importer.push(new TextEncoder().encode(text));
    importer.table();
    return importer.finish();
  });
  expect(odd).toEqual([]);
});

it('nothing hostile has changed what every object has', () => {
  expect(natureOf({})).toEqual(NATURE);
  expect('polluted' in {}).toBe(false);
});
