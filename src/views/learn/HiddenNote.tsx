import { t } from '../../base/language.ts';

/** Stands where the answer to the question of a lesson would be seen. */
export function HiddenNote() {
  return (
    <div className="region-slot overhead why lesson-hidden">
      <p className="waiting quiet">
        {t('A question waits. This comes when it is answered: why, and what it cost.')}
      </p>
    </div>
  );
}
