import { t } from '../../base/language.ts';

/** Stands where the browser gives no canvas to draw in. */
export function NoPicture() {
  return (
    <p role="alert" className="field-problem">
      {t(
        'Nothing can be drawn here, as the browser refuses it: a setting or an extension may forbid it, or its memory is used up. All else still works.',
      )}
    </p>
  );
}
