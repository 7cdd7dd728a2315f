import { t } from '../../../../base/language.ts';
import { HIGHLIGHT_GROUPS } from '../words.ts';
import type { Group } from './things.ts';
import type { Pointing } from './use-highlights.ts';

interface Props {
  readonly groups: readonly Group[];
  readonly pointing: Pointing;
}

/** Things by their names, each pressed or not. */
export function Chips({ groups, pointing }: Props) {
  const { chosen, full, toggle } = pointing;
  return groups
    .filter(({ things }) => things.length > 0)
    .map(({ kind, things }) => (
      <fieldset key={kind} className="edit-chips">
        <legend>{t(HIGHLIGHT_GROUPS[kind])}</legend>
        {things.map(({ text, name }) => {
          const on = chosen.includes(text);
          return (
            <button
              key={text}
              type="button"
              className="chip"
              aria-pressed={on}
              disabled={full && !on}
              onClick={() => toggle(text)}
            >
              {name}
            </button>
          );
        })}
      </fieldset>
    ));
}
