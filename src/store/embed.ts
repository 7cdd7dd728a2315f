import { LANGUAGES } from '../base/language.ts';
import type { Language } from '../base/language.ts';
import { THEME_CHOICES } from './state.ts';
import type { ThemeChoice } from './state.ts';

/** What an embedded page shows of the Lab: all of it, or one part alone. */
export const EMBED_PANELS = ['lab', 'machine', 'timeline', 'chart'] as const;
export type EmbedPanel = (typeof EMBED_PANELS)[number];

/** What can be kept from being changed in an embedded page. */
export const LOCKS = ['scenario', 'faults', 'breakpoints', 'notes', 'compare'] as const;
export type Lock = (typeof LOCKS)[number];

/** How a page is embedded, as the query of its address says. */
export interface EmbedOptions {
  readonly panel: EmbedPanel;
  /** Are transport, panels at the side and, unless it is locked, the scenario there? */
  readonly controls: boolean;
  /** In the order of `LOCKS`. */
  readonly locks: readonly Lock[];
  /** Is a still picture shown, and nothing simulated, until somebody starts it? */
  readonly poster: boolean;
  /** `null` = as the reader's system. */
  readonly theme: ThemeChoice | null;
  /** `null` = as the reader's browser. */
  readonly language: Language | null;
  /** The only origin that is heard and told; `null` = that of the page around the frame. */
  readonly origin: string | null;
}

/** An origin that no page has. */
export const NOBODY = '';

/** What `embed=1` alone means. */
export const QUIET_EMBED: EmbedOptions = {
  panel: 'lab',
  controls: false,
  locks: [],
  poster: false,
  theme: null,
  language: null,
  origin: null,
};

/** How the page is embedded; `null` where it is not. What makes no sense is as if it were not there. */
export function readEmbed(query: URLSearchParams): EmbedOptions | null {
  if (query.get('embed') !== '1') return null;
  const asked = new Set((query.get('lock') ?? '').split(',').map((name) => name.trim()));
  return {
    panel: EMBED_PANELS.find((panel) => panel === query.get('panel')) ?? 'lab',
    controls: query.get('controls') === '1',
    locks: LOCKS.filter((lock) => asked.has('all') || asked.has(lock)),
    poster: query.get('poster') === '1',
    theme: THEME_CHOICES.find((theme) => theme === query.get('theme')) ?? null,
    language: LANGUAGES.find((language) => language === query.get('lang')) ?? null,
    origin: originOf(query.get('origin')),
  };
}

/** The origin that `text` names; nobody's where it names none, lest a slip of the pen let everybody in. */
function originOf(text: string | null): string | null {
  if (text === null) return null;
  return /^(https?:\/\/[a-z\d.-]+(?::\d{1,5})?)\/?$/u.exec(text)?.[1] ?? NOBODY;
}

/** The query, without `?`, that `readEmbed` reads as `options`. */
export function writeEmbed(options: EmbedOptions): string {
  const { panel, controls, locks, poster, theme, language, origin } = options;
  const parts = [
    'embed=1',
    ...(panel === 'lab' ? [] : [`panel=${panel}`]),
    ...(controls ? ['controls=1'] : []),
    ...(locks.length === 0
      ? []
      : [`lock=${locks.length === LOCKS.length ? 'all' : locks.join(',')}`]),
    ...(poster ? ['poster=1'] : []),
    ...(theme === null ? [] : [`theme=${theme}`]),
    ...(language === null ? [] : [`lang=${language}`]),
    ...(origin === null ? [] : [`origin=${encodeURIComponent(origin)}`]),
  ];
  return parts.join('&');
}
