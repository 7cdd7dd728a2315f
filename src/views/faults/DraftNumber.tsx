import { t } from '../../base/language.ts';
import { readGrouped, writeGrouped } from '../scenario/read-grouped.ts';
import { TypedFrame } from '../scenario/TypedFrame.tsx';

interface Props {
  readonly label: string;
  readonly value: number | undefined;
  /** How the value is written; decimal, grouped, when absent. */
  readonly write?: (value: number) => string;
  readonly unit?: string;
  readonly problem?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A whole number of the draft, decimal or `0x…`. */
export function DraftNumber(props: Props) {
  const { value, write = writeGrouped, problem = '', disabled = false, ...frame } = props;
  return (
    <TypedFrame
      {...frame}
      text={value === undefined ? '' : write(value)}
      wrong={t('type a whole number')}
      problem={problem}
      input={{ spellCheck: false, placeholder: t('drawn'), disabled }}
      read={readWhole}
    />
  );
}

function readWhole(text: string): number | null {
  const number = readGrouped(text);
  return Number.isSafeInteger(number) ? number : null;
}
