import { t } from '../../../base/language.ts';
import type { WorkloadSpec } from '../../../scenario/scenario.ts';
import { PAGE_FAULTS } from '../../../store/sweep-draft.ts';
import { NumberEntry } from './NumberEntry.tsx';
import { entryName, groupByTitle } from '../../scenario/workload-names.ts';
import { useAppState } from '../../shell/app-context.ts';
import { draftWorkloadName } from './workload-words.ts';

interface Props {
  readonly workload: WorkloadSpec | null;
  readonly onChange: (workload: WorkloadSpec | null) => void;
}

const SYSTEM_CALLS: WorkloadSpec = { ...PAGE_FAULTS, trap: 'syscall' } as WorkloadSpec;
const RANDOM: WorkloadSpec = {
  kind: 'random',
  events: 30,
  instructions: 36_000,
  pagefaultShare: 0.5,
  seed: 1,
};

const GENERATED = { pagefaults: PAGE_FAULTS, syscalls: SYSTEM_CALLS, random: RANDOM } as const;

function choiceOf(workload: WorkloadSpec | null): string {
  if (workload === null) return 'lab';
  if (workload.kind === 'profile') return workload.id;
  if (workload.kind === 'random') return 'random';
  return workload.kind === 'periodic' && workload.trap === 'syscall' ? 'syscalls' : 'pagefaults';
}

interface FieldsProps extends Props {
  /** Which applications of the Lab are taken where no program is chosen. */
  readonly only?: 'first' | 'all';
}

/** What is taken, and from the Lab what beside it. */
function takenWords(workload: WorkloadSpec | null, only: 'first' | 'all'): string {
  if (only === 'first') {
    return workload === null
      ? t('The first application of the Lab, with its costs.')
      : t('One application, with costs as in the Lab.');
  }
  return workload === null
    ? t('All applications of the Lab, with its costs, machine and protection.')
    : t('One application, with costs, machine and protection as in the Lab.');
}

/** What is executed at every point of the sweep. */
export function WorkloadFields({ workload, only = 'all', onChange }: FieldsProps) {
  const entries = useAppState((state) => state.workloads) ?? [];
  const own = useAppState((state) => state.scenario.apps);
  const taken = only === 'first' ? own.slice(0, 1) : own;
  const choose = (choice: string): void => {
    if (choice === 'lab') onChange(null);
    else if (choice in GENERATED) onChange(GENERATED[choice as keyof typeof GENERATED]);
    else onChange({ kind: 'profile', id: choice });
  };
  return (
    <>
      <label className="text-field wide">
        <span>{t('Workload')}</span>
        <select
          aria-label={t('Workload of the sweep')}
          value={choiceOf(workload)}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="lab">
            {t('as in the Lab: {name}', { name: draftWorkloadName(null, taken) })}
          </option>
          <optgroup label={t('Generators')}>
            <option value="pagefaults">{t('page faults')}</option>
            <option value="syscalls">{t('system calls')}</option>
            <option value="random">{t('random traps')}</option>
          </optgroup>
          {groupByTitle(entries).map(([title, members]) => (
            <optgroup key={title} label={t(title)}>
              {members.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entryName(entry)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <GeneratorFields workload={workload} onChange={onChange} />
      <p className="quiet">{takenWords(workload, only)}</p>
    </>
  );
}

/** Numbers of a generated program. */
function GeneratorFields({ workload, onChange }: Props) {
  if (workload?.kind !== 'periodic' && workload?.kind !== 'random') return null;
  return (
    <div className="axis-range">
      <NumberEntry
        label={t('Traps')}
        value={workload.events}
        least={1}
        most={100_000}
        onChange={(events) => onChange({ ...workload, events })}
      />
      <NumberEntry
        label={t('Instructions between')}
        value={workload.instructions}
        least={0}
        most={1e9}
        onChange={(instructions) => onChange({ ...workload, instructions })}
      />
    </div>
  );
}
