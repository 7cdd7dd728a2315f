import type { WorkloadSpec } from '../../scenario/scenario.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { NumberField } from './NumberField.tsx';

interface Props {
  readonly workload: Extract<WorkloadSpec, { readonly kind: 'driver' }>;
  /** Where the driver lies in the scenario. */
  readonly path: string;
  readonly onChange: (workload: WorkloadSpec, typing?: string) => void;
}

type NumberName = 'interrupts' | 'every' | 'instructions' | 'reads' | 'writes' | 'seed';

const NUMBERS: readonly (readonly [name: NumberName, label: string, unit?: string])[] = [
  ['interrupts', 'Interrupts'],
  ['every', 'One every', 'cycles'],
  ['reads', 'Register reads for each'],
  ['instructions', 'Computing for each', 'instructions'],
  ['writes', 'Register writes for each'],
  ['seed', 'Its seed'],
];

/** The figures of a device driver and its device. */
export function DriverFields({ workload: driver, path, onChange }: Props) {
  return (
    <div className="generator">
      {NUMBERS.map(([name, label, unit]) => (
        <NumberField
          key={name}
          label={label}
          {...(unit !== undefined && { unit })}
          path={`${path}.${name}`}
          value={driver[name]}
          onChange={(value) => onChange({ ...driver, [name]: value }, `${path}.${name}`)}
        />
      ))}
      <ChoiceField
        label="Arrival"
        value={driver.arrival}
        options={{ periodic: 'equally far apart', random: 'at random' }}
        onChange={(arrival) => onChange({ ...driver, arrival })}
      />
      <ChoiceField
        label="A read gives"
        value={driver.input}
        options={{ fifo: 'the next item of a FIFO', counter: 'the next number' }}
        onChange={(input) => onChange({ ...driver, input })}
      />
      <ChoiceField
        label="Registers are accessed by"
        value={driver.access}
        options={{ naive: 'each replica itself', proxied: 'Romain, once for all' }}
        onChange={(access) => onChange({ ...driver, access })}
      />
    </div>
  );
}
