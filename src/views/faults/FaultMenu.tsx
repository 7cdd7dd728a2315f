import { useRef } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { latePart } from '../shell/use-late-code.ts';
import { useMenu } from '../shell/use-menu.ts';
import { faultsInShort } from './faults-in-short.ts';
import './fault-controls.css';

const FaultMenuList = latePart(async () => (await import('./FaultMenuList.tsx')).FaultMenuList);

/** Widest list, with its margin. CSS px. */
const LIST_PX = 460;

/** The end of the scenario's sentence: with which faults; opens their list. */
export function FaultMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const list = useAppState((state) => state.scenario.faults);
  const rate = useAppState((state) => state.scenario.faultRate);
  const plan = useHeldRun()?.plan ?? { apps: [] };
  const text = faultsInShort({ faults: list, faultRate: rate }, plan);
  const none = list.length === 0 && rate === null;
  useMenu(menu);
  /** The list opens towards the side that has room for it. */
  const place = (): void => {
    const details = menu.current;
    const left = details?.getBoundingClientRect().left ?? 0;
    details?.classList.toggle('to-left', left + LIST_PX > window.innerWidth);
  };
  return (
    <details ref={menu} className="menu fault-menu" onToggle={place}>
      <summary aria-label={t('Faults: {text}', { text })} title={text}>
        {!none && <Bolt />}
        <span className="fault-text">{text}</span>
        <span className="fault-count">{countWords(list.length, rate !== null)}</span>
        <Icon name="down" size={14} />
      </summary>
      <div className="menu-list">
        <FaultMenuList />
      </div>
    </details>
  );
}

/** The same where there is little room. */
function countWords(count: number, random: boolean): string {
  if (count === 0) return random ? t('random') : t('no fault');
  const faults = t('{n, plural, one {{count} fault} other {{count} faults}}', {
    n: count,
    count: groupDigits(count),
  });
  return random ? `${faults} +` : faults;
}

/** The mark of a fault: a bolt on a disc of its colour. */
function Bolt() {
  return (
    <svg className="fault-mark" width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx={8} cy={8} r={8} fill="var(--fault)" />
      <path d="M9.2 2.5L4.8 8.8H7.6L6.9 13.5L11.3 7.2H8.5z" fill="var(--panel)" />
    </svg>
  );
}
