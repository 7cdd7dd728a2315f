import { ALIGNMENTS } from '../../base/vocabulary.ts';
import { ByteReader, ByteWriter, UnknownChoiceError } from './bytes.ts';
import { readScenarioV3, writeScenarioV3 } from './code-v3.ts';
import { readNotes, writeNotes } from './notes-v3.ts';
import type { LinkComparison, LinkContent } from './view.ts';
import { readView, writeView } from './view.ts';

/*
 * A link of version 3: its view, what there is besides the scenario, the scenario, and that.
 * Lists are append-only.
 */

const NOTES = 1;
const COMPARE = 2;
const LAYOUTS = ['side', 'ghost'] as const;

/** The code of a link of the current version. */
export function writeCurrent({ view, scenario, notes = [], compare }: LinkContent): Uint8Array {
  const out = new ByteWriter();
  writeView(out, view);
  out.varint((notes.length > 0 ? NOTES : 0) + (compare === undefined ? 0 : COMPARE));
  writeScenarioV3(out, scenario);
  if (notes.length > 0) writeNotes(out, notes);
  if (compare !== undefined) {
    writeCompared(out, compare);
    writeScenarioV3(out, compare.scenario, scenario);
  }
  return out.finish();
}

/** Reads it, not yet validated; throws `CodeError` when it is none. */
export function readContentV3(code: Uint8Array): {
  readonly view: unknown;
  readonly scenario: unknown;
  readonly notes?: unknown;
  readonly compare?: unknown;
} {
  const from = new ByteReader(code);
  const view = readView(from);
  const there = from.varint();
  if (there > (NOTES | COMPARE)) throw new UnknownChoiceError('holds what is not known');
  const scenario = readScenarioV3(from);
  const content = {
    view,
    scenario,
    ...(there & NOTES && { notes: readNotes(from) }),
    ...(there & COMPARE && {
      compare: { ...readCompared(from), scenario: readScenarioV3(from, scenario) },
    }),
  };
  from.end();
  return content;
}

function writeCompared(out: ByteWriter, { name, at, layout, align }: LinkComparison): void {
  out.varint(LAYOUTS.indexOf(layout));
  out.varint(ALIGNMENTS.indexOf(align));
  // One more than the cycle; 0 = from the start.
  out.varint(at === null ? 0 : Math.round(at) + 1);
  out.text(name);
}

function readCompared(from: ByteReader): object {
  const layout = from.pick(LAYOUTS);
  const align = from.pick(ALIGNMENTS);
  const at = from.varint();
  return { layout, align, at: at === 0 ? null : at - 1, name: from.text() };
}
