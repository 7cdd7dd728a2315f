import { t } from '../../base/language.ts';
import { eventKindWords, actorName } from '../../analysis/log/names.ts';
import type { EventKind } from '../../kernel/events.ts';
import type { Condition } from '../../scenario/condition.ts';
import type { HeldRun } from '../../store/held.ts';
import { kindsOf } from './condition-draft.ts';

interface Props {
  readonly condition: Condition;
  readonly run: HeldRun;
  readonly onChange: (condition: Condition) => void;
}

/** Which event kind, core or replica a condition is about; nothing for the others. */
export function WhichField({ condition, run, onChange }: Props) {
  switch (condition.kind) {
    case 'event-kind':
      return (
        <Choice
          name={t('Event kind')}
          value={condition.event}
          choices={kindsOf(run).map((kind) => [kind, eventKindWords(kind)])}
          onChange={(event) => onChange({ ...condition, event: event as EventKind })}
        />
      );
    case 'core':
      return (
        <Choice
          name={t('Core')}
          value={String(condition.core)}
          choices={run.plan.resilient.map((_, core) => [String(core), `C${core}`])}
          onChange={(core) => onChange({ ...condition, core: Number(core) })}
        />
      );
    case 'replica':
      return (
        <Choice
          name={t('Replica')}
          value={`${condition.app} ${condition.replica}`}
          choices={replicasOf(run)}
          onChange={(value) => {
            const [app = 0, replica = 0] = value.split(' ').map(Number);
            onChange({ kind: 'replica', app, replica });
          }}
        />
      );
    default:
      return null;
  }
}

function replicasOf({ plan }: HeldRun): (readonly [string, string])[] {
  return plan.apps.flatMap(({ id, cores }) =>
    cores.map((_, replica) => [`${id} ${replica}`, actorName(plan, id, replica)] as const),
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ name, value, choices, onChange }: ChoiceProps) {
  return (
    <select aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
      {choices.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  );
}
