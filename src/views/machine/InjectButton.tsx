import { createContext, useContext, useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../../base/language.ts';
import { useInject } from '../faults/inject-context.ts';
import { useApp } from '../shell/app-context.ts';
import type { InjectTarget } from '../faults/inject-context.ts';

interface Roving {
  /** Id of the button at which Tab stops. */
  readonly active: string;
  readonly activate: (id: string) => void;
}

const RovingContext = createContext<Roving>({ active: '', activate: () => undefined });

interface RovingProps {
  /** Id of the first stop. */
  readonly first: string;
  readonly children: ReactNode;
}

/**
 * One Tab stop for all injection buttons inside; arrows up and down move among them. Left and right
 * stay with the playhead.
 */
export function InjectRoving({ first, children }: RovingProps) {
  const [active, activate] = useState(first);
  const value = useMemo(() => ({ active, activate }), [active]);
  return (
    <RovingContext value={value}>
      <div className="inject-roving" onKeyDown={moveFocus} role="presentation">
        {children}
      </div>
    </RovingContext>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.target instanceof HTMLElement)) return;
  if (!event.target.matches('button.inject')) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button.inject')];
  const next = buttons[buttons.indexOf(event.target) + by];
  event.preventDefault();
  next?.focus();
}

interface Props {
  /** Unique among the buttons; `null` for one that comes and goes, such as a message in flight. */
  readonly id: string | null;
  /** What the fault would hit: `R1`, `C4`, `the CALL of R2`. */
  readonly victim: string;
  readonly target: InjectTarget;
  /** What the pointer is told first. */
  readonly hint?: string;
  readonly className?: string;
  readonly style?: React.CSSProperties;
  readonly children?: ReactNode;
}

/** A part of the machine that can be hit: opens the dialog that injects a fault. */
export function InjectButton(props: Props) {
  const { id, victim, target, hint, className = '', style, children } = props;
  const inject = useInject();
  const { active, activate } = useContext(RovingContext);
  const locked = useApp().rules?.locks.has('faults') === true;
  if (locked) {
    return (
      <span className={`inject ${className}`} style={style}>
        {children}
      </span>
    );
  }
  const name = t('Inject a fault into {victim}', { victim });
  return (
    <button
      type="button"
      className={`inject ${className}`}
      aria-label={name}
      title={hint === undefined ? name : `${hint} ${name}.`}
      tabIndex={id === active ? 0 : -1}
      style={style}
      onFocus={() => {
        if (id !== null) activate(id);
      }}
      onClick={() => inject(target)}
    >
      {children}
    </button>
  );
}
