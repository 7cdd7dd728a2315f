import { useRef } from 'react';
import type { ChangeEvent } from 'react';

import { useApp } from '../shell/app-context.ts';
import { useLoadExplore } from '../shell/load-explore.ts';

interface Props {
  readonly name: string;
  /** Of the button; an item of a menu when absent. */
  readonly look?: 'text-button';
  readonly onChosen?: () => void;
}

/** Opens results that were saved: the same as dropping them on the page. */
export function OpenResults({ name, look, onChosen }: Props) {
  const app = useApp();
  const loadExplore = useLoadExplore();
  const chosen = useRef<HTMLInputElement>(null);
  const open = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    onChosen?.();
    void import('../import/open-files.ts').then(async ({ openFiles }) =>
      openFiles({ app, loadExplore }, files),
    );
  };
  return (
    <>
      <button type="button" className={look} onClick={() => chosen.current?.click()}>
        {name}…
      </button>
      <input
        ref={chosen}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={name}
        accept=".ndjson,.jsonl,.json"
        onChange={open}
      />
    </>
  );
}
