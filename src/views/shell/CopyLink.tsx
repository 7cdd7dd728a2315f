import { useEffect, useRef, useState } from 'react';

import { linkTo } from '../../store/link-to.ts';
import { useApp, useHeldRun } from './app-context.ts';
import { Icon } from './icons.tsx';
import { useMenu } from './use-menu.ts';

const CONFIRMATION_MS = 2500;

/** Copies a link to the scenario or to this moment of it, and says so. */
export function CopyLink() {
  const app = useApp();
  const run = useHeldRun();
  const menu = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState('');
  useMenu(menu);

  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async (what: 'scenario' | 'moment'): Promise<void> => {
    const fragment = await linkTo(app, what);
    if (fragment === null) return;
    const { origin, pathname } = window.location;
    if (menu.current !== null) menu.current.open = false;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}#${fragment}`);
      setSaid(what === 'scenario' ? 'Link to this scenario copied' : 'Link to this moment copied');
    } catch {
      setSaid('Copying is not allowed here; copy the address instead');
    }
  };

  return (
    <div className="copy-link">
      <output className="copied">{said}</output>
      <details ref={menu} className="menu" name="top-menu">
        <summary className="tool" aria-label="Copy link">
          <Icon name="link" />
          <span className="tool-name">Copy link</span>
        </summary>
        <div className="menu-list">
          <button type="button" disabled={run === null} onClick={() => void copy('scenario')}>
            To this scenario
          </button>
          <button type="button" disabled={run === null} onClick={() => void copy('moment')}>
            To this moment
          </button>
        </div>
      </details>
    </div>
  );
}
