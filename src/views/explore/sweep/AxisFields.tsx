import { msg, t } from '../../../base/language.ts';
import { PARAMETER_NAMES, parameterOf } from '../../../analysis/sweep/parameters.ts';
import type { ParameterName } from '../../../analysis/sweep/parameters.ts';
import { axisDraft } from '../../../store/sweep-draft.ts';
import type { AxisDraft, ReadSweep } from '../../../store/sweep-draft.ts';
import { RadioGroup } from '../../scenario/RadioGroup.tsx';
import { parameterName } from './axis-view.ts';
import { DraftField } from '../DraftField.tsx';

interface Props {
  /** Where problems of the axis are found. */
  readonly field: 'x' | 'y';
  readonly axis: AxisDraft | null;
  /** May there be none? */
  readonly optional?: boolean;
  readonly read: ReadSweep;
  readonly onChange: (axis: AxisDraft | null) => void;
}

const SCALES = [
  { value: 'linear', name: msg('linear') },
  { value: 'log', name: msg('logarithmic') },
  { value: 'list', name: msg('list') },
] as const;

/** One axis: which parameter, and its values. */
export function AxisFields({ field, axis, optional = false, read, onChange }: Props) {
  const problemAt = (name: string): string => {
    const path = `${field}.${name}`;
    return (
      read.problems.find((one) => one.path === path || one.path.startsWith(`${path}[`))?.message ??
      ''
    );
  };
  const note = problemAt('parameter');
  return (
    <>
      <label className="text-field wide">
        <span>{t('Parameter')}</span>
        <select
          value={axis?.parameter ?? ''}
          aria-invalid={note !== ''}
          onChange={({ target }) =>
            onChange(target.value === '' ? null : axisDraft(target.value as ParameterName))
          }
        >
          {optional && <option value="">{t('nothing else: one axis')}</option>}
          <ParameterOptions />
        </select>
      </label>
      {note !== '' && <p className="field-problem">{note}</p>}
      {axis !== null && <ValueFields axis={axis} problemAt={problemAt} onChange={onChange} />}
    </>
  );
}

const GROUPS = [...new Set(PARAMETER_NAMES.map((name) => parameterOf(name).group))];

function ParameterOptions() {
  return GROUPS.map((group) => (
    <optgroup key={group} label={t(group)}>
      {PARAMETER_NAMES.filter((name) => parameterOf(name).group === group).map((name) => (
        <option key={name} value={name}>
          {parameterName(name)}
        </option>
      ))}
    </optgroup>
  ));
}

interface ValueProps {
  readonly axis: AxisDraft;
  readonly problemAt: (name: string) => string;
  readonly onChange: (axis: AxisDraft) => void;
}

function ValueFields({ axis, problemAt, onChange }: ValueProps) {
  const { title, unit, range } = parameterOf(axis.parameter);
  const change = (part: Partial<AxisDraft>): void => onChange({ ...axis, ...part });
  const field = (name: 'from' | 'to' | 'steps') => ({
    value: axis[name],
    problem: problemAt(name),
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <>
      <p className="quiet">{t(title)}</p>
      {range.kind === 'number' && (
        <RadioGroup
          label={t('Values')}
          options={SCALES.map(({ value, name }) => ({ value, name: t(name) }))}
          value={axis.scale}
          onChange={(scale) => change({ scale })}
        />
      )}
      {axis.scale === 'list' ? (
        <DraftField
          wide
          label={t('Values, with commas between them')}
          value={axis.list}
          problem={problemAt('values')}
          onChange={(list) => change({ list })}
        />
      ) : (
        <div className="axis-range">
          <DraftField label={t('From')} {...field('from')} />
          <DraftField label={t('To')} {...field('to')} />
          <DraftField label={t('Steps')} {...field('steps')} />
          <span className="unit">{unit === '' ? '' : t(unit)}</span>
        </div>
      )}
    </>
  );
}
