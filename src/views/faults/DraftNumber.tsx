import { useId, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number | undefined;
  /** How the value is written; decimal when absent. */
  readonly write?: (value: number) => string;
  readonly unit?: string;
  readonly problem?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A whole number of the draft, decimal or `0x…`; text that is none stays in the field and changes nothing. */
export function DraftNumber(props: Props) {
  const { label, value, write = String, unit, problem, disabled = false, onChange } = props;
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const wrong = text !== null && readWhole(text) === null ? 'type a whole number' : problem;
  const change = (typed: string): void => {
    setText(typed);
    const number = readWhole(typed);
    if (number !== null) onChange(number);
  };
  return (
    <span className="field">
      <label htmlFor={id} className="field-name">
        {label}
      </label>
      <input
        id={id}
        className="num number-input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder="drawn"
        disabled={disabled}
        value={text ?? (value === undefined ? '' : write(value))}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-note`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setText(null)}
      />
      {unit !== undefined && <span className="unit">{unit}</span>}
      {wrong !== undefined && (
        <span id={`${id}-note`} className="field-problem">
          {wrong}
        </span>
      )}
    </span>
  );
}

/** Digits may be grouped by spaces; `null` when it is no whole number. */
function readWhole(text: string): number | null {
  const compact = text.replaceAll(/[\s_]/gu, '');
  const number = compact === '' ? Number.NaN : Number(compact);
  return Number.isSafeInteger(number) ? number : null;
}
