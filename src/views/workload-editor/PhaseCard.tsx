import { msg, t } from '../../base/language.ts';
import type { PhaseSpec } from '../../workload/phases.ts';
import { NumberField } from '../scenario/NumberField.tsx';
import { GapFields } from './GapFields.tsx';
import { NEW_BURSTS, renamed, withBursts } from './phase-changes.ts';
import { TrapMix } from './TrapMix.tsx';

/** What can be done with a phase as a whole. */
export interface PhaseActions {
  readonly change: (phase: PhaseSpec, typing?: string) => void;
  readonly copy: () => void;
  /** `null` = it is the only one, the first, or the last. */
  readonly remove: (() => void) | null;
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
}

interface Props {
  readonly phase: PhaseSpec;
  readonly number: number;
  readonly path: string;
  readonly actions: PhaseActions;
}

/** One phase of a program. */
export function PhaseCard({ phase, number, path, actions }: Props) {
  const { change } = actions;
  // A file may hold an empty name.
  const name = phase.name?.trim() ?? '';
  const title =
    name === '' ? t('Phase {number}', { number }) : t('Phase {number}: {name}', { number, name });
  return (
    <fieldset className="phase-card">
      <legend>{title}</legend>
      <div className="row">
        <label className="field">
          <span className="field-name">{t('Name')}</span>
          <input
            type="text"
            value={phase.name ?? ''}
            placeholder={t('none', {}, 'name')}
            maxLength={40}
            onChange={({ target }) => change(renamed(phase, target.value), `${path}.name`)}
          />
        </label>
        <NumberField
          label={t('Traps')}
          path={`${path}.events`}
          value={phase.events}
          onChange={(events) => change({ ...phase, events }, `${path}.events`)}
        />
        <Buttons number={number} actions={actions} />
      </div>
      <GapFields
        gap={phase.gap}
        path={`${path}.gap`}
        onChange={(gap, typing) => change({ ...phase, gap }, typing)}
      />
      <TrapMix
        traps={phase.traps}
        path={`${path}.traps`}
        onChange={(traps, typing) => change({ ...phase, traps }, typing)}
      />
      <Bursts phase={phase} path={`${path}.bursts`} onChange={change} />
    </fieldset>
  );
}

function Buttons({ number, actions }: Pick<Props, 'number' | 'actions'>) {
  const buttons = [
    [t('Move up'), t('Move up: phase {number}', { number }), actions.up],
    [t('Move down'), t('Move down: phase {number}', { number }), actions.down],
    [t('Copy'), t('Copy: phase {number}', { number }), actions.copy],
    [t('Remove'), t('Remove: phase {number}', { number }), actions.remove],
  ] as const;
  return (
    <span className="row">
      {buttons.map(([name, label, act]) => (
        <button
          key={name}
          type="button"
          className="text-button"
          aria-label={label}
          disabled={act === null}
          onClick={() => act?.()}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

const BURST_FIELDS = [
  ['every', msg('After every'), msg('traps')],
  ['length', msg('a burst of'), msg('traps')],
  ['gap', msg('each'), msg('instructions apart')],
] as const;

interface BurstProps {
  readonly phase: PhaseSpec;
  readonly path: string;
  readonly onChange: (phase: PhaseSpec, typing?: string) => void;
}

function Bursts({ phase, path, onChange }: BurstProps) {
  const { bursts } = phase;
  return (
    <div className="row">
      <label className="field">
        <input
          type="checkbox"
          checked={bursts !== undefined}
          onChange={({ target }) => onChange(withBursts(phase, target.checked ? NEW_BURSTS : null))}
        />
        <span>{t('Bursts')}</span>
      </label>
      {bursts !== undefined &&
        BURST_FIELDS.map(([name, label, unit]) => (
          <NumberField
            key={name}
            label={t(label)}
            unit={t(unit)}
            path={`${path}.${name}`}
            value={bursts[name]}
            onChange={(value) =>
              onChange(withBursts(phase, { ...bursts, [name]: value }), `${path}.${name}`)
            }
          />
        ))}
    </div>
  );
}
