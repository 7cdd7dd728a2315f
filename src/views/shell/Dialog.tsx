import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { Icon } from './icons.tsx';

interface Props extends Omit<ComponentProps<'dialog'>, 'title' | 'aria-labelledby'> {
  readonly title: string;
  /** Between the title and the button that closes. */
  readonly tools?: ReactNode;
}

/** A modal dialog under its title, which Escape, a press beside it and its button close; `useModal` opens it. */
export function Dialog({ title, tools, children, ...rest }: Props) {
  const titleId = useId();
  return (
    <dialog aria-labelledby={titleId} closedby="any" {...rest}>
      <form method="dialog" className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {tools}
        <button type="submit" className="tool" aria-label={t('Close')}>
          <Icon name="close" />
        </button>
      </form>
      {children}
    </dialog>
  );
}
