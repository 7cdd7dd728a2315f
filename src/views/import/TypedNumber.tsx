import { t } from '../../base/language.ts';
import { readGrouped, writeGrouped } from '../scenario/read-grouped.ts';
import { TypedFrame } from '../scenario/TypedFrame.tsx';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly remark?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A number within bounds that a person types; one outside says so and changes nothing. */
export function TypedNumber({ value, least, most, onChange, ...frame }: Props) {
  const read = (text: string): number | null => {
    const number = readGrouped(text);
    return number >= least && number <= most ? number : null;
  };
  return (
    <TypedFrame
      {...frame}
      text={writeGrouped(value)}
      wrong={t('a number from {least} to {most}', {
        least: writeGrouped(least),
        most: writeGrouped(most),
      })}
      input={{ inputMode: 'decimal' }}
      read={read}
      onChange={onChange}
    />
  );
}
