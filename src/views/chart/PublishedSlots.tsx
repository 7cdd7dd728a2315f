import { useState } from 'react';
import { t } from '../../base/language.ts';
import { PUBLISHED_BOUNDS } from '../../draw/chart/bounds.ts';
import { redundancyLabel } from '../../draw/chart/live-bars.ts';
import { METHOD_NAMES } from './finding.ts';
import { parsePercent } from './published.ts';

interface Props {
  /** Workload that the values belong to. */
  readonly workload: string;
  readonly values: Readonly<Record<string, number>>;
  readonly onEnter: (slot: string, percent: number | null) => void;
}

const METHODS = ['polling', 'ipc', 'migration'] as const;
const REDUNDANCIES = [3, 2] as const;

/** Empty places for published values: no bar heights are available, so a person may type them in. */
export function PublishedSlots({ workload, values, onEnter }: Props) {
  return (
    <div className="published">
      <p>
        {t(
          'The bar heights of the published chart could not be obtained. Known are only bounds, drawn as brackets: {bounds}. Values that you type in are drawn as a hollow diamond, stay in this browser, and are marked as entered by you.',
          { bounds: PUBLISHED_BOUNDS.map((bound) => t(bound.source)).join('; ') },
        )}
      </p>
      <table>
        <caption>
          {t('Published overhead of {workload} in %, entered by you', { workload })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Method')}</th>
            {REDUNDANCIES.map((redundancy) => (
              <th key={redundancy} scope="col">
                {redundancyLabel(redundancy)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {METHODS.map((method) => (
            <tr key={method}>
              <th scope="row">{t(METHOD_NAMES[method])}</th>
              {REDUNDANCIES.map((redundancy) => {
                const slot = `${method}-${redundancy}`;
                return (
                  <td key={`${workload}-${slot}`}>
                    <SlotField
                      name={t('{method} under {redundancy}, published percent', {
                        method: t(METHOD_NAMES[method]),
                        redundancy: redundancyLabel(redundancy),
                      })}
                      value={values[slot]}
                      onEnter={(percent) => onEnter(slot, percent)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly onEnter: (percent: number | null) => void;
}

function SlotField({ name, value, onEnter }: FieldProps) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const wrong = parsePercent(text) === undefined;
  return (
    <>
      <input
        aria-label={name}
        aria-invalid={wrong}
        inputMode="decimal"
        placeholder={t('empty')}
        size={6}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const percent = parsePercent(event.target.value);
          if (percent !== undefined) onEnter(percent);
        }}
      />
      {wrong && <span role="alert">{t('a percentage, 0 or more')}</span>}
    </>
  );
}
