import { ALIGNMENTS } from '../../base/vocabulary.ts';
import type { Alignment } from '../../base/vocabulary.ts';
import type { Comparison } from '../../store/state.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Choice } from '../shell/Choice.tsx';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { Icon } from '../shell/icons.tsx';
import { useComparedNames } from './use-compared.ts';

const ALIGN_WORDS: Readonly<Record<Alignment, string>> = {
  event: 'The same milestone of the same event stands side by side',
  time: 'The same time since the start stands side by side',
  work: 'Equal progress of the native program stands side by side',
};

const ALIGN_OPTIONS = ALIGNMENTS.map((value) => ({
  value,
  name: value,
  title: ALIGN_WORDS[value],
}));

const LAYOUTS = [
  {
    value: 'side',
    name: 'side by side',
    title: 'Both machines, and one timeline below the other',
  },
  { value: 'ghost', name: 'ghosted', title: 'One timeline, with B below each lane of A' },
] as const satisfies readonly { value: Comparison['layout']; name: string; title: string }[];

/** Which branches, how they are laid side by side, and the way out. */
export function CompareHead() {
  const { comparisons } = useApp();
  const hint = useKeyHint('compare');
  const [a, b] = useComparedNames();
  return (
    <header className="cmp-head">
      <h2>Compare</h2>
      <span className="cmp-names">
        <SideMark side="A" /> <b title={a}>{a}</b> <span className="quiet">with</span>{' '}
        <SideMark side="B" /> <b title={b}>{b}</b>
      </span>
      <button
        type="button"
        className="text-button"
        title="Show B, and compare it with A"
        onClick={comparisons.swap}
      >
        Swap A and B
      </button>
      <button type="button" className="text-button" onClick={comparisons.choose}>
        Another…
      </button>
      <span className="grow" />
      <AlignChoice />
      <LayoutChoice />
      <button
        type="button"
        className="tool"
        aria-label="End the comparison"
        title={hint.title('End the comparison')}
        onClick={comparisons.close}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** What stands side by side. */
function AlignChoice() {
  const { comparisons } = useApp();
  const comparison = useAppState((state) => state.comparison);
  return (
    <Choice
      className="cmp-choice"
      label="Aligned by"
      lead="aligned by"
      options={ALIGN_OPTIONS}
      value={comparison?.align}
      onChange={comparisons.setAlign}
    />
  );
}

/** Two timelines, or one. */
function LayoutChoice() {
  const { comparisons } = useApp();
  const comparison = useAppState((state) => state.comparison);
  return (
    <Choice
      className="cmp-choice"
      label="Layout of both runs"
      options={LAYOUTS}
      value={comparison?.layout}
      onChange={comparisons.setLayout}
    />
  );
}

/** The letter by which a run is known in the whole comparison. */
export function SideMark({ side }: { readonly side: 'A' | 'B' }) {
  return <span className={`cmp-mark cmp-mark-${side.toLowerCase()}`}>{side}</span>;
}
