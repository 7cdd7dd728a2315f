import { t } from '../../base/language.ts';
import { clauseNumbers } from '../../analysis/causes/clause-numbers.ts';
import { layoutCauses } from '../../draw/timeline/cause-marks.ts';
import type { CauseMarks, ShownChain } from '../../draw/timeline/cause-marks.ts';
import { eventAt, layoutMessageNames } from '../../draw/timeline/message-names.ts';
import type { MessageName } from '../../draw/timeline/message-names.ts';
import { forkMarks, noteFlags } from '../../draw/timeline/instants.ts';
import type { ForkMark, NoteFlag } from '../../draw/timeline/instants.ts';
import { groupDigits } from '../../draw/format.ts';
import type { CauseChain } from '../../analysis/causes/chain.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import type { TimeScale } from '../../draw/timeline/scale.ts';
import { layoutSelection } from '../../draw/timeline/selection.ts';
import type { SelectionMark } from '../../draw/timeline/selection.ts';
import type { Selection } from '../../base/selection.ts';
import type { Explanation } from '../../store/state.ts';
import type { TimelineState } from '../../store/timeline-model.ts';
import { selectionTexts } from './describe-selection.ts';

/** What is laid over the lanes besides playhead and labels. */
export interface OverlayMarks {
  readonly selection: SelectionMark | null;
  readonly selectionTexts: readonly string[];
  readonly draft: SelectionMark | null;
  readonly causes: CauseMarks;
  readonly flags: readonly NoteFlag[];
  readonly forks: readonly ForkMark[];
  readonly messages: readonly MessageName[];
}

/** Makes the marks of a frame, and keeps them until something that they show has changed. */
export class OverlayMaker {
  private readonly source: TimelineSource;
  private key: readonly unknown[] = [];
  private made: OverlayMarks | null = null;
  private texts: { selection: Selection; texts: readonly string[] } | null = null;

  constructor(source: TimelineSource) {
    this.source = source;
  }

  /** `draft` is the area that is being drawn. */
  make(scale: TimeScale, state: TimelineState, draft: Selection | null): OverlayMarks {
    const { selection, explanation, notes, forks } = state;
    const event = eventAt(this.source, state.playhead.time);
    const key = [scale, selection, explanation, notes, forks, draft, event];
    if (this.made === null || key.some((part, i) => part !== this.key[i])) {
      this.key = key;
      this.made = {
        ...this.lay(scale, state, draft),
        messages: layoutMessageNames(this.source, scale, event),
      };
    }
    return this.made;
  }

  private lay(
    scale: TimeScale,
    state: TimelineState,
    draft: Selection | null,
  ): Omit<OverlayMarks, 'messages'> {
    const { source } = this;
    const { selection, explanation, notes, forks } = state;
    const mark = (one: Selection | null): SelectionMark | null =>
      one === null ? null : layoutSelection(source, scale, one);
    return {
      selection: explainedMark(source, scale, explanation) ?? mark(selection),
      selectionTexts:
        draft === null
          ? (explainedTexts(explanation) ?? this.textsOf(selection))
          : this.textsOf(draft),
      draft: mark(draft),
      causes: layoutCauses(source, scale, shownChain(explanation)),
      flags: noteFlags(notes, scale.toX, scale.width),
      forks: forkMarks(forks, scale),
    };
  }

  private textsOf(selection: Selection | null): readonly string[] {
    if (selection === null) return [];
    if (this.texts?.selection !== selection) {
      this.texts = { selection, texts: selectionTexts(this.source, selection) };
    }
    return this.texts.texts;
  }
}

/** The whole wait of which a span is selected: the interrupts that pass through it are part of it. */
export function waitOf(explanation: Explanation | null): CauseChain | null {
  const chain = explanation?.chain ?? null;
  return chain?.about.kind === 'idle' ? chain : null;
}

function explainedMark(
  source: TimelineSource,
  scale: TimeScale,
  explanation: Explanation | null,
): SelectionMark | null {
  const wait = waitOf(explanation);
  if (wait === null) return null;
  const { from, to, about } = wait;
  const mark = layoutSelection(source, scale, { kind: 'area', from, to, cores: [about.core] });
  return mark === null ? null : { ...mark, kind: 'span' };
}

function explainedTexts(explanation: Explanation | null): readonly string[] | null {
  const wait = waitOf(explanation);
  if (wait === null) return null;
  const count = groupDigits(wait.to - wait.from);
  const length = t('{count} cycles', { count });
  const { replica } = wait.about;
  if (replica < 0) return [length];
  return [t('{who} waits {count} cycles', { who: `R${replica}`, count }), length];
}

function shownChain(explanation: Explanation | null): ShownChain | null {
  const chain = explanation?.chain ?? null;
  if (explanation === null || chain === null) return null;
  const { current } = explanation;
  return { chain, numbers: clauseNumbers(chain, chain.links[current]?.clause ?? -1), current };
}
