import { memo } from 'react';

import { eventKindWords } from '../../analysis/log/names.ts';
import type { StepGroup } from '../../analysis/log/step-groups.ts';
import { msg, t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { PLAIN_LOG } from '../../store/log.ts';
import type { LogKinds, LogView } from '../../store/log.ts';
import { useApp } from '../shell/app-context.ts';
import type { LogOptions } from './log-options.ts';

interface Props {
  readonly view: LogView;
  readonly options: LogOptions;
}

const GROUP_WORDS: Readonly<Record<StepGroup, string>> = {
  trap: msg('trap'),
  signal: msg('signal in'),
  compare: msg('compare'),
  handle: msg('handle'),
  resume: msg('signal out and resume'),
  turns: msg('turns on a shared core'),
  fault: msg('fault'),
};

/** Which rows the log shows. */
export const LogFilters = memo(function LogFilters({ view, options }: Props) {
  const { log } = useApp();
  const { kinds, core, replica, app } = view;
  const plain = kinds === 'all' && core === null && replica === null && app === null;
  return (
    <fieldset className="log-filters">
      <legend className="visually-hidden">{t('Rows shown')}</legend>
      <KindField kinds={kinds} options={options} />
      <NumberField
        name={t('Core')}
        any={t('any core')}
        value={core}
        choices={options.cores.map((id) => ({ id, name: `C${id}` }))}
        onChange={(next) => log.set({ core: next })}
      />
      <NumberField
        name={t('Replica')}
        any={t('any replica')}
        value={replica}
        choices={options.replicas.map((id) => ({ id, name: `R${id}` }))}
        onChange={(next) => log.set({ replica: next })}
      />
      <NumberField
        name={t('Application')}
        any={t('any app')}
        value={app}
        choices={options.apps}
        onChange={(next) => log.set({ app: next })}
      />
      {!plain && (
        <button
          type="button"
          className="text-button"
          onClick={() => log.set({ ...PLAIN_LOG, query: view.query })}
        >
          {t('Show all')}
        </button>
      )}
    </fieldset>
  );
});

function KindField({ kinds, options }: { readonly kinds: LogKinds; readonly options: LogOptions }) {
  const { log } = useApp();
  return (
    <select
      aria-label={t('Kind')}
      value={kinds}
      onChange={(event) => log.set({ kinds: event.target.value as LogKinds })}
    >
      <option value="all">{t('any kind')}</option>
      {options.incidents > 0 && (
        <option value="incidents">
          {t('incidents ({count})', { count: groupDigits(options.incidents) })}
        </option>
      )}
      {options.groups.map(({ group, kinds: some }) => (
        <optgroup key={group} label={t(GROUP_WORDS[group])}>
          <option value={`group:${group}`}>
            {t('all of {group}', { group: t(GROUP_WORDS[group]) })}
          </option>
          {some.map((kind) => (
            <option key={kind} value={`kind:${kind}`}>
              {eventKindWords(kind)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly any: string;
  readonly value: number | null;
  readonly choices: readonly { readonly id: number; readonly name: string }[];
  readonly onChange: (next: number | null) => void;
}

/** Nothing to choose from is not shown. */
function NumberField({ name, any, value, choices, onChange }: NumberFieldProps) {
  if (choices.length < 2) return null;
  return (
    <select
      aria-label={name}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  );
}
