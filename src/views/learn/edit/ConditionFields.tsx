import { msg, t } from '../../../base/language.ts';
import { eventKindWords } from '../../../analysis/log/names.ts';
import type { StopSpec } from '../../../lessons/lesson.ts';
import { EVENT_KINDS } from '../../../kernel/events.ts';
import type { Condition } from '../../../scenario/condition.ts';
import { NumberField, SelectField } from './Field.tsx';

type Until = Extract<StopSpec, { readonly kind: 'until' }>;

interface Props {
  readonly stop: Until;
  readonly onChange: (stop: StopSpec, key: string) => void;
}

const CONDITION_NAMES: Readonly<Record<Condition['kind'], string>> = {
  incident: msg('a fault does something, or something is done about it'),
  mismatch: msg('Romain finds a mismatch'),
  'event-kind': msg('a kernel step of a kind'),
  wait: msg('a replica waits longer than'),
  core: msg('something happens on a core'),
  replica: msg('something happens to a replica'),
  events: msg('so many events are completed'),
  time: msg('a cycle is reached'),
};

/** What a run is stopped by, and from which event on it is looked for. */
export function ConditionFields({ stop, onChange }: Props) {
  const { condition, event } = stop;
  return (
    <>
      <SelectField
        label={t('Where')}
        value={condition.kind}
        options={CONDITIONS.map((value) => ({ value, name: t(CONDITION_NAMES[value]) }))}
        onChange={(kind) => onChange({ ...stop, condition: newCondition(kind) }, 'condition')}
      />
      <Detail
        condition={condition}
        onChange={(next, key) => onChange({ ...stop, condition: next }, key)}
      />
      <NumberField
        label={t('Looked for from event')}
        value={(event ?? 0) + 1}
        least={1}
        most={1e9}
        onChange={(number) => {
          const { event: _, ...rest } = stop;
          onChange(number === 1 ? rest : { ...rest, event: number - 1 }, 'from');
        }}
      />
    </>
  );
}

const CONDITIONS = Object.keys(CONDITION_NAMES) as readonly Condition['kind'][];

interface DetailProps {
  readonly condition: Condition;
  readonly onChange: (condition: Condition, key: string) => void;
}

function Detail({ condition, onChange }: DetailProps) {
  const number = (label: string, value: number, make: (value: number) => Condition) => (
    <NumberField
      label={label}
      value={value}
      least={0}
      most={1e12}
      onChange={(next) => onChange(make(next), 'detail')}
    />
  );
  switch (condition.kind) {
    case 'event-kind':
      return (
        <SelectField
          label={t('Kernel step')}
          value={condition.event}
          options={EVENT_KINDS.map((value) => ({ value, name: eventKindWords(value) }))}
          onChange={(event) => onChange({ kind: 'event-kind', event }, 'detail')}
        />
      );
    case 'wait':
      return number(t('Cycles'), condition.cycles, (cycles) => ({ kind: 'wait', cycles }));
    case 'core':
      return number(t('Core'), condition.core, (core) => ({ ...condition, core: core % 64 }));
    case 'replica':
      return number(t('Replica'), condition.replica, (replica) => ({
        ...condition,
        replica: replica % 7,
      }));
    case 'events':
      return number(t('Events'), condition.count, (count) => ({
        ...condition,
        count: Math.max(1, count),
      }));
    case 'time':
      return number(t('Cycle'), condition.time, (time) => ({ kind: 'time', time }));
    case 'mismatch':
    case 'incident':
      return null;
    default:
      return condition satisfies never;
  }
}

function newCondition(kind: Condition['kind']): Condition {
  switch (kind) {
    case 'event-kind':
      return { kind, event: 'call-sent' };
    case 'wait':
      return { kind, cycles: 5000 };
    case 'core':
      return { kind, core: 0 };
    case 'replica':
      return { kind, app: 0, replica: 0 };
    case 'events':
      return { kind, app: 0, count: 10 };
    case 'time':
      return { kind, time: 0 };
    case 'mismatch':
    case 'incident':
      return { kind };
    default:
      return kind satisfies never;
  }
}
