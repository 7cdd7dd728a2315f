import { useId, useState } from 'react';
import type { InputHTMLAttributes } from 'react';

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** The value as it is written while nobody types. */
  readonly text: string;
  readonly unit?: string | undefined;
  /** What is said about a text that is no such number. */
  readonly wrong: string;
  /** What is wrong with the value; '' when nothing is. */
  readonly problem: string;
  /** Said where nothing is wrong. */
  readonly remark?: string | undefined;
  readonly input?: InputHTMLAttributes<HTMLInputElement>;
  /** The number that a text stands for, `null` when for none. */
  readonly read: (text: string) => number | null;
  readonly onChange: (value: number) => void;
}

/** A field for a number: text that is none stays in the field, says so, and changes nothing. */
export function NumberFrame(props: Props) {
  const { label, hideLabel = false, text, unit, input, read, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const problem = typed !== null && read(typed) === null ? props.wrong : props.problem;
  const note = problem === '' ? (props.remark ?? '') : problem;
  const change = (next: string): void => {
    setTyped(next);
    const number = read(next);
    if (number !== null) onChange(number);
  };
  return (
    <span className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-name'}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className="num number-input"
        type="text"
        autoComplete="off"
        value={typed ?? text}
        aria-invalid={problem !== ''}
        aria-describedby={note === '' ? undefined : `${id}-note`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {unit !== undefined && <span className="unit">{unit}</span>}
      {note !== '' && (
        <span id={`${id}-note`} className={problem === '' ? 'field-remark' : 'field-problem'}>
          {note}
        </span>
      )}
    </span>
  );
}

/** A text without the spaces and underscores that group its digits, as a number; NaN when it is none. */
export function readGrouped(text: string): number {
  const compact = text.replaceAll(/[\s_]/gu, '');
  return compact === '' ? Number.NaN : Number(compact);
}
