import { t } from '../../base/language.ts';
import { readGrouped, writeGrouped } from './read-grouped.ts';
import { TypedFrame } from './TypedFrame.tsx';
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

/** A number of the scenario that a person types. */
export function NumberField({ path, value, ...frame }: Props) {
  const problem = useProblemAt(path);
  return (
    <TypedFrame
      {...frame}
      text={writeGrouped(value)}
      wrong={t('type a number')}
      problem={problem}
      input={{ inputMode: 'decimal' }}
      read={readNumber}
    />
  );
}

function readNumber(text: string): number | null {
  const number = readGrouped(text);
  return Number.isFinite(number) ? number : null;
}
