import { t } from '../../base/language.ts';
import { PROGRAM_TRAP_KINDS } from '../../base/vocabulary.ts';
import type { ProgramTrapKind } from '../../base/vocabulary.ts';
import type { WorkloadSpec } from '../../scenario/scenario.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { NumberField } from './NumberField.tsx';

interface Props {
  readonly workload: Extract<WorkloadSpec, { readonly kind: 'periodic' | 'random' }>;
  /** Where the workload lies in the scenario. */
  readonly path: string;
  readonly onChange: (workload: WorkloadSpec, typing?: string) => void;
}

const TRAPS = Object.fromEntries(PROGRAM_TRAP_KINDS.map((kind) => [kind, kind])) as Readonly<
  Record<ProgramTrapKind, string>
>;

/** The figures of traps that come periodically or at random. */
export function EventFields({ workload, path, onChange }: Props) {
  return (
    <div className="generator">
      <NumberField
        label={t('Events')}
        path={`${path}.events`}
        value={workload.events}
        onChange={(events) => onChange({ ...workload, events }, `${path}.events`)}
      />
      <NumberField
        label={workload.kind === 'periodic' ? t('Every') : t('Every, on average')}
        unit={t('instructions')}
        path={`${path}.instructions`}
        value={workload.instructions}
        onChange={(instructions) => onChange({ ...workload, instructions }, `${path}.instructions`)}
      />
      {workload.kind === 'periodic' ? (
        <ChoiceField
          label={t('Trap')}
          value={workload.trap}
          options={TRAPS}
          onChange={(trap) => onChange({ ...workload, trap })}
        />
      ) : (
        <>
          <NumberField
            label={t('Share of page faults')}
            path={`${path}.pagefaultShare`}
            value={workload.pagefaultShare}
            onChange={(pagefaultShare) =>
              onChange({ ...workload, pagefaultShare }, `${path}.pagefaultShare`)
            }
          />
          <NumberField
            label={t('Its seed')}
            path={`${path}.seed`}
            value={workload.seed}
            onChange={(seed) => onChange({ ...workload, seed }, `${path}.seed`)}
          />
        </>
      )}
    </div>
  );
}
