import { useId, useState } from 'react';

import { shownList, shownNumber, typedList, typedNumber } from '../../base/digits.ts';

interface Props {
  readonly label: string;
  readonly unit?: string;
  /** As code and links write it, with a point before decimals. */
  readonly value: string;
  readonly problem: string;
  /** For lists. */
  readonly wide?: boolean;
  readonly onChange: (value: string) => void;
}

/** A text that a person types; what is wrong with it stands below it. */
export function DraftField({ label, unit = '', value, problem, wide = false, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string } | null>(
    null,
  );
  // What is typed stays as it is typed, though code writes it in another way.
  const shown = typed?.value === value ? typed.text : (wide ? shownList : shownNumber)(value);
  const change = (text: string): void => {
    const read = (wide ? typedList : typedNumber)(text);
    setTyped({ text, value: read });
    onChange(read);
  };
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
          value={shown}
          aria-invalid={problem !== ''}
          aria-describedby={problem === '' ? undefined : `${id}-note`}
          onChange={(event) => change(event.target.value)}
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
