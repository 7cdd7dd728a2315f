import { useState } from 'react';

import { t } from '../../../base/language.ts';
import { groupDigits } from '../../../draw/format.ts';
import { readGrouped, writeGrouped } from '../../scenario/read-grouped.ts';
import { DraftField } from '../DraftField.tsx';

interface Props {
  readonly label: string;
  readonly value: number;
  /** Inclusive. */
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number; text that is none stays in the field, says so, and changes nothing. */
export function NumberEntry({ label, value, least, most, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | null => {
    const number = readGrouped(text);
    return Number.isInteger(number) && number >= least && number <= most ? number : null;
  };
  const wrong = typed !== null && read(typed) === null;
  const change = (text: string): void => {
    const number = read(text);
    setTyped(number === null ? text : null);
    if (number !== null) onChange(number);
  };
  return (
    <DraftField
      label={label}
      value={typed ?? writeGrouped(value)}
      problem={
        wrong
          ? t('must be a whole number from {least} to {most}', {
              least: groupDigits(least),
              most: groupDigits(most),
            })
          : ''
      }
      onChange={change}
    />
  );
}
