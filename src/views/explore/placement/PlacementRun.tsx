import { t } from '../../../base/language.ts';
import { groupDigits } from '../../../draw/format.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { homesOf } from '../../machine/moves/moves.ts';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { RunLinks } from '../RunLinks.tsx';
import { Fact } from '../studies/Fact.tsx';
import { variantWords } from '../sweep/variant-words.ts';
import { extraWords, RULES } from './place-words.ts';
import type { PlaceView } from './place-view.ts';

interface Props {
  readonly view: PlaceView;
  /** Link to the run, without `#`; `null` = being written. */
  readonly fragment: string | null;
}

/** The run behind the selected dot: what it is, what it gives, and where it can be looked at. */
export function PlacementRun({ view, fragment }: Props) {
  const { selected: row, scenario, nearest } = view;
  const app = useApp();
  const cores = homesOf(scenario)?.[0] ?? [];
  const compare = (other: typeof scenario): void => {
    app.edits.load(scenario);
    app.comparisons.compareAs(t(RULES['same-socket'].name), other);
    app.setScreen('lab');
  };
  return (
    <section className="sweep-figure selected-run" aria-label={t('Selected run')}>
      <h2>{t('Selected run')}</h2>
      <dl id="selected-run" className="run-facts" aria-live="polite">
        <Fact name={t('Method')}>
          <MethodPictogram method={row.method} width={26} />
          <span>{variantWords({ method: row.method, redundancy: row.replicas })}</span>
        </Fact>
        <Fact name={t('Placement')}>{t(RULES[row.rule].name)}</Fact>
        <Fact name={t('Cores of the replicas')} number>
          {cores.map((core) => `C${core}`).join(' ')}
        </Fact>
        <Fact name={t('Away from Romain')} number>
          {t('{count} of {all}', { count: row.remote, all: row.replicas })}
        </Fact>
        <Fact name={t('Cycles per event')} number>
          {groupDigits(row.cyclesPerEvent)}
        </Fact>
        <Fact name={t('Difference')} number>
          {extraWords(row)}
        </Fact>
        {row.ofSerial !== null && (
          <Fact name={t('Both copies take')} number>
            {t('{percent}\u202F% of one after the other', {
              percent: groupDigits(100 * row.ofSerial, 1),
            })}
          </Fact>
        )}
        <Fact name={t('Extra run time')} number>
          {`${groupDigits(row.overheadPercent, 1)}\u202F%`}
        </Fact>
      </dl>
      <RunLinks fragment={fragment}>
        {nearest !== null && (
          <button type="button" className="text-button" onClick={() => compare(nearest)}>
            <Icon name="compare" size={16} /> {t('Compare with the same socket')}
          </button>
        )}
      </RunLinks>
      <p className="quiet">
        {t('Drag replicas between the cores of the machine in the Lab to try any other placement.')}
      </p>
    </section>
  );
}
