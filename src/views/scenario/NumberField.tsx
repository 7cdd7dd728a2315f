import { useId, useState } from 'react';

import { useProblemAt } from './use-scenario.ts';

interface Props {
  readonly label: string;
  /** Where the value lies in the scenario, such as `machine.cpi`. */
  readonly path: string;
  readonly value: number;
  readonly unit?: string;
  /** A remark that is not an error, such as a value out of its plausible range. */
  readonly remark?: string;
  readonly hideLabel?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number that a person types; text that is no number stays in the field and changes nothing. */
export function NumberField(props: Props) {
  const { label, path, value, unit, remark, hideLabel = false, onChange } = props;
  const [text, setText] = useState<string | null>(null);
  const serverProblem = useProblemAt(path);
  const id = useId();
  const wrong = text !== null && readNumber(text) === null ? 'type a number' : serverProblem;
  const note = wrong === '' ? (remark ?? '') : wrong;

  const change = (typed: string): void => {
    setText(typed);
    const number = readNumber(typed);
    if (number !== null) onChange(number);
  };

  return (
    <span className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-name'}>
        {label}
      </label>
      <input
        id={id}
        className="num number-input"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text ?? String(value)}
        aria-invalid={wrong !== ''}
        aria-describedby={note === '' ? undefined : `${id}-note`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setText(null)}
      />
      {unit !== undefined && <span className="unit">{unit}</span>}
      {note !== '' && (
        <span id={`${id}-note`} className={wrong === '' ? 'field-remark' : 'field-problem'}>
          {note}
        </span>
      )}
    </span>
  );
}

/** Digits may be grouped by spaces; `null` when it is no number. */
function readNumber(text: string): number | null {
  const compact = text.replaceAll(/[\s_]/gu, '');
  const number = compact === '' ? Number.NaN : Number(compact);
  return Number.isFinite(number) ? number : null;
}
