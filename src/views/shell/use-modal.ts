import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Opens the dialog that gets the ref. `first` selects what has the focus then; without it the browser
 * takes the first that can have it.
 */
export function useModal(first?: string): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open !== false) return;
    // A menu closes when the focus leaves it, so what gets the focus back is its summary.
    const menu = document.activeElement?.closest('details.menu');
    menu?.querySelector('summary')?.focus();
    dialog.current.showModal();
    if (first !== undefined) dialog.current.querySelector<HTMLElement>(first)?.focus();
  }, [first]);
  return dialog;
}
