import { t } from '../../base/language.ts';
import type { Prediction } from '../../lessons/answers.ts';
import type { Said } from '../../store/lessons-kept.ts';

interface Props {
  /** `null` = nothing is chosen yet. */
  readonly prediction: Prediction | null;
  readonly onSay: (said: Said) => void;
}

/** Commits to a prediction, or to none, and lets the run go on. */
export function SayButtons({ prediction, onSay }: Props) {
  return (
    <>
      <p className="lesson-say">
        <button
          type="button"
          className="text-button primary"
          disabled={prediction === null}
          onClick={() => {
            if (prediction !== null) onSay(prediction);
          }}
        >
          {t('Run and see')}
        </button>
        <button type="button" className="text-button" onClick={() => onSay('unknown')}>
          {t('I don’t know')}
        </button>
      </p>
      <p className="quiet">{t('What comes next stays hidden until then.')}</p>
    </>
  );
}
