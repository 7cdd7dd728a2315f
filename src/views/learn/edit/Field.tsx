import { useId, useState } from 'react';
import type { ReactNode } from 'react';

import { shownNumber, typedNumber } from '../../../base/digits.ts';
import { t } from '../../../base/language.ts';

interface SelectProps<W extends string> {
  readonly label: string;
  readonly value: W;
  readonly options: readonly Choice<W>[];
  readonly problem?: string | null;
  readonly onChange: (value: W) => void;
}

/** One of a list; those of one group stand together. */
export interface Choice<W extends string = string> {
  readonly value: W;
  readonly name: string;
  readonly group?: string;
}

/** One of several words. */
export function SelectField<W extends string>(props: SelectProps<W>) {
  const { label, value, options, problem = null, onChange } = props;
  const groups = [...new Set(options.map(({ group = '' }) => group))];
  const choose = (text: string): void => {
    const chosen = options.find((option) => option.value === text);
    if (chosen !== undefined) onChange(chosen.value);
  };
  return (
    <label className="edit-field">
      <span>{label}</span>
      <select
        value={value}
        aria-invalid={problem !== null}
        onChange={({ target }) => choose(target.value)}
      >
        {groups.map((group) => {
          const mine = options.filter(({ group: of = '' }) => of === group);
          const list = mine.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ));
          return group === '' ? (
            list
          ) : (
            <optgroup key={group} label={group}>
              {list}
            </optgroup>
          );
        })}
      </select>
      <Problem text={problem} />
    </label>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  /** Are parts of one allowed? */
  readonly parts?: boolean;
  /** What it is counted in; empty = nothing that needs saying. */
  readonly unit?: string;
  readonly problem?: string | null;
  readonly onChange: (value: number) => void;
}

/** A number; what is none, or too small or large, is said and changes nothing. */
export function NumberField(props: NumberProps) {
  const { label, value, least = -Infinity, most = Infinity, parts = false, problem = null } = props;
  const { unit = '' } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? shownNumber(value);
  const wrong = typed === null ? null : whatIsWrong(typed, { least, most, parts });
  return (
    <div className="edit-field">
      <label htmlFor={id}>
        {label}
        {unit !== '' && <span className="quiet"> ({unit})</span>}
      </label>
      <input
        id={id}
        type="text"
        inputMode={parts ? 'decimal' : 'numeric'}
        value={text}
        aria-invalid={wrong !== null || problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => {
          setTyped(target.value);
          if (whatIsWrong(target.value, { least, most, parts }) === null) {
            props.onChange(readNumber(target.value));
          }
        }}
        onBlur={() => setTyped(null)}
      />
      <Problem id={`${id}-problem`} text={wrong ?? problem} />
    </div>
  );
}

function readNumber(text: string): number {
  return text.trim() === '' ? NaN : Number(typedNumber(text.trim()));
}

function whatIsWrong(
  text: string,
  { least, most, parts }: Required<Pick<NumberProps, 'least' | 'most' | 'parts'>>,
): string | null {
  const number = readNumber(text);
  if (!Number.isFinite(number)) return t('Type a number.');
  if (!parts && !Number.isInteger(number)) return t('Type a whole number.');
  if (number < least) return t('It must be {least} at least.', { least });
  return number > most ? t('It must be {most} at most.', { most }) : null;
}

/** What is wrong with a field; nothing where nothing is. */
export function Problem(props: { readonly text: string | null; readonly id?: string }) {
  const { text, id } = props;
  return (
    <span className="field-problem" id={id}>
      {text ?? ''}
    </span>
  );
}

/** A part of the form that is closed at first. */
export function Section(props: {
  readonly title: string;
  readonly count?: number;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const { title, count = 0, open = false, children } = props;
  return (
    <details className="edit-section" open={open}>
      <summary>
        {title}
        {count > 0 && <span className="quiet num"> {count}</span>}
      </summary>
      <div className="edit-fields">{children}</div>
    </details>
  );
}
