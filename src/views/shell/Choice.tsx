interface Option<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly title: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly className: string;
  /** Stands before the options, for the eye. */
  readonly lead?: string;
  readonly onChange: (value: T) => void;
}

/** Buttons side by side, one of which is pressed. */
export function Choice<T extends string>(props: Props<T>) {
  const { label, options, value: chosen, className, lead, onChange } = props;
  return (
    <fieldset className={className} aria-label={label}>
      {lead !== undefined && <span aria-hidden="true">{lead}</span>}
      {options.map(({ value, name, title }) => (
        <button
          key={value}
          type="button"
          title={title}
          aria-pressed={value === chosen}
          onClick={() => onChange(value)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
