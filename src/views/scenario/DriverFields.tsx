import { groupDigits } from '../../draw/format.ts';
import type { WorkloadSpec } from '../../scenario/scenario.ts';
import { Fold } from '../shell/Fold.tsx';
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

/** How a device driver reaches its device, and, folded, the figures of both. */
export function DriverFields({ workload: driver, path, onChange }: Props) {
  return (
    <>
      <div className="generator">
        <ChoiceField
          label="Registers are accessed by"
          value={driver.access}
          options={{ naive: 'each replica itself', proxied: 'Romain, once for all' }}
          onChange={(access) => onChange({ ...driver, access })}
        />
        <ChoiceField
          label="A read gives"
          value={driver.input}
          options={{ fifo: 'the next item of a FIFO', counter: 'the next number' }}
          onChange={(input) => onChange({ ...driver, input })}
        />
      </div>
      <Fold id="driver-figures" name={figuresOf(driver)}>
        {() => <Figures workload={driver} path={path} onChange={onChange} />}
      </Fold>
    </>
  );
}

/** `200 interrupts, one every 250 000 cycles, each 1 read, 20 000 instructions, 1 write`. */
function figuresOf({ interrupts, every, reads, instructions, writes }: Props['workload']): string {
  return `${count(interrupts, 'interrupt')}, one every ${groupDigits(every)} cycles, each with ${count(reads, 'read')}, ${count(instructions, 'instruction')} and ${count(writes, 'write')}`;
}

function count(value: number, noun: string): string {
  return `${groupDigits(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function Figures({ workload: driver, path, onChange }: Props) {
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
    </div>
  );
}
