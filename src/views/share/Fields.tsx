import { useId } from 'react';
import type { ReactNode } from 'react';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of some named values. */
export function Select<T extends string>({ label, options, value, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as T)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** Yes or no. */
export function Check({ checked, onChange, children }: CheckProps) {
  return (
    <label className="share-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  /** What is typed counts while it lies in these bounds, both included. */
  readonly bounds: readonly [least: number, most: number];
  readonly onChange: (value: number) => void;
}

/** A whole number. */
export function WholeNumber({ label, value, bounds: [least, most], onChange }: NumberProps) {
  const id = useId();
  const read = (text: string): void => {
    const typed = Math.round(Number(text));
    if (typed >= least && typed <= most) onChange(typed);
  };
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="num"
        type="number"
        min={least}
        max={most}
        defaultValue={value}
        onChange={({ target }) => read(target.value)}
      />
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Longest text of a field. UTF-16 code units. */
const MAX_TEXT = 200;

/** A line of text. */
export function TextLine({ label, value, onChange }: TextProps) {
  const id = useId();
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={MAX_TEXT}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
