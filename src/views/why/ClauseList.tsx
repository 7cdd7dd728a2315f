import { Fragment, useId, useState } from 'react';

import type { CauseChain, CauseClause } from '../../analysis/causes/chain.ts';
import { toldClauses } from '../../analysis/causes/clause-numbers.ts';
import { clauseText } from '../../analysis/causes/clause-words.ts';
import { latenessText } from '../../analysis/causes/headline.ts';
import { t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { groupDigits } from '../../draw/format.ts';
import { capitalised, cyclesText } from '../machine/numbers.ts';
import { useApp } from '../shell/app-context.ts';
import { ClauseParts } from './ClauseParts.tsx';

interface Props {
  readonly plan: MachinePlan;
  readonly chain: CauseChain;
  readonly now: number;
  /** Index of the clause that is looked at; -1 = none. */
  readonly current: number;
}

/** The steps of a chain, numbered as on the timeline, and their sum. */
export function ClauseList({ plan, chain, now, current }: Props) {
  const [all, setAll] = useState(false);
  const told = toldClauses(chain, current);
  const isHidden = (i: number): boolean => !all && !told.has(i);
  const hidden = chain.clauses.filter((_, i) => isHidden(i));
  const at = chain.clauses.findIndex(({ from, to }) => now >= from && now < to);
  return (
    <>
      <ol className="chain causes">
        {chain.clauses.map((clause, i) => (
          <Fragment key={clause.first}>
            {i === at && <Now into={now - clause.from} step={i + 1} />}
            <Step
              {...{ plan, chain, clause, index: i, current: i === current, hidden: isHidden(i) }}
            />
            {i === 0 && <Earlier chain={chain} />}
          </Fragment>
        ))}
      </ol>
      {hidden.length > 0 && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {t('{n} more, {cycles}', { n: hidden.length, cycles: cyclesText(lengthOf(hidden)) })}
        </button>
      )}
      <p className="causes-sum">
        <span>{t('Sum of all steps')}</span>
        <span className="cycles">{groupDigits(lengthOf(chain.clauses))}</span>
      </p>
    </>
  );
}

function lengthOf(clauses: readonly CauseClause[]): number {
  return clauses.reduce((sum, { from, to }) => sum + to - from, 0);
}

interface StepProps {
  readonly plan: MachinePlan;
  readonly chain: CauseChain;
  readonly clause: CauseClause;
  readonly index: number;
  readonly current: boolean;
  readonly hidden: boolean;
}

function Step({ plan, chain, clause, index, current, hidden }: StepProps) {
  const { causes } = useApp();
  const [open, setOpen] = useState(false);
  const parts = useId();
  if (hidden) return null;
  return (
    <li className={current ? 'cause current' : 'cause'}>
      <button
        type="button"
        className="step"
        aria-current={current ? 'true' : undefined}
        title={t('Go to cycle {cycle}', { cycle: groupDigits(clause.from) })}
        onClick={() => causes.follow(index)}
      >
        <span className="no" aria-hidden="true">
          {index + 1}
        </span>
        <span>{capitalised(clauseText(plan, chain, clause))}</span>
        <span className="cycles">{groupDigits(clause.to - clause.from)}</span>
      </button>
      <button
        type="button"
        className="unfold"
        aria-label={t('What step {step} is made of', { step: index + 1 })}
        aria-expanded={open}
        aria-controls={parts}
        onClick={() => setOpen(!open)}
      />
      <div id={parts} className="unfolded" hidden={!open}>
        {open && <ClauseParts plan={plan} chain={chain} clause={clause} />}
      </div>
    </li>
  );
}

/** Above the step in which the playhead is: what stands above the rule is over. */
function Now({ into, step }: { readonly into: Cycles; readonly step: number }) {
  return (
    <li className="now" aria-current="step">
      {into === 0
        ? t('now, step {step} begins', { step })
        : t('now, {cycles} into step {step}', { cycles: cyclesText(into), step })}
    </li>
  );
}

/** Why the first step found a replica behind another one: a cause in an earlier event. */
function Earlier({ chain }: { readonly chain: CauseChain }) {
  const text = chain.earlier === null ? null : latenessText(chain.earlier, groupDigits);
  if (text === null) return null;
  return (
    <li className="earlier">
      <span className="no hollow" aria-hidden="true">
        1
      </span>
      <span>{text}</span>
    </li>
  );
}
