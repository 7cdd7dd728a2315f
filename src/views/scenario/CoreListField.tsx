import { useId, useState } from 'react';

import { readCores } from './read-cores.ts';
import { useProblemAt } from './use-scenario.ts';

interface Props {
  readonly label: string;
  readonly path: string;
  readonly cores: readonly number[];
  readonly hideLabel?: boolean;
  readonly onChange: (cores: readonly number[]) => void;
}

/** A list of cores, typed as `1 2 3` or `C1, C2, C3`. */
export function CoreListField({ label, path, cores, hideLabel = false, onChange }: Props) {
  const [text, setText] = useState<string | null>(null);
  const problem = useProblemAt(path);
  const id = useId();
  const wrong = text !== null && readCores(text) === null ? 'type core numbers' : problem;

  const change = (typed: string): void => {
    setText(typed);
    const list = readCores(typed);
    if (list !== null) onChange(list);
  };

  return (
    <span className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-name'}>
        {label}
      </label>
      <input
        id={id}
        className="num core-input"
        type="text"
        autoComplete="off"
        value={text ?? cores.map((core) => `C${core}`).join(' ')}
        aria-invalid={wrong !== ''}
        aria-describedby={wrong === '' ? undefined : `${id}-note`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setText(null)}
      />
      {wrong !== '' && (
        <span id={`${id}-note`} className="field-problem">
          {wrong}
        </span>
      )}
    </span>
  );
}
