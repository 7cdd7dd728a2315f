import { shownNumber } from '../../base/digits.ts';
import { t } from '../../base/language.ts';
import { NumberField } from './NumberField.tsx';

interface Props {
  readonly name: string;
  /** Its words are messages. */
  readonly parameter: {
    readonly title: string;
    readonly range: readonly [low: number, high: number];
    readonly unit?: string;
    readonly basis: string;
    readonly source: string;
  };
  /** Where the value lies in the scenario, such as `flow.dies`. */
  readonly path: string;
  readonly value: number;
  /** Does it differ from the usual value? */
  readonly changed: boolean;
  readonly onChange: (value: number) => void;
  readonly onReset: () => void;
}

/** A parameter of the model: its value, plausible range, basis and source. */
export function ParameterRow(props: Props) {
  const { name, parameter, path, value, changed, onChange, onReset } = props;
  const { range, unit, basis, source } = parameter;
  const title = t(parameter.title);
  const [low, high] = range;
  const outside = value < low || value > high;
  return (
    <li className={changed ? 'cost changed' : 'cost'}>
      <span className="cost-name">
        <code>{name}</code> {title}
      </span>
      <NumberField
        label={`${name}: ${title}`}
        hideLabel
        path={path}
        value={value}
        {...(unit !== undefined && { unit: t(unit) })}
        {...(outside && {
          remark: t('outside the plausible range {low} to {high}', {
            low: shownNumber(low),
            high: shownNumber(high),
          }),
        })}
        onChange={onChange}
      />
      <button
        type="button"
        className="text-button"
        aria-label={t('Reset {name}', { name })}
        disabled={!changed}
        onClick={onReset}
      >
        {t('Reset')}
      </button>
      <span className="cost-basis">
        {shownNumber(low)}–{shownNumber(high)} · <i>{t(source)}</i> · {t(basis)}
      </span>
    </li>
  );
}
