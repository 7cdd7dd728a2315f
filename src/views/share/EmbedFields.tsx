import { useId } from 'react';
import type { ReactNode } from 'react';

import { LANGUAGES, msg, t } from '../../base/language.ts';
import type { Language } from '../../base/language.ts';
import { EMBED_PANELS, LOCKS } from '../../store/embed.ts';
import type { EmbedOptions, EmbedPanel, Lock } from '../../store/embed.ts';
import { THEME_CHOICES } from '../../store/state.ts';
import type { ThemeChoice } from '../../store/state.ts';
import { MAX_FRAME, MIN_FRAME } from './snippet.ts';
import type { Frame, FrameSize } from './snippet.ts';

const PANEL_NAMES: Readonly<Record<EmbedPanel, string>> = {
  lab: msg('Machine and timeline'),
  machine: msg('Machine alone'),
  timeline: msg('Timeline alone'),
};
const LOCK_NAMES: Readonly<Record<Lock, string>> = {
  scenario: msg('Scenario'),
  faults: msg('Faults'),
  breakpoints: msg('Breakpoints'),
  notes: msg('Notes'),
  compare: msg('Comparison'),
  explore: msg('Explore'),
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
      <Select
        label={t('Language')}
        options={LANGUAGES.map((language) => [language, ownName(language)])}
        value={options.language ?? 'en'}
        onChange={(language) => set({ language: language === 'en' ? null : language })}
      />
      <SizeFields size={frame.size} onChange={(size) => change({ size })} />
      <TitleField title={frame.title} onChange={(title) => change({ title })} />
      <fieldset className="share-checks">
        <legend>{t('Readers have')}</legend>
        <Check checked={options.controls} onChange={(controls) => set({ controls })}>
          {t('Controls')}
        </Check>
        <Check checked={options.poster} onChange={(poster) => set({ poster })}>
          {t('A still picture until they start it')}
        </Check>
      </fieldset>
      <fieldset className="share-checks">
        <legend>{t('Locked, so that readers cannot change it')}</legend>
        {LOCKS.map((lock) => (
          <Check
            key={lock}
            checked={options.locks.includes(lock)}
            onChange={(locked) => set({ locks: withLock(options.locks, lock, locked) })}
          >
            {t(LOCK_NAMES[lock])}
          </Check>
        ))}
      </fieldset>
    </div>
  );
}

/** What a language is called by those who speak it. */
function ownName(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

function withLock(locks: readonly Lock[], lock: Lock, locked: boolean): readonly Lock[] {
  return LOCKS.filter((one) => (one === lock ? locked : locks.includes(one)));
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Select<T extends string>({ label, options, value, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as T)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SizeProps {
  readonly size: FrameSize;
  readonly onChange: (size: FrameSize) => void;
}

const FIRST_SIZE = { kind: 'fixed', width: 960, height: 600 } as const;

function SizeFields({ size, onChange }: SizeProps) {
  return (
    <>
      <Select
        label={t('Size')}
        options={[
          ['responsive', t('As wide as there is room')],
          ['fixed', t('Fixed')],
        ]}
        value={size.kind}
        onChange={(kind) => onChange(kind === 'fixed' ? FIRST_SIZE : { kind })}
      />
      {size.kind === 'fixed' && (
        <>
          <Pixels
            label={t('Width')}
            value={size.width}
            onChange={(width) => onChange({ ...size, width })}
          />
          <Pixels
            label={t('Height')}
            value={size.height}
            onChange={(height) => onChange({ ...size, height })}
          />
        </>
      )}
    </>
  );
}

interface PixelsProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Pixels({ label, value, onChange }: PixelsProps) {
  const id = useId();
  const read = (text: string): void => {
    const typed = Math.round(Number(text));
    if (typed >= MIN_FRAME && typed <= MAX_FRAME) onChange(typed);
  };
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="num"
        type="number"
        min={MIN_FRAME}
        max={MAX_FRAME}
        defaultValue={value}
        onChange={({ target }) => read(target.value)}
      />
    </div>
  );
}

interface TitleProps {
  readonly title: string;
  readonly onChange: (title: string) => void;
}

/** What screen readers say when they come to the frame. */
function TitleField({ title, onChange }: TitleProps) {
  const id = useId();
  return (
    <div className="share-field">
      <label htmlFor={id}>{t('Title')}</label>
      <input
        id={id}
        type="text"
        value={title}
        maxLength={200}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

function Check({ checked, onChange, children }: CheckProps) {
  return (
    <label className="share-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}
