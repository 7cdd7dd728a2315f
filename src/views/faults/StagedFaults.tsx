import { t } from '../../base/language.ts';
import { canStage, STAGED_FAULTS } from './fault-draft.ts';
import type { StagedFault } from './fault-draft.ts';
import type { FaultForm } from './form.ts';

interface Props {
  readonly form: FaultForm;
  readonly onChoose: (staged: StagedFault) => void;
}

/** Ready faults under one key each: they are injected at once, where and when the form says. */
export function StagedFaults({ form, onChoose }: Props) {
  const { fault, standpoint } = form;
  const app = standpoint.scenario.apps[fault.app];
  return (
    <fieldset className="staged">
      <legend className="field-name">{t('Staged, injected at once')}</legend>
      {STAGED_FAULTS.map((staged, index) => (
        <button
          key={staged.name}
          type="button"
          className="text-button"
          disabled={app === undefined || !canStage(staged, app)}
          onClick={() => onChoose(staged)}
        >
          <kbd aria-hidden="true">{index + 1}</kbd> {t(staged.name)}
        </button>
      ))}
    </fieldset>
  );
}
