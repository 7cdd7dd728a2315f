import type { GapSpec } from '../../workload/phases.ts';
import { ChoiceField } from '../scenario/ChoiceField.tsx';
import { NumberField } from '../scenario/NumberField.tsx';
import { gapOfKind } from './phase-changes.ts';

interface Props {
  readonly gap: GapSpec;
  readonly path: string;
  readonly onChange: (gap: GapSpec, typing?: string) => void;
}

const KINDS: Readonly<Record<GapSpec['kind'], string>> = {
  constant: 'always the same',
  uniform: 'evenly between two',
  exponential: 'exponential',
  lognormal: 'lognormal',
  bimodal: 'one of two',
};

/** Name and unit of each parameter of a distribution. */
const PARAMETERS: Readonly<Record<string, readonly [label: string, unit?: string]>> = {
  instructions: ['Gap', 'instructions'],
  least: ['from', 'instructions'],
  most: ['to', 'instructions'],
  mean: ['Mean', 'instructions'],
  sigma: ['Sigma of the logarithm'],
  short: ['Short', 'instructions'],
  long: ['Long', 'instructions'],
  longShare: ['Share of long ones, 0 to 1'],
};

/** How many instructions pass before each trap of a phase. */
export function GapFields({ gap, path, onChange }: Props) {
  const numbers = Object.entries(gap).filter(([name]) => name !== 'kind') as [string, number][];
  return (
    <div className="row">
      <ChoiceField
        label="Gaps before traps"
        value={gap.kind}
        options={KINDS}
        onChange={(kind) => onChange(gapOfKind(kind, gap))}
      />
      {numbers.map(([name, value]) => {
        const [label, unit] = PARAMETERS[name] ?? [name];
        return (
          <NumberField
            key={name}
            label={label}
            {...(unit !== undefined && { unit })}
            path={`${path}.${name}`}
            value={value}
            onChange={(next) => onChange({ ...gap, [name]: next }, `${path}.${name}`)}
          />
        );
      })}
    </div>
  );
}
