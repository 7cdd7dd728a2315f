import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { Icon } from '../shell/icons.tsx';

interface Props {
  readonly query: string;
  /** How many rows say it, and which of them was gone to (from 1; 0 = none yet). */
  readonly count: number;
  readonly at: number;
  readonly onFind: (direction: 1 | -1) => void;
}

/** Full-text search: Enter goes to the next row that says it, Shift+Enter to the one before. */
export function LogSearch({ query, count, at, onFind }: Props) {
  const { log } = useApp();
  const hint = useKeyHint('search');
  const field = useRef<HTMLInputElement>(null);
  const wanted = useAppState((state) => state.searching);
  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    field.current?.select();
    log.searchOpened();
  }, [wanted, log]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onFind(event.shiftKey ? -1 : 1);
  };
  return (
    <search className="log-search">
      <div className="log-field">
        <input
          ref={field}
          type="search"
          aria-label={t('Search the event log')}
          aria-keyshortcuts={hint.aria}
          placeholder={t('Search: R1 CALL')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => log.set({ query: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <output className="log-count">{countText(query, count, at)}</output>
      </div>
      <button
        type="button"
        className="tool up"
        aria-label={t('Previous match')}
        title={t('Previous match (Shift+Enter)')}
        disabled={count === 0}
        onClick={() => onFind(-1)}
      >
        <Icon name="down" size={16} />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('Next match')}
        title={t('Next match (Enter)')}
        disabled={count === 0}
        onClick={() => onFind(1)}
      >
        <Icon name="down" size={16} />
      </button>
    </search>
  );
}

function countText(query: string, count: number, at: number): string {
  if (query.trim() === '') return '';
  if (count === 0) return t('no match');
  return at === 0
    ? t('{count} found', { count: groupDigits(count) })
    : t('{at} of {count}', { at: groupDigits(at), count: groupDigits(count) });
}
