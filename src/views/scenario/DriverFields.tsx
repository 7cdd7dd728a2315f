import { msg, t } from '../../base/language.ts';
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
  ['interrupts', msg('Interrupts')],
  ['every', msg('One every'), msg('cycles')],
  ['reads', msg('Register reads for each')],
  ['instructions', msg('Computing for each'), msg('instructions')],
  ['writes', msg('Register writes for each')],
  ['seed', msg('Its seed')],
];

/** How a device driver reaches its device, and, folded, the figures of both. */
export function DriverFields({ workload: driver, path, onChange }: Props) {
  return (
    <>
      <div className="generator">
        <ChoiceField
          label={t('Registers are accessed by')}
          value={driver.access}
          options={{ naive: t('each replica itself'), proxied: t('Romain, once for all') }}
          onChange={(access) => onChange({ ...driver, access })}
        />
        <ChoiceField
          label={t('A read gives')}
          value={driver.input}
          options={{
            fifo: t('the next value of a FIFO'),
            counter: t('the next value of a counter'),
          }}
          onChange={(input) => onChange({ ...driver, input })}
        />
      </div>
      <Fold id="driver-figures" name={figuresOf(driver)}>
        {() => <Figures workload={driver} path={path} onChange={onChange} />}
      </Fold>
    </>
  );
}

/** `200 interrupts, one every 250 000 cycles, each with 1 read, 20 000 instructions and 1 write`. */
function figuresOf({ interrupts, every, reads, instructions, writes }: Props['workload']): string {
  return t(
    '{i, plural, one {{interrupts} interrupt} other {{interrupts} interrupts}}, one every {every} cycles, each with {r, plural, one {{reads} read} other {{reads} reads}}, {n, plural, one {{instructions} instruction} other {{instructions} instructions}} and {w, plural, one {{writes} write} other {{writes} writes}}',
    {
      i: interrupts,
      interrupts: groupDigits(interrupts),
      every: groupDigits(every),
      r: reads,
      reads: groupDigits(reads),
      n: instructions,
      instructions: groupDigits(instructions),
      w: writes,
      writes: groupDigits(writes),
    },
  );
}

function Figures({ workload: driver, path, onChange }: Props) {
  return (
    <div className="generator">
      {NUMBERS.map(([name, label, unit]) => (
        <NumberField
          key={name}
          label={t(label)}
          {...(unit !== undefined && { unit: t(unit) })}
          path={`${path}.${name}`}
          value={driver[name]}
          onChange={(value) => onChange({ ...driver, [name]: value }, `${path}.${name}`)}
        />
      ))}
      <ChoiceField
        label={t('Arrival')}
        value={driver.arrival}
        options={{ periodic: t('equally far apart'), random: t('at random') }}
        onChange={(arrival) => onChange({ ...driver, arrival })}
      />
    </div>
  );
}
