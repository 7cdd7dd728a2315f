import { msg, t } from '../../../base/language.ts';
import { FREE_WEIGHTS, isPlausible } from '../../../analysis/sweep/energy-weights.ts';
import type { FreeWeight } from '../../../analysis/sweep/energy-weights.ts';
import { ENERGY_WEIGHTS } from '../../../analysis/sweep/metrics.ts';
import { createSweepDraft } from '../../../store/sweep-draft.ts';
import type { SweepDraft } from '../../../store/sweep-draft.ts';
import { Say } from '../../shell/Say.tsx';
import { DraftField } from '../DraftField.tsx';
import { SentenceMenu } from './SentenceMenu.tsx';
import { useSweepForm } from './sweeps-context.ts';

interface Props {
  /** Does anything that is shown weigh cycles? */
  readonly looked: boolean;
  readonly problemAt: (field: string) => string;
  readonly onChange: (part: Partial<SweepDraft>) => void;
}

const LABELS: Readonly<Record<FreeWeight, string>> = {
  polling: msg('A polling core'),
  halted: msg('A halted core'),
};

/** What the cycles of a core weigh in the energy proxy; part of the sentence where energy is looked at. */
export function WeightsMenu({ looked, problemAt, onChange }: Props) {
  const { draft } = useSweepForm();
  const { weights } = draft;
  const first = createSweepDraft().weights;
  const usual = FREE_WEIGHTS.every((name) => weights[name] === first[name]);
  if (usual && !looked) return null;
  return (
    <>
      <span>{t('by energy weights')}</span>
      <SentenceMenu
        name={t('Energy weights')}
        text={t('polling {polling}, halted {halted}', {
          polling: weights.polling,
          halted: weights.halted,
        })}
        wrong={problemAt('weights') !== ''}
      >
        <p className="quiet">
          {t(
            'A core at work weighs 1. Nobody has measured the others: they are inferred, and judge the runs without changing any.',
          )}
        </p>
        {FREE_WEIGHTS.map((name) => (
          <WeightField
            key={name}
            name={name}
            value={weights[name]}
            problem={problemAt(`weights.${name}`)}
            onChange={(value) => onChange({ weights: { ...weights, [name]: value } })}
          />
        ))}
        <button
          type="button"
          className="text-button"
          disabled={usual}
          onClick={() => onChange({ weights: first })}
        >
          {t('As it comes')}
        </button>
      </SentenceMenu>
    </>
  );
}

interface FieldProps {
  readonly name: FreeWeight;
  readonly value: string;
  readonly problem: string;
  readonly onChange: (value: string) => void;
}

function WeightField({ name, value, problem, onChange }: FieldProps) {
  const { range, basis, source } = ENERGY_WEIGHTS[name];
  const beyond = problem === '' && !isPlausible(name, Number(value));
  return (
    <div className="weight-field">
      <DraftField label={t(LABELS[name])} value={value} problem={problem} onChange={onChange} />
      <p className="quiet">
        <Say
          message={
            beyond
              ? msg('{source}, plausible from {least} to {most} <b>(this is beyond)</b>: {basis}.')
              : msg('{source}, plausible from {least} to {most}: {basis}.')
          }
          values={{ source: t(source), least: range[0], most: range[1], basis: t(basis) }}
          parts={{ b: <b /> }}
        />
      </p>
    </div>
  );
}
