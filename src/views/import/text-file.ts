import { t } from '../../base/language.ts';

/** Pasted text as the file that it would be. */
export function textFile(text: string): File {
  return new File([text], t('pasted text'), { type: 'text/plain' });
}
