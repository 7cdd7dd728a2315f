import { FREE_WEIGHTS, isPlausible } from '../../../analysis/sweep/energy-weights.ts';
import type { FreeWeight } from '../../../analysis/sweep/energy-weights.ts';
import { ENERGY_WEIGHTS } from '../../../analysis/sweep/metrics.ts';
import { createSweepDraft } from '../../../store/sweep-draft.ts';
import type { SweepDraft } from '../../../store/sweep-draft.ts';
import { DraftField } from '../DraftField.tsx';
import { SentenceMenu } from './SentenceMenu.tsx';
import { useSweepForm } from './sweeps-context.ts';

interface Props {
  readonly problemAt: (field: string) => string;
  readonly onChange: (part: Partial<SweepDraft>) => void;
}

const LABELS: Readonly<Record<FreeWeight, string>> = {
  polling: 'A polling core',
  halted: 'A halted core',
};

/** What the cycles of a core weigh in the energy proxy; part of the sentence where energy is looked at. */
export function WeightsMenu({ problemAt, onChange }: Props) {
  const { draft, linesMetric, mapMetric } = useSweepForm();
  const { weights } = draft;
  const first = createSweepDraft().weights;
  const usual = FREE_WEIGHTS.every((name) => weights[name] === first[name]);
  const looked = linesMetric === 'energy' || (mapMetric === 'energy' && draft.y !== null);
  if (usual && !looked) return null;
  return (
    <>
      <span>by energy weights</span>
      <SentenceMenu
        name="Energy weights"
        text={`polling ${weights.polling}, halted ${weights.halted}`}
        wrong={problemAt('weights') !== ''}
      >
        <p className="quiet">
          A core at work weighs 1. Nobody has measured the others: they are inferred, and judge the
          runs without changing any.
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
          As it comes
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
      <DraftField label={LABELS[name]} value={value} problem={problem} onChange={onChange} />
      <p className="quiet">
        {source}, plausible from {range[0]} to {range[1]}
        {beyond && <b> (this is beyond)</b>}: {basis}.
      </p>
    </div>
  );
}
