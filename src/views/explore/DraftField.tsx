import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly unit?: string;
  readonly value: string;
  readonly problem: string;
  /** For lists. */
  readonly wide?: boolean;
  readonly onChange: (value: string) => void;
}

/** A text that a person types; what is wrong with it stands below it. */
export function DraftField({ label, unit = '', value, problem, wide = false, onChange }: Props) {
  const id = useId();
  return (
    <div className={wide ? 'text-field wide' : 'text-field'}>
      <label htmlFor={id}>{label}</label>
      <span>
        <input
          id={id}
          className="num"
          type="text"
          inputMode={wide ? 'text' : 'decimal'}
          autoComplete="off"
          value={value}
          aria-invalid={problem !== ''}
          aria-describedby={problem === '' ? undefined : `${id}-note`}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit !== '' && <span className="unit">{unit}</span>}
      </span>
      {problem !== '' && (
        <span id={`${id}-note`} className="field-problem">
          {problem}
        </span>
      )}
    </div>
  );
}
