import { msg, t } from '../../base/language.ts';
import type { GapSpec } from '../../workload/phases.ts';
import { ChoiceField } from '../scenario/ChoiceField.tsx';
import { NumberField } from '../scenario/NumberField.tsx';
import { gapOfKind } from './phase-changes.ts';

interface Props {
  readonly gap: GapSpec;
  readonly path: string;
  readonly onChange: (gap: GapSpec, typing?: string) => void;
}

function kindNames(): Readonly<Record<GapSpec['kind'], string>> {
  return {
    constant: t('always the same'),
    uniform: t('evenly between two'),
    exponential: t('exponential'),
    lognormal: t('lognormal'),
    bimodal: t('one of two'),
  };
}

const INSTRUCTIONS = msg('instructions');

/** Name and unit of each parameter of a distribution; messages. */
const PARAMETERS: Readonly<Record<string, readonly [label: string, unit?: string]>> = {
  instructions: [msg('Gap'), INSTRUCTIONS],
  least: [msg('from'), INSTRUCTIONS],
  most: [msg('to'), INSTRUCTIONS],
  mean: [msg('Mean'), INSTRUCTIONS],
  sigma: [msg('Sigma of the logarithm')],
  short: [msg('Short'), INSTRUCTIONS],
  long: [msg('Long'), INSTRUCTIONS],
  longShare: [msg('Share of long ones, 0 to 1')],
};

/** How many instructions pass before each trap of a phase. */
export function GapFields({ gap, path, onChange }: Props) {
  const numbers = Object.entries(gap).filter(([name]) => name !== 'kind') as [string, number][];
  return (
    <div className="row">
      <ChoiceField
        label={t('Gaps before traps')}
        value={gap.kind}
        options={kindNames()}
        onChange={(kind) => onChange(gapOfKind(kind, gap))}
      />
      {numbers.map(([name, value]) => {
        const [label, unit] = PARAMETERS[name] ?? [name];
        return (
          <NumberField
            key={name}
            label={t(label)}
            {...(unit !== undefined && { unit: t(unit) })}
            path={`${path}.${name}`}
            value={value}
            onChange={(next) => onChange({ ...gap, [name]: next }, `${path}.${name}`)}
          />
        );
      })}
    </div>
  );
}
