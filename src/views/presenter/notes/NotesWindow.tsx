import { useEffect, useState } from 'react';

import { spokenLanguage, t } from '../../../base/language.ts';
import { NOTES_ACTS } from '../../../store/presenter-sheet.ts';
import { elapsedText } from '../../../store/presenter-sheet.ts';
import type { NotesSheet } from '../../../store/presenter-sheet.ts';
import type { PresenterAct } from '../../../store/presenter-keys.ts';
import { tabMemory } from '../../shell/browser.ts';
import { usePresenterKeys } from '../use-presenter-keys.ts';
import { usePresentation } from './use-presentation.ts';
import './notes-window.css';

/** The window on the lecturer's own screen: caption, what comes next, answers, clock. */
export function NotesWindow() {
  const { presentation, act } = usePresentation();
  const press = (one: PresenterAct): void => {
    if (NOTES_ACTS.includes(one)) act(one);
  };
  usePresenterKeys(window, { singleKeys: true, onAct: press });
  const sheet = presentation.kind === 'shown' ? presentation.sheet : null;
  return (
    <div className="pn">
      <header>
        <h1>{sheet?.talk ?? t('Notes')}</h1>
        <p className="num">{sheet?.place}</p>
        <Clock />
      </header>
      <main id="main">
        {sheet !== null && <Sheet sheet={sheet} />}
        {presentation.kind === 'waiting' && (
          <p className="pn-state">
            {t('Nothing is presented now. This window goes on when something is.')}
          </p>
        )}
        {presentation.kind === 'gone' && (
          <p className="pn-state">
            {t(
              'The page that presents is closed. Close this window, and press N while you present.',
            )}
          </p>
        )}
      </main>
      <nav aria-label={t('Presenter')}>
        <Key act={act} does="previous" sign="←" name={t('Back')} off={sheet === null} />
        <Key act={act} does="next" sign="→" name={t('Next')} off={sheet === null} />
        <Key
          act={act}
          does="blank"
          sign="B"
          name={sheet?.blank === true ? t('Show the screen again') : t('Blank screen')}
          off={sheet === null}
        />
        <Key act={act} does="qr" sign="Q" name={t('QR code')} off={sheet === null} />
      </nav>
    </div>
  );
}

interface KeyProps {
  readonly act: (act: PresenterAct) => void;
  readonly does: PresenterAct;
  readonly sign: string;
  readonly name: string;
  readonly off: boolean;
}

function Key({ act, does, sign, name, off }: KeyProps) {
  return (
    <button type="button" disabled={off} onClick={() => act(does)}>
      <kbd aria-hidden="true">{sign}</kbd> {name}
    </button>
  );
}

function Sheet({ sheet }: { readonly sheet: NotesSheet }) {
  const { title, caption, remarks, next, blank } = sheet;
  return (
    <>
      <section aria-label={t('Shown now')} className="pn-now">
        <h2>{title}</h2>
        {blank && <p className="pn-blank">{t('The screen is blank.')}</p>}
        <p aria-live="polite">{caption}</p>
      </section>
      <section aria-label={t('Your notes')} className="pn-remarks">
        {remarks.length === 0 && <p>{t('Nothing is noted for this stop.')}</p>}
        <dl>
          {remarks.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label={t('Next')} className="pn-next">
        <h2>{t('Next')}</h2>
        <p>{next === '' ? t('Nothing: this is the last stop.') : next}</p>
      </section>
    </>
  );
}

const BEGUN = 'watchmen.talk-began';

/** Where the language of the page is spoken, as far as the browser says; there clocks are read alike. */
function places(): string[] {
  const language = spokenLanguage();
  return [...navigator.languages.filter((place) => place.startsWith(language)), language];
}

/** The time of day, and how long the talk has lasted; that outlasts a reload. */
function Clock() {
  const [begun, setBegun] = useState(() => {
    const known = Number(tabMemory.read(BEGUN));
    return Number.isFinite(known) && known > 0 ? known : Date.now();
  });
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => void tabMemory.write(BEGUN, String(begun)), [begun]);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(timer);
  }, []);
  const time = new Date(now).toLocaleTimeString(places(), { hour: '2-digit', minute: '2-digit' });
  return (
    <p className="pn-clock">
      <span>
        {t('Clock', {}, 'daytime')} <b className="num">{time}</b>
      </span>
      <span>
        {t('Elapsed')} <b className="num">{elapsedText(now - begun)}</b>
      </span>
      <button type="button" onClick={() => setBegun(Date.now())}>
        {t('From zero')}
      </button>
    </p>
  );
}
