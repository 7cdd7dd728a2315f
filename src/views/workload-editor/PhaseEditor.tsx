import { t } from '../../base/language.ts';
import type { WorkloadSpec } from '../../scenario/scenario.ts';
import { MAX_PHASES } from '../../scenario/schema-phases.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';
import { NumberField } from '../scenario/NumberField.tsx';
import { useAppSpec } from '../scenario/use-scenario.ts';
import { inserted, moved, NEW_PHASE, replaced, without } from './phase-changes.ts';
import type { PhaseActions } from './PhaseCard.tsx';
import { PhaseCard } from './PhaseCard.tsx';
import { PhasePreview } from './PhasePreview.tsx';
import './workload-editor.css';

type Phases = Extract<WorkloadSpec, { readonly kind: 'phases' }>;

interface Props {
  /** Index of the app whose program it is. */
  readonly index: number;
  readonly onClose: () => void;
}

/** A program made of phases, as a person composes it; every change takes effect at once. */
export function PhaseEditor({ index, onClose }: Props) {
  const dialog = useModal();
  const { spec, editSpec } = useAppSpec(index);
  const { workload } = spec;
  // Undo may bring another workload back while the dialog is open.
  if (workload.kind !== 'phases') return null;
  const path = `apps[${index}].workload`;
  const edit = (next: Phases, typing?: string) => editSpec({ workload: next }, typing);
  return (
    <Dialog
      ref={dialog}
      className="phase-editor"
      title={t('Phases of {name}', { name: spec.name })}
      closedby="closerequest"
      onClose={onClose}
    >
      <div className="phase-columns">
        <div className="phase-list">
          <PhaseList workload={workload} path={path} onChange={edit} />
        </div>
        <PhasePreview workload={workload} />
      </div>
    </Dialog>
  );
}

interface ListProps {
  readonly workload: Phases;
  readonly path: string;
  readonly onChange: (workload: Phases, typing?: string) => void;
}

function PhaseList({ workload, path, onChange }: ListProps) {
  const { phases, seed, repeat = 1 } = workload;
  return (
    <>
      {phases.map((phase, i) => (
        <PhaseCard
          // Phases are told apart by their place alone.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          phase={phase}
          number={i + 1}
          path={`${path}.phases[${i}]`}
          actions={actionsOf(workload, i, onChange)}
        />
      ))}
      <div className="row">
        <button
          type="button"
          className="text-button"
          disabled={phases.length >= MAX_PHASES}
          onClick={() => onChange({ ...workload, phases: [...phases, NEW_PHASE] })}
        >
          {t('Add a phase')}
        </button>
        <NumberField
          label={t('All of it')}
          unit={t('{n, plural, one {time} other {times}}', { n: repeat })}
          path={`${path}.repeat`}
          value={repeat}
          onChange={(times) => onChange({ ...workload, repeat: times }, `${path}.repeat`)}
        />
        <NumberField
          label={t('Its seed')}
          path={`${path}.seed`}
          value={seed}
          onChange={(next) => onChange({ ...workload, seed: next }, `${path}.seed`)}
        />
      </div>
    </>
  );
}

function actionsOf(workload: Phases, i: number, onChange: ListProps['onChange']): PhaseActions {
  const { phases } = workload;
  const phase = phases[i] ?? NEW_PHASE;
  const set = (next: Phases['phases'], typing?: string) =>
    onChange({ ...workload, phases: next }, typing);
  return {
    change: (next, typing) => set(replaced(phases, i, next), typing),
    copy: () => set(inserted(phases, i + 1, phase).slice(0, MAX_PHASES)),
    remove: phases.length === 1 ? null : () => set(without(phases, i)),
    up: i === 0 ? null : () => set(moved(phases, i, -1)),
    down: i === phases.length - 1 ? null : () => set(moved(phases, i, 1)),
  };
}
