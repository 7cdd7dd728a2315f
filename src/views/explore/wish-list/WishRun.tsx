import { t } from '../../../base/language.ts';
import type { FaultPair } from '../../../analysis/wish-list/examples.ts';
import { groupDigits } from '../../../draw/format.ts';
import { OUTCOME_WORDS } from '../../faults/outcome-words.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { RunLinks } from '../RunLinks.tsx';
import { Fact } from '../studies/Fact.tsx';
import { variantWords } from '../sweep/variant-words.ts';
import { percentValue, sideWords } from './wish-words.ts';
import type { WishView } from './wish-view.ts';

interface Props {
  readonly view: WishView;
  /** Link to the run, without `#`; `null` = being written. */
  readonly fragment: string | null;
}

/** The run behind the selected dot: what it is, what it gives, and where it can be looked at. */
export function WishRun({ view, fragment }: Props) {
  const { selected, pair } = view;
  const { wish, method, replicas, granted } = selected;
  return (
    <section className="sweep-figure selected-run" aria-label={t('Selected run')}>
      <h2>{t('Selected run')}</h2>
      <dl id="selected-run" className="run-facts" aria-live="polite">
        <Fact name={t('Method')}>
          <MethodPictogram method={method} width={26} />
          <span>{variantWords({ method, redundancy: replicas })}</span>
        </Fact>
        <Fact name={t('Wish')}>{sideWords(wish, granted)}</Fact>
        {wish === 'isolation' && pair !== null ? (
          <FaultFacts pair={pair} granted={granted} />
        ) : (
          <RunFacts view={view} />
        )}
      </dl>
      <RunLinks fragment={fragment}>
        <Compare view={view} />
      </RunLinks>
    </section>
  );
}

function RunFacts({ view: { run, selected } }: Pick<Props, 'view'>) {
  const shown = selected.granted ? run.after : run.before;
  const other = selected.granted ? run.before : run.after;
  const side = selected.granted ? t('Without the wish') : t('With the wish');
  return (
    <>
      <Fact name={t('Extra run time')} number>
        {percentValue(shown.overheadPercent)}
      </Fact>
      <Fact name={side} number>
        {percentValue(other.overheadPercent)}
      </Fact>
      <Fact name={t('Cycles per event')} number>
        {groupDigits(shown.cyclesPerEvent)}
      </Fact>
      <Fact name={side} number>
        {groupDigits(other.cyclesPerEvent)}
      </Fact>
      <Fact name={t('IPIs per event')} number>
        {groupDigits(shown.ipisPerEvent, 1)}
      </Fact>
      <Fact name={side} number>
        {groupDigits(other.ipisPerEvent, 1)}
      </Fact>
    </>
  );
}

function FaultFacts({ pair, granted }: { readonly pair: FaultPair; readonly granted: boolean }) {
  const shown = granted ? pair.after : pair.before;
  const other = granted ? pair.before : pair.after;
  const { core, at } = shown.fault;
  return (
    <>
      <Fact name={t('Fault')}>
        {'cycle' in at
          ? t('kernel of C{core} at cycle {cycle}', {
              core: core ?? '',
              cycle: groupDigits(at.cycle),
            })
          : t('kernel of C{core}', { core: core ?? '' })}
      </Fact>
      <Fact name={t('Number', {}, 'fault')} number>
        {groupDigits(shown.run + 1)}
      </Fact>
      <Fact name={t('How it ends')}>{t(shown.outcome)}</Fact>
      <Fact name={granted ? t('Without the wish') : t('With the wish')}>{t(other.outcome)}</Fact>
      <Fact name={t('Meaning')}>{t(OUTCOME_WORDS[shown.outcome].meaning)}</Fact>
    </>
  );
}

/** Both sides of the wish beside each other in the Lab. */
function Compare({ view }: Pick<Props, 'view'>) {
  const app = useApp();
  const { scenario, other, selected } = view;
  const name = sideWords(selected.wish, !selected.granted);
  const compare = (): void => {
    app.edits.load(scenario);
    app.comparisons.compareAs(name, other);
    app.setScreen('lab');
  };
  return (
    <button type="button" className="text-button" onClick={compare}>
      <Icon name="compare" size={16} /> {t('Compare with the run {side}', { side: name })}
    </button>
  );
}
