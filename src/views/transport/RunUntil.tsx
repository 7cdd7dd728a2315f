import { useRef, useState } from 'react';
import type { MouseEvent } from 'react';

import { t } from '../../base/language.ts';
import { compareInstants } from '../../run/conditions.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { useMenu } from '../shell/use-menu.ts';
import { haltSentence, untilWords } from './condition-words.ts';
import type { RunNames } from './condition-words.ts';
import './run-until.css';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Part } from '../shell/Part.tsx';

// Nobody sets a condition before the first picture.
const UntilMenu = lazyPart(async () => (await import('./UntilMenu.tsx')).UntilMenu);

/**
 * Runs until a condition holds. The run is recorded, so a click goes there at once; with Shift it
 * plays there at the current speed. The menu holds the conditions and the breakpoints.
 */
export function RunUntil() {
  return (
    <div className="run-until">
      <div className="split">
        <UntilButton />
        <Menu />
      </div>
      <HaltNote />
    </div>
  );
}

/** What conditions say before there is a run: the first one needs no names, and then takes its room. */
const NO_RUN: RunNames = { apps: [], clockGHz: 1 };

function UntilButton() {
  const { runUntil } = useApp();
  const run = useHeldRun();
  const until = useAppState((state) => state.until);
  const words = untilWords(until, run?.plan ?? NO_RUN);
  return (
    <button
      type="button"
      className="until"
      aria-label={t('Run until {condition}', { condition: words })}
      disabled={run === null}
      title={t('Goes there at once ({condition}); with Shift plays until there', {
        condition: words,
      })}
      onClick={(event: MouseEvent) => (event.shiftKey ? runUntil.play() : runUntil.go(1))}
    >
      <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 14.5v-12h9l-2.5 3.5l2.5 3.5h-9" />
      </svg>
      <span>
        <span className="long">{t('Run until')}</span>
        <b>{words}</b>
      </span>
    </button>
  );
}

function Menu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const ready = useHeldRun() !== null;
  const on = useAppState(({ breakpoints }) => breakpoints.filter(({ enabled }) => enabled).length);
  useMenu(menu);
  const name =
    on === 0 ? t('Conditions and breakpoints') : t('Conditions and breakpoints, {on} on', { on });
  return (
    <details
      className="until-menu"
      ref={menu}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary aria-label={name} title={name}>
        {on > 0 && (
          <span className="break-count" aria-hidden="true">
            {on}
          </span>
        )}
        <Icon name="down" size={16} />
      </summary>
      {open && ready && (
        <Part>
          <UntilMenu />
        </Part>
      )}
    </details>
  );
}

/** Why playing stopped, or why nothing moved; gone as soon as the playhead is elsewhere. */
function HaltNote() {
  const run = useHeldRun();
  const halt = useAppState((state) => state.halt);
  const here = useAppState(
    (state) => state.halt !== null && compareInstants(state.halt.at, state.playhead) === 0,
  );
  const text = run !== null && halt !== null && here ? haltSentence(halt, run.plan) : '';
  return (
    <output className={text === '' ? 'halt-note visually-hidden' : 'halt-note'}>{text}</output>
  );
}
