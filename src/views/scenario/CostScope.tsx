import { t } from '../../base/language.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { useInstantName } from './use-instant-name.ts';

/** What a change of a cost is to hold for. */
export type CostScope = 'run' | 'instant';

interface Props {
  readonly value: CostScope;
  readonly onChange: (scope: CostScope) => void;
}

/** Do changes hold for the whole run, or from the playhead on? */
export function CostScope({ value, onChange }: Props) {
  const instant = useInstantName();
  return (
    <>
      <div className="row">
        <span className="field-name">{t('Changes hold for')}</span>
        <RadioGroup
          label={t('Changes hold for')}
          options={[
            { value: 'run', name: t('the whole run') },
            { value: 'instant', name: t('{instant} and after', { instant }) },
          ]}
          value={value}
          onChange={onChange}
        />
      </div>
      {value === 'instant' && (
        <p className="quiet">
          {t(
            'Another value makes a branch that runs as this one does until the playhead, and with the new value from there on; this one stays as it is.',
          )}
        </p>
      )}
    </>
  );
}
