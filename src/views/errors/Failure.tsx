import { t } from '../../base/language.ts';
import { failureWords } from './failure-words.ts';

interface Props {
  readonly name: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Stands where a part of the page should be: what is wrong, and the way to try again. */
export function Failure({ name, error, onRetry }: Props) {
  return (
    <div role="alert" className="waiting">
      <p>{failureWords(name, error)}</p>
      <button type="button" className="text-button" onClick={onRetry}>
        {t('Try again')}
      </button>
      <p className="quiet">{String(error)}</p>
    </div>
  );
}
