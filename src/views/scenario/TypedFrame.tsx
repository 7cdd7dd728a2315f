import { useId, useState } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';

interface Props<T> {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** The value as it is written while nobody types. */
  readonly text: string;
  readonly unit?: string | undefined;
  /** What stands behind the field. */
  readonly after?: ReactNode;
  /** How wide the field is, as a class; that of a number when absent. */
  readonly width?: string;
  /** What is said about a text that stands for nothing. */
  readonly wrong: string;
  /** What is wrong with the value; '' when nothing is. */
  readonly problem?: string;
  /** Said where nothing is wrong. */
  readonly remark?: string | undefined;
  readonly input?: InputHTMLAttributes<HTMLInputElement>;
  /** What a text stands for, `null` when for nothing. */
  readonly read: (text: string) => T | null;
  readonly onChange: (value: T) => void;
}

/** A field whose text is read: text that stands for nothing stays in the field, says so, and changes nothing. */
export function TypedFrame<T>(props: Props<T>) {
  const {
    label,
    hideLabel = false,
    text,
    unit,
    after,
    width = 'number-input',
    input,
    read,
    onChange,
  } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const problem = typed !== null && read(typed) === null ? props.wrong : (props.problem ?? '');
  const note = problem === '' ? (props.remark ?? '') : problem;
  const change = (next: string): void => {
    setTyped(next);
    const value = read(next);
    if (value !== null) onChange(value);
  };
  return (
    <span className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-name'}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={`num ${width}`}
        type="text"
        autoComplete="off"
        value={typed ?? text}
        aria-invalid={problem !== ''}
        aria-describedby={note === '' ? undefined : `${id}-note`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {unit !== undefined && <span className="unit">{unit}</span>}
      {after}
      {note !== '' && (
        <span id={`${id}-note`} className={problem === '' ? 'field-remark' : 'field-problem'}>
          {note}
        </span>
      )}
    </span>
  );
}
