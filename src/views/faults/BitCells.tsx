import { useId } from 'react';

import { t } from '../../base/language.ts';

interface Props {
  readonly bit: number | undefined;
  readonly problem: string | undefined;
  readonly onChange: (bit: number) => void;
}

const BITS = Array.from({ length: 32 }, (_, i) => 31 - i);

/** The bits of a word as cells, 31 on the left: one tab stop, arrows inside. */
export function BitCells({ bit, problem, onChange }: Props) {
  const name = useId();
  return (
    <div className="bits" role="radiogroup" aria-label={t('Bit')}>
      {BITS.map((cell) => (
        <label key={cell} title={t('bit {bit}', { bit: cell })}>
          <input
            type="radio"
            name={name}
            aria-label={t('bit {bit}', { bit: cell })}
            checked={cell === bit}
            onChange={() => onChange(cell)}
          />
          <span className="bit">
            {cell % 8 === 7 || cell % 8 === 0 || cell === bit ? cell : ''}
          </span>
        </label>
      ))}
      {problem !== undefined && <span className="field-problem">{problem}</span>}
    </div>
  );
}
