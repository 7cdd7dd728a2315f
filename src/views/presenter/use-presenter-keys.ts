import { useEffect, useEffectEvent } from 'react';

import { actOf, handOf, isTaken } from '../../store/presenter-keys.ts';
import type { Hand, PresenterAct, PresenterFocus } from '../../store/presenter-keys.ts';

interface Orders {
  readonly singleKeys: boolean;
  readonly onAct: (act: PresenterAct) => void;
  readonly onHand?: (hand: Hand) => void;
}

/** Answers the keys of the presenter in `view`, a window of its own or the page. */
export function usePresenterKeys(view: Window, { singleKeys, onAct, onHand }: Orders): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (isTaken(event, focusOf(event.target))) return;
    const hand = onHand === undefined ? null : handOf(event, singleKeys);
    const act = hand === null ? actOf(event, singleKeys) : null;
    if (hand === null && act === null) return;
    event.preventDefault();
    if (event.repeat) return;
    if (hand !== null) onHand?.(hand);
    else if (act !== null) onAct(act);
  });
  useEffect(() => {
    view.addEventListener('keydown', press);
    return () => view.removeEventListener('keydown', press);
  }, [view]);
}

const TEXT_TYPES = new Set(['text', 'number', 'search', 'url', 'email', 'password', 'tel']);

function focusOf(target: EventTarget | null): PresenterFocus {
  if (target instanceof HTMLInputElement) return TEXT_TYPES.has(target.type) ? 'text' : 'control';
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return 'text';
  if (!(target instanceof Element)) return 'other';
  // A grip is moved with arrows.
  if (target.closest('.lesson-grip') !== null) return 'control';
  return target.closest('button, summary, a[href]') === null ? 'other' : 'button';
}
