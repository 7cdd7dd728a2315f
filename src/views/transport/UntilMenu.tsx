import { useId, useState } from 'react';

import { msg, t } from '../../base/language.ts';
import type { Condition } from '../../scenario/condition.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import type { HeldRun } from '../../store/held.ts';
import { BreakpointList } from './BreakpointList.tsx';
import { amountOf, CONDITION_KINDS, firstOf, withAmount } from './condition-draft.ts';
import type { AmountUnit } from './condition-draft.ts';
import { WhichField } from './WhichField.tsx';

const KIND_WORDS: Readonly<Record<Condition['kind'], string>> = {
  mismatch: msg('a mismatch is found'),
  incident: msg('a fault does something'),
  wait: msg('a replica has waited for more than'),
  events: msg('more events are completed'),
  time: msg('the time is'),
  'event-kind': msg('the kernel applies'),
  core: msg('something happens on'),
  replica: msg('something happens to'),
};

const UNIT_WORDS: Readonly<Record<AmountUnit, { readonly unit: string; readonly label: string }>> =
  {
    cycles: { unit: msg('cycles'), label: msg('Number of cycles') },
    events: { unit: msg('events'), label: msg('Number of events') },
    µs: { unit: msg('µs'), label: msg('Time in µs') },
  };

/** Sets what "run until" looks for, looks for it, and lists the breakpoints. */
export function UntilMenu() {
  const run = useHeldRun();
  const until = useAppState((state) => state.until);
  const app = useAppState((state) => state.app);
  const { runUntil } = useApp();
  const kindId = useId();
  if (run === null) return null;
  return (
    <div className="until-panel">
      <div className="until-row">
        <label htmlFor={kindId}>{t('Until')}</label>
        <select
          id={kindId}
          value={until.kind}
          onChange={(event) =>
            runUntil.choose(firstOf(event.target.value as Condition['kind'], run, app))
          }
        >
          {CONDITION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(KIND_WORDS[kind])}
            </option>
          ))}
        </select>
        <WhichField condition={until} run={run} onChange={runUntil.choose} />
      </div>
      <AmountField key={until.kind} condition={until} run={run} />
      <Actions condition={until} />
      <BreakpointList plan={run.plan} />
    </div>
  );
}

function AmountField({ condition, run }: { readonly condition: Condition; readonly run: HeldRun }) {
  const { runUntil } = useApp();
  const { clockGHz } = run.plan;
  const amount = amountOf(condition, clockGHz);
  const [text, setText] = useState(amount?.text ?? '');
  const problemId = useId();
  if (amount === null) return null;
  const read = withAmount(condition, text, clockGHz);
  return (
    <div className="until-row">
      <input
        type="text"
        inputMode="decimal"
        aria-label={t(UNIT_WORDS[amount.unit].label)}
        aria-invalid={!read.ok}
        aria-describedby={read.ok ? undefined : problemId}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const next = withAmount(condition, event.target.value, clockGHz);
          if (next.ok) runUntil.choose(next.value);
        }}
      />
      <span>{t(UNIT_WORDS[amount.unit].unit)}</span>
      {!read.ok && (
        <p id={problemId} role="alert" className="field-problem">
          {read.error}
        </p>
      )}
    </div>
  );
}

function Actions({ condition }: { readonly condition: Condition }) {
  const { runUntil, breakpoints } = useApp();
  return (
    <div className="until-row">
      <button type="button" className="text-button" onClick={() => runUntil.go(-1)}>
        {t('Previous', {}, 'instant')}
      </button>
      <button type="button" className="text-button" onClick={() => runUntil.go(1)}>
        {t('Next', {}, 'instant')}
      </button>
      <button type="button" className="text-button" onClick={runUntil.play}>
        {t('Play until')}
      </button>
      {/* How many events are left is different at each instant. */}
      {condition.kind !== 'events' && (
        <button type="button" className="text-button" onClick={() => breakpoints.add(condition)}>
          {t('Add breakpoint')}
        </button>
      )}
    </div>
  );
}
