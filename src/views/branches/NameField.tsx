import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';

import { t } from '../../base/language.ts';
import { MAX_BRANCH_NAME } from '../../scenario/note.ts';
import type { Branch } from '../../store/workspace.ts';
import { useApp } from '../shell/app-context.ts';

interface Props {
  readonly branch: Branch;
  /** `keys`: by Enter or Escape, so that the focus must go back to where it was. */
  readonly onEnd: (by: 'keys' | 'pointer') => void;
}

/** The name of a branch while it is typed: Enter takes it, Escape leaves it as it was. */
export function NameField({ branch, onEnd }: Props) {
  const { branches } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = (name: string | null, by: 'keys' | 'pointer'): void => {
    // When the field goes it loses the focus, too.
    if (ended.current) return;
    ended.current = true;
    if (name !== null) branches.rename(branch.id, name);
    onEnd(by);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Enter') end(event.currentTarget.value, 'keys');
    if (event.key === 'Escape') end(null, 'keys');
  };
  return (
    <input
      ref={field}
      className="branch-field"
      type="text"
      aria-label={t('New name of {name}', { name: branch.name })}
      defaultValue={branch.name}
      maxLength={MAX_BRANCH_NAME}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget }) => end(currentTarget.value, 'pointer')}
    />
  );
}
