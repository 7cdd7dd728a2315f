import { MAX_LINK_CODE_BYTES } from '../base/limits.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { msg, t } from '../base/language.ts';
import { CodeError, UnknownChoiceError } from './codec/bytes.ts';
import { deflateChecked, inflateBounded } from './codec/deflate.ts';
import { seal, unseal } from './codec/envelope.ts';
import type { LinkVersions, RawContent } from './codec/versions.ts';
import { writeCurrent } from './codec/content-v3.ts';
import { LINK_VERSIONS } from './codec/versions.ts';
import type { LinkComparison, LinkContent, LinkView } from './codec/view.ts';
import { parseView } from './codec/view.ts';
import type { Note } from './note.ts';
import { MAX_BRANCH_NAME } from './note.ts';
import type { Scenario, ScenarioProblem } from './scenario.ts';
import { parseNotes } from './schema-notes.ts';
import { parseScenario } from './schema.ts';

/*
 * A link's fragment is `w<version>.` in the envelope of `codec/envelope.ts`, which is the same in
 * every version, so that a link of a newer version can be told from a damaged one.
 */

/** Longest fragment that is looked at. */
const MAX_LINK_CHARACTERS = 2 * MAX_LINK_CODE_BYTES;

/** Why a link cannot be used; `message` is a sentence for a person. */
export type LinkProblem =
  | {
      /** No link at all, altered or cut, made by a newer version, not a Watchmen link, or larger than allowed. */
      readonly kind: 'empty' | 'damaged' | 'newer' | 'unknown' | 'too-large';
      readonly message: string;
    }
  | {
      /** Undamaged, but its content is no valid scenario. */
      readonly kind: 'invalid';
      readonly message: string;
      readonly problems: readonly ScenarioProblem[];
    };

/** A decoded link; `notices` are sentences about what could not be kept as it was. */
export interface DecodedLink {
  readonly scenario: Scenario;
  readonly view: LinkView;
  readonly notes: readonly Note[];
  /** Only where the link shows two scenarios. */
  readonly compare?: LinkComparison;
  readonly notices: readonly string[];
}

/**
 * The hash fragment, without `#`, that carries a scenario and a view. The scenario must be valid
 * (`parseScenario`); code beyond `MAX_LINK_CODE_BYTES` would make a link that decodes as `too-large`.
 */
export function encodeLink(content: LinkContent): string {
  const { current, readers } = LINK_VERSIONS;
  const dictionary = readers[current]?.dictionary ?? new Uint8Array();
  return sealLink(current, deflateChecked(writeCurrent(content), dictionary));
}

/** Envelope and checksum around deflated code of some version; for `encodeLink` and for tests of other versions. */
export function sealLink(version: number, deflated: Uint8Array): string {
  return seal(`w${version}.`, deflated);
}

/**
 * Reads a fragment, or any address that ends in one. Damage is always noticed: no changed character
 * gives another scenario. Links of older versions are upgraded step by step. `versions` is a
 * parameter so that tests can add some.
 */
export function decodeLink(
  link: string,
  versions: LinkVersions = LINK_VERSIONS,
): Result<DecodedLink, LinkProblem> {
  const opened = openLink(link.slice(link.indexOf('#') + 1).trim());
  if (!opened.ok) return opened;
  const { version, deflated } = opened.value;
  if (version > versions.current) {
    return problem('newer', t(NEWER));
  }
  const content = readContent(deflated, version, versions);
  return content.ok ? validated(upgraded(content.value, version, versions)) : content;
}

function problem(
  kind: Exclude<LinkProblem['kind'], 'invalid'>,
  message: string,
): { readonly ok: false; readonly error: LinkProblem } {
  return err({ kind, message });
}

const NEWER = msg(
  'This link was made by a newer version of Watchmen. Reload the page or update to open it.',
);
const DAMAGED = msg('This link is damaged: its checksum does not match. Copy it again in full.');
const TOO_LARGE = msg(
  'This link is too large: its scenario unpacks to more than 1 MiB. Use a file instead.',
);

interface OpenedLink {
  readonly version: number;
  readonly deflated: Uint8Array;
}

/** Checks envelope and checksum. */
function openLink(fragment: string): Result<OpenedLink, LinkProblem> {
  if (fragment === '') return problem('empty', t('There is no scenario in this link.'));
  if (!/^w\d/.test(fragment)) return problem('unknown', t('This is not a Watchmen link.'));
  if (fragment.length > MAX_LINK_CHARACTERS) return problem('too-large', t(TOO_LARGE));
  const [, prefix = '', version = '', body = ''] = /^(w([1-9]\d{0,5})\.)(.*)$/.exec(fragment) ?? [];
  const deflated = unseal(prefix, body);
  if (deflated === null) return problem('damaged', t(DAMAGED));
  return ok({ version: Number(version), deflated });
}

function readContent(
  deflated: Uint8Array,
  version: number,
  versions: LinkVersions,
): Result<RawContent, LinkProblem> {
  const reader = versions.readers[version];
  if (reader === undefined)
    return problem('unknown', t('There is no link version {version}.', { version }));
  const code = inflateBounded(deflated, MAX_LINK_CODE_BYTES, reader.dictionary);
  if (code === 'too-large') return problem('too-large', t(TOO_LARGE));
  if (code === 'damaged') return problem('damaged', t(DAMAGED));
  try {
    return ok(reader.read(code));
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    if (error instanceof UnknownChoiceError) return problem('newer', t(NEWER));
    return problem(
      'damaged',
      t('This link is damaged: its code {problem}.', { problem: t(error.message) }),
    );
  }
}

function upgraded(content: RawContent, version: number, versions: LinkVersions): RawContent {
  let current = content;
  for (let v = version; v < versions.current; v++) {
    current = versions.upgraders[v]?.(current) ?? current;
  }
  return current;
}

function validated(content: RawContent): Result<DecodedLink, LinkProblem> {
  const scenario = parseScenario(content.scenario);
  if (!scenario.ok) {
    const [first] = scenario.error;
    const message = t('The scenario in this link is not valid: {problem}.', {
      problem: `${first?.path ?? ''} ${first?.message ?? ''}`,
    });
    return err({ kind: 'invalid', message, problems: scenario.error });
  }
  const view = parseView(content.view);
  const notes = parseNotes(content.notes ?? []);
  const compare = parseCompared(content.compare);
  const notices = [
    view.ok ? '' : view.error,
    notes.ok ? '' : notesLeftOut(notes.error),
    compare.ok ? '' : compare.error,
  ];
  return ok({
    scenario: scenario.value,
    view: view.ok ? view.value : {},
    notes: notes.ok ? notes.value : [],
    ...(compare.ok && compare.value !== null && { compare: compare.value }),
    notices: notices.filter((sentence) => sentence !== ''),
  });
}

function notesLeftOut({ path, message }: ScenarioProblem): string {
  return t('The notes of this link are left out, because they are not valid: {problem}.', {
    problem: `${path} ${message}`,
  });
}

/** Layout, alignment and instant are right as they were read; the scenario and its name need not be. */
function parseCompared(compare: unknown): Result<LinkComparison | null, string> {
  if (compare === undefined) return ok(null);
  const { scenario, name, ...rest } = compare as LinkComparison;
  const parsed = parseScenario(scenario);
  if (parsed.ok && name.length <= MAX_BRANCH_NAME) {
    return ok({ ...rest, name, scenario: parsed.value });
  }
  const [first] = parsed.ok ? [] : parsed.error;
  const why =
    first === undefined
      ? t('its name must be at most {most} characters long', { most: MAX_BRANCH_NAME })
      : `${first.path} ${first.message}`;
  return err(
    t('The scenario that this link compares with is left out, because it is not valid: {why}.', {
      why,
    }),
  );
}
