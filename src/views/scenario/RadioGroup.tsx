import { useId, useReducer } from 'react';
import type { ReactNode } from 'react';

interface Option<T extends string> {
  readonly value: T;
  readonly name: string;
  /** What is drawn; the name when absent. */
  readonly face?: ReactNode;
}

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  /** `undefined` = none is chosen. */
  readonly value: T | undefined;
  readonly className?: string;
  readonly onChange: (value: T) => void;
}

/** A segmented control of native radio buttons: one tab stop, arrows inside. */
export function RadioGroup<T extends string>(props: Props<T>) {
  const { label, options, value, className = '', onChange } = props;
  const name = useId();
  // Who shows the group hears of its store a moment after it is there. A press before that would be
  // taken back until then; rendering again makes React listen first.
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const choose = (next: T): void => {
    onChange(next);
    renderAgain();
  };
  return (
    <div role="radiogroup" aria-label={label} className={`segments ${className}`}>
      {options.map((option) => (
        <label key={option.value} title={option.name}>
          <input
            type="radio"
            name={name}
            value={option.value}
            aria-label={option.name}
            checked={option.value === value}
            onChange={() => choose(option.value)}
          />
          <span className="segment">{option.face ?? option.name}</span>
        </label>
      ))}
    </div>
  );
}
