import { useId } from 'react';

import { t } from '../../base/language.ts';
import { appliesTo } from '../../scenario/fault-rules.ts';
import type { FaultForm } from './form.ts';
import { TARGET_GROUPS, TARGET_WORDS } from './target-words.ts';

/** What the fault hits, named as in the prototype's injector, with one line that says what it is. */
export function TargetField({ form }: { readonly form: FaultForm }) {
  const { fault, problems, standpoint, change } = form;
  const name = useId();
  const app = standpoint.scenario.apps[fault.app];
  return (
    <fieldset className="targets">
      <legend className="visually-hidden">{t('Target')}</legend>
      {TARGET_GROUPS.map(([group, targets]) => (
        <div key={group} className="target-group">
          <span className="field-name">{t(group)}</span>
          <span className="segments">
            {targets.map((target) => (
              <label key={target} title={t(TARGET_WORDS[target])}>
                <input
                  type="radio"
                  name={name}
                  value={target}
                  aria-label={`${target}: ${t(TARGET_WORDS[target])}`}
                  disabled={app !== undefined && !appliesTo(target, app)}
                  checked={fault.target === target}
                  onChange={() => change({ target })}
                />
                <code className="segment">{target}</code>
              </label>
            ))}
          </span>
        </div>
      ))}
      <p className="quiet">
        <code>{fault.target}</code>: {t(TARGET_WORDS[fault.target])}
      </p>
      {problems.has('target') && <p className="field-problem">{problems.get('target')}</p>}
    </fieldset>
  );
}
