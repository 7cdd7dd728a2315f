interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  /** What can be chosen, with its words. */
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

/** One of a few things that a person chooses from a list. */
export function ChoiceField<T extends string>({ label, value, options, onChange }: Props<T>) {
  const choices = Object.entries(options) as [T, string][];
  return (
    <label className="field">
      <span className="field-name">{label}</span>
      <select
        value={value}
        onChange={({ target }) =>
          onChange(choices.find(([choice]) => choice === target.value)?.[0] ?? value)
        }
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
