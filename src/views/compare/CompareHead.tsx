import { msg, t } from '../../base/language.ts';
import { ALIGNMENTS } from '../../base/vocabulary.ts';
import type { Alignment } from '../../base/vocabulary.ts';
import type { Comparison } from '../../store/state.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { Choice } from '../shell/Choice.tsx';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { Icon } from '../shell/icons.tsx';
import { Say } from '../shell/Say.tsx';
import { useComparedNames } from './use-compared.ts';

const ALIGN_WORDS: Readonly<Record<Alignment, { readonly name: string; readonly title: string }>> =
  {
    event: {
      name: msg('event'),
      title: msg('The same milestone of the same event stands side by side'),
    },
    time: { name: msg('time'), title: msg('The same time since the start stands side by side') },
    work: {
      name: msg('work'),
      title: msg('Equal progress of the native program stands side by side'),
    },
  };

const ALIGN_OPTIONS = ALIGNMENTS.map((value) => Object.assign({ value }, ALIGN_WORDS[value]));

const LAYOUTS = [
  {
    value: 'side',
    name: msg('side by side'),
    title: msg('Both machines, and one timeline below the other'),
  },
  { value: 'ghost', name: msg('ghosted'), title: msg('One timeline, with B below each lane of A') },
] as const satisfies readonly Named<Comparison['layout']>[];

interface Named<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly title: string;
}

/** `options` in the language that is spoken. */
function said<T extends string>(options: readonly Named<T>[]): readonly Named<T>[] {
  return options.map(({ value, name, title }) => ({ value, name: t(name), title: t(title) }));
}

/** Which branches, how they are laid side by side, and the way out. */
export function CompareHead() {
  const { comparisons } = useApp();
  const hint = useKeyHint('compare');
  const [a, b] = useComparedNames();
  return (
    <header className="cmp-head">
      <h2>{t('Compare')}</h2>
      <span className="cmp-names">
        <Say
          message={msg('<sideA/> <a>{a}</a> <with>with</with> <sideB/> <b>{b}</b>')}
          values={{ a, b }}
          parts={{
            sideA: <SideMark side="A" />,
            a: <b title={a} />,
            with: <span className="quiet" />,
            sideB: <SideMark side="B" />,
            b: <b title={b} />,
          }}
        />
      </span>
      <button
        type="button"
        className="text-button"
        title={t('Show B, and compare it with A')}
        onClick={comparisons.swap}
      >
        {t('Swap A and B')}
      </button>
      <button type="button" className="text-button" onClick={comparisons.choose}>
        {t('Another…')}
      </button>
      <span className="grow" />
      <AlignChoice />
      <LayoutChoice />
      <button
        type="button"
        className="tool"
        aria-label={t('End the comparison')}
        title={hint.title(t('End the comparison'))}
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
      label={t('Aligned by')}
      lead={t('aligned by')}
      options={said(ALIGN_OPTIONS)}
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
      label={t('Layout of both runs')}
      options={said(LAYOUTS)}
      value={comparison?.layout}
      onChange={comparisons.setLayout}
    />
  );
}

/** The letter by which a run is known in the whole comparison. */
export function SideMark({ side }: { readonly side: 'A' | 'B' }) {
  return <span className={`cmp-mark cmp-mark-${side.toLowerCase()}`}>{side}</span>;
}
