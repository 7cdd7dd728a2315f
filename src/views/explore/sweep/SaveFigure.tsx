import { useRef } from 'react';

import { t } from '../../../base/language.ts';
import { sweepFigure } from '../../../draw/sweep/sweep-figure.ts';
import type { Headed } from '../../../draw/sweep/sweep-figure.ts';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { useMenu } from '../../shell/use-menu.ts';

interface Props {
  readonly figure: Headed;
  readonly name: string;
}

/** A figure as a picture that stands on its own, in the light theme. */
export function SaveFigure({ figure, name }: Props) {
  const { notify } = useApp();
  const menu = useRef<HTMLDetailsElement>(null);
  useMenu(menu);
  const saveAs = async (format: 'svg' | 'png'): Promise<void> => {
    if (menu.current !== null) menu.current.open = false;
    try {
      const { drawn } = await import('../../export/drawn.ts');
      const { save } = await import('../../export/save.ts');
      save({ name: `${name}.${format}`, content: await drawn(sweepFigure(figure), format) });
    } catch {
      notify('problem', t('The picture could not be made. Try again, or take a smaller window.'));
    }
  };
  return (
    <details ref={menu} className="menu save-figure">
      <summary
        className="text-button"
        aria-label={t('Save this figure')}
        title={t('Save this figure')}
      >
        <Icon name="export" size={16} />
      </summary>
      <div className="menu-list">
        <button type="button" onClick={() => void saveAs('svg')}>
          {'SVG'}
        </button>
        <button type="button" onClick={() => void saveAs('png')}>
          {'PNG'}
        </button>
      </div>
    </details>
  );
}
