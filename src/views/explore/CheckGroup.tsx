import type { ReactNode } from 'react';

interface Props<T extends string | number> {
  readonly legend: string;
  readonly values: readonly T[];
  readonly chosen: readonly T[];
  readonly problem: string;
  readonly faceOf: (value: T) => ReactNode;
  readonly titleOf?: (value: T) => string;
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Several of a list, as check boxes; chosen ones stay in the order of the list. */
export function CheckGroup<T extends string | number>(props: Props<T>) {
  const { legend, values, chosen, problem, faceOf, titleOf, onChange } = props;
  // What the scenario says may be something that the list does not offer.
  const all = [...values, ...chosen.filter((value) => !values.includes(value))];
  const toggle = (value: T): void =>
    onChange(all.filter((other) => chosen.includes(other) !== (other === value)));
  return (
    <fieldset className="check-group">
      <legend>{legend}</legend>
      {all.map((value) => (
        <label key={value} className="check" title={titleOf?.(value)}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{faceOf(value)}</span>
        </label>
      ))}
      {problem !== '' && <span className="field-problem">{problem}</span>}
    </fieldset>
  );
}
