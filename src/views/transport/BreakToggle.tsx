import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import type { Condition } from '../../scenario/condition.ts';
import { findBreakpoint } from '../../store/breakpoints.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';

interface Props {
  readonly condition: Condition;
  /** What playing would stop at: `C2`, `CALL sent`. */
  readonly name: string;
  readonly className?: string;
  /** Reached by its own Tab stop, or by the B key of what it belongs to. */
  readonly tabbable?: boolean;
  readonly children?: ReactNode;
}

/** Sets and removes a breakpoint: a ring, filled where playing stops, crossed out where it is off. */
export function BreakToggle({ condition, name, className, tabbable = false, children }: Props) {
  const { breakpoints } = useApp();
  const hint = useKeyHint('breakpoint');
  const found = useAppState((state) => findBreakpoint(state.breakpoints, condition));
  const state = found === undefined ? 'none' : found.enabled ? 'on' : 'off';
  return (
    <button
      type="button"
      className={`break-toggle ${state} ${className ?? ''}`}
      aria-pressed={found !== undefined}
      aria-label={t('Stop playing at {name}', { name })}
      title={hint.title(
        found === undefined
          ? t('Stop playing at {name}', { name })
          : t('Do not stop playing at {name}', { name }),
      )}
      tabIndex={tabbable ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        breakpoints.toggle(condition);
      }}
    >
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        <circle cx={6} cy={6} r={4} />
        {state === 'off' && <path d="M2 10L10 2" />}
      </svg>
      {children}
    </button>
  );
}
