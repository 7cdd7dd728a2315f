import { ByteReader } from './bytes.ts';
import { DICTIONARY_V1 } from './base-v1.ts';
import { DICTIONARY_V2, PROTECTION_V2 } from './base-v2.ts';
import { DICTIONARY_V3 } from './base-v3.ts';
import { readScenarioV1 } from './code-v1.ts';
import { readScenarioV2 } from './code-v2.ts';
import { readContentV3 } from './content-v3.ts';
import { readView } from './view.ts';

/** What a link of some version held, not yet validated. */
export interface RawContent {
  readonly scenario: unknown;
  readonly view: unknown;
  /** Absent = none. */
  readonly notes?: unknown;
  readonly compare?: unknown;
}

/** Reads the inflated code of one version; throws `CodeError` when it is none. */
export interface CodeReader {
  /** What this version deflates against. */
  readonly dictionary: Uint8Array;
  read(code: Uint8Array): RawContent;
}

/** Turns what a link of version n held into what version n + 1 would hold. */
export type Upgrader = (content: RawContent) => RawContent;

/** All that a decoder needs to know of versions. */
export interface LinkVersions {
  /** Version of the links made now. */
  readonly current: number;
  /** One for every version from 1 to `current`. */
  readonly readers: Readonly<Record<number, CodeReader>>;
  /** One for every version before `current`. */
  readonly upgraders: Readonly<Record<number, Upgrader>>;
}

/** Old version to the step that leads to the next. */
export const UPGRADERS: Readonly<Record<number, Upgrader>> = {
  // Version 1 knew one way to compare and react, that of the prototype.
  1: ({ scenario, view }) => ({
    view,
    scenario: { ...(scenario as object), faultRate: null, protection: PROTECTION_V2, flow: {} },
  }),
  // Version 2 knew costs that stay the same, and no notes.
  2: ({ scenario, view }) => ({ view, scenario: { ...(scenario as object), costChanges: [] } }),
};

/** The versions of links that this Watchmen reads. */
export const LINK_VERSIONS: LinkVersions = {
  current: 3,
  readers: {
    1: { dictionary: DICTIONARY_V1, read: readerOf(readScenarioV1) },
    2: { dictionary: DICTIONARY_V2, read: readerOf(readScenarioV2) },
    3: { dictionary: DICTIONARY_V3, read: readContentV3 },
  },
  upgraders: UPGRADERS,
};

/** Up to version 2 a link was a view and a scenario. */
function readerOf(readScenario: (from: ByteReader) => object): CodeReader['read'] {
  return (code) => {
    const from = new ByteReader(code);
    const view = readView(from);
    const scenario = readScenario(from);
    from.end();
    return { scenario, view };
  };
}
