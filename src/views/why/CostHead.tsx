import { t } from '../../base/language.ts';
import { COST_PARAMETERS } from '../../kernel/costs.ts';
import type { CostName } from '../../kernel/costs.ts';

/** The head of a table row that is about a cost parameter: its name, what it is and its source. */
export function CostHead({ name }: { readonly name: CostName }) {
  const { title, source } = COST_PARAMETERS[name];
  return (
    <th scope="row">
      {name}
      <span className="what">
        {t(title)} ({t(source)})
      </span>
    </th>
  );
}
