import { LANGUAGES, msg, t } from '../../base/language.ts';
import type { Language } from '../../base/language.ts';
import { EMBED_PANELS, LOCKS } from '../../store/embed.ts';
import type { EmbedOptions, EmbedPanel, Lock } from '../../store/embed.ts';
import { THEME_CHOICES } from '../../store/state.ts';
import type { ThemeChoice } from '../../store/state.ts';
import { Check, Select, TextLine, WholeNumber } from './Fields.tsx';
import { heightOf, MAX_FRAME, MIN_FRAME } from './snippet.ts';
import type { Frame } from './snippet.ts';

const PANEL_NAMES: Readonly<Record<EmbedPanel, string>> = {
  lab: msg('Machine and timeline'),
  machine: msg('Machine alone'),
  timeline: msg('Timeline alone'),
  chart: msg('Chart of the overhead alone'),
};
const LOCK_NAMES: Readonly<Record<Lock, string>> = {
  scenario: msg('Scenario'),
  faults: msg('Faults'),
  breakpoints: msg('Breakpoints'),
  notes: msg('Notes'),
  compare: msg('Comparison'),
};
const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  system: msg('As the reader’s system'),
  light: msg('Light'),
  dark: msg('Dark'),
  projector: msg('Projector'),
};

interface Props {
  readonly frame: Frame;
  readonly change: (part: Partial<Frame>) => void;
}

/** How a frame is set up. */
export function EmbedFields({ frame, change }: Props) {
  const { options } = frame;
  const set = (part: Partial<EmbedOptions>): void => change({ options: { ...options, ...part } });
  return (
    <div className="share-fields">
      <Select
        label={t('Shows')}
        options={EMBED_PANELS.map((panel) => [panel, t(PANEL_NAMES[panel])])}
        value={options.panel}
        onChange={(panel) => set({ panel })}
      />
      <Select
        label={t('Theme')}
        options={THEME_CHOICES.map((theme) => [theme, t(THEME_NAMES[theme])])}
        value={options.theme ?? 'system'}
        onChange={(theme) => set({ theme: theme === 'system' ? null : theme })}
      />
      <Select<Language | 'browser'>
        label={t('Language')}
        options={[
          ['browser', t('As the reader’s browser')],
          ...LANGUAGES.map((language) => [language, ownName(language)] as const),
        ]}
        value={options.language ?? 'browser'}
        onChange={(language) => set({ language: language === 'browser' ? null : language })}
      />
      <SizeFields frame={frame} change={change} />
      <TextLine
        label={t('Title, which screen readers say')}
        value={frame.title}
        onChange={(title) => change({ title })}
      />
      <ReaderFields options={options} set={set} />
    </div>
  );
}

/** What a language is called by those who speak it. */
function ownName(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

interface ReaderProps {
  readonly options: EmbedOptions;
  readonly set: (part: Partial<EmbedOptions>) => void;
}

/** What readers may do. */
function ReaderFields({ options, set }: ReaderProps) {
  const { controls, poster, locks } = options;
  return (
    <>
      <fieldset className="share-checks">
        <legend>{t('Readers have')}</legend>
        <Check checked={controls} onChange={(on) => set({ controls: on })}>
          {t('Controls')}
        </Check>
        <Check checked={poster} onChange={(on) => set({ poster: on })}>
          {t('A still picture until they start it')}
        </Check>
      </fieldset>
      {controls ? (
        <fieldset className="share-checks">
          <legend>{t('Locked, so that readers cannot change it')}</legend>
          {LOCKS.map((lock) => (
            <Check
              key={lock}
              checked={locks.includes(lock)}
              onChange={(locked) => set({ locks: withLock(locks, lock, locked) })}
            >
              {t(LOCK_NAMES[lock])}
            </Check>
          ))}
        </fieldset>
      ) : (
        <p className="quiet share-checks">
          {t('Without controls readers change nothing. Keys still move through the run.')}
        </p>
      )}
    </>
  );
}

function withLock(locks: readonly Lock[], lock: Lock, locked: boolean): readonly Lock[] {
  return LOCKS.filter((one) => (one === lock ? locked : locks.includes(one)));
}

const FIRST_WIDTH = 960;
const BOUNDS = [MIN_FRAME, MAX_FRAME] as const;

function SizeFields({ frame, change }: Props) {
  const { size } = frame;
  const height = heightOf(frame);
  return (
    <>
      <Select
        label={t('Width')}
        options={[
          ['room', t('As wide as there is room')],
          ['fixed', t('In pixels')],
        ]}
        value={size.width === null ? 'room' : 'fixed'}
        onChange={(kind) =>
          change({ size: { ...size, width: kind === 'fixed' ? FIRST_WIDTH : null } })
        }
      />
      {size.width !== null && (
        <WholeNumber
          label={t('Width in pixels')}
          value={size.width}
          bounds={BOUNDS}
          onChange={(width) => change({ size: { ...size, width } })}
        />
      )}
      <WholeNumber
        // Its own number until somebody types another one.
        key={size.height === null ? height : 'typed'}
        label={t('Height in pixels')}
        value={height}
        bounds={BOUNDS}
        onChange={(typed) => change({ size: { ...size, height: typed } })}
      />
    </>
  );
}
