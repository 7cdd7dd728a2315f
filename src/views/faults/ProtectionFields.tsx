import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import type { ProtectionSpec } from '../../scenario/scenario.ts';
import { NumberField } from '../scenario/NumberField.tsx';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { useApp, useAppState } from '../shell/app-context.ts';
import { PROTECTION_CHOICES } from './protection-words.ts';
import type { ProtectionChoice } from './protection-words.ts';

/** Instructions between two traps of the watchdog when it is switched on, as in its example. */
const WATCHDOG = 1_000_000;

/** How Romain compares and reacts: each choice with what it does, where it acts and whose it is. */
export function ProtectionFields() {
  const { faults } = useApp();
  const protection = useAppState((state) => state.scenario.protection);
  return (
    <ul className="protection">
      {PROTECTION_CHOICES.map((choice) => (
        <ProtectionRow
          key={choice.field}
          choice={choice}
          value={valueOf(choice, protection)}
          onChange={(value) => faults.changeProtection(changeOf(choice, value))}
        >
          {choice.field === 'watchdog' && protection.watchdog !== null && (
            <NumberField
              label={t('Every')}
              unit={t('instructions')}
              path="protection.watchdog"
              value={protection.watchdog}
              onChange={(watchdog) => faults.changeProtection({ watchdog }, 'protection.watchdog')}
            />
          )}
        </ProtectionRow>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly choice: ProtectionChoice;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children?: ReactNode;
}

function ProtectionRow({ choice, value, onChange, children }: RowProps) {
  const title = t(choice.title);
  const options = choice.options.map((option) => ({ ...option, name: t(option.name) }));
  const chosen = options.find((option) => option.value === value);
  return (
    <li>
      <div className="row">
        <span className="field-name">{title}</span>
        <RadioGroup label={title} options={options} value={value} onChange={onChange} />
        {children}
      </div>
      {chosen !== undefined && (
        <p className="quiet">
          {t(chosen.does)} <i>{t(chosen.source)}</i>
        </p>
      )}
    </li>
  );
}

function valueOf({ field }: ProtectionChoice, protection: ProtectionSpec): string {
  switch (field) {
    case 'watchdog':
      return protection.watchdog === null ? 'off' : 'on';
    case 'memoryIsolation':
      return protection.memoryIsolation ? 'on' : 'off';
    default:
      return protection[field];
  }
}

function changeOf({ field }: ProtectionChoice, value: string): Partial<ProtectionSpec> {
  switch (field) {
    case 'watchdog':
      return { watchdog: value === 'on' ? WATCHDOG : null };
    case 'memoryIsolation':
      return { memoryIsolation: value === 'on' };
    case 'comparison':
      return { comparison: value === 'full' ? 'full' : 'prototype' };
    case 'noMajority':
      return { noMajority: value === 'strict' ? 'strict' : 'prototype' };
    default:
      return { splitRecovery: value === 'what-if' ? 'what-if' : 'prototype' };
  }
}
