import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { failureWords } from '../errors/failure-words.ts';
import { useApp } from './app-context.ts';
import { Guard } from './Guard.tsx';
import { tryPartsAgain } from './lazy-part.tsx';
import { Part } from './Part.tsx';

interface Props {
  /** When this changes the dialog is tried again. */
  readonly resetKey: unknown;
  readonly onFail: () => void;
  readonly children: ReactNode;
}

/** A dialog whose code may not come: one that is not there must not keep the keys of the page, so `onFail` closes it. */
export function DialogGuard({ resetKey, onFail, children }: Props) {
  const { notify } = useApp();
  const giveUp = (error: unknown): void => {
    tryPartsAgain();
    onFail();
    notify('problem', failureWords(t('The dialog'), error));
  };
  return (
    <Guard name={t('The dialog')} resetKey={resetKey} onFail={giveUp}>
      <Part>{children}</Part>
    </Guard>
  );
}
