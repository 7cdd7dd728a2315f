import { useId, useState } from 'react';

import { Icon } from '../shell/icons.tsx';
import { readSeed, seedText } from './read-seed.ts';
import { useScenario } from './use-scenario.ts';

/** The seed of the run, in hexadecimal as on the badge. */
export function SeedField() {
  const { scenario, edit } = useScenario();
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const wrong = text !== null && readSeed(text) === null;
  const change = (typed: string): void => {
    setText(typed);
    const seed = readSeed(typed);
    if (seed !== null) edit({ seed }, 'seed');
  };
  const roll = (): void => {
    setText(null);
    edit({ seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 });
  };
  return (
    <span className="field">
      <label htmlFor={id} className="field-name">
        Seed
      </label>
      <input
        id={id}
        className="num core-input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text ?? seedText(scenario.seed)}
        aria-invalid={wrong}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setText(null)}
      />
      <button type="button" className="tool" aria-label="Another seed" onClick={roll}>
        <Icon name="dice" />
      </button>
      {wrong && <span className="field-problem">type one to eight hexadecimal digits</span>}
    </span>
  );
}
