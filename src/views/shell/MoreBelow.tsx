import { useEffect, useRef, useState } from 'react';

import { t } from '../../base/language.ts';
import { Icon } from './icons.tsx';

/** Less than this below the edge is padding, not content. CSS px. */
const SLACK = 24;

/**
 * The last child of a scrolling column: says that there is more below its edge, and goes there. Keys
 * reach the column's own controls anyway, so it is no stop of its own.
 */
export function MoreBelow() {
  const button = useRef<HTMLButtonElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const column = button.current?.parentElement;
    if (column === null || column === undefined) return undefined;
    const look = (): void =>
      setMore(column.scrollHeight - column.scrollTop - column.clientHeight > SLACK);
    const sizes = new ResizeObserver(look);
    const watch = (): void => {
      sizes.disconnect();
      sizes.observe(column);
      // Each reports once at the start, after the next layout: looking here would force one.
      for (const child of column.children) sizes.observe(child);
    };
    const children = new MutationObserver(watch);
    children.observe(column, { childList: true });
    column.addEventListener('scroll', look, { passive: true });
    watch();
    return () => {
      children.disconnect();
      sizes.disconnect();
      column.removeEventListener('scroll', look);
    };
  }, []);
  const go = (): void => {
    const column = button.current?.parentElement;
    column?.scrollBy({ top: column.clientHeight * 0.8 });
  };
  return (
    <button
      ref={button}
      type="button"
      className={more ? 'more-below' : 'more-below none'}
      tabIndex={-1}
      aria-hidden="true"
      onClick={go}
    >
      {t('more below')} <Icon name="down" size={14} />
    </button>
  );
}
