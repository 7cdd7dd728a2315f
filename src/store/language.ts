import { LANGUAGES } from '../base/language.ts';
import type { Language } from '../base/language.ts';
import type { Kept, Memory } from './memory.ts';

/** What a person may choose: a language, or that of the browser, which is what it comes with. */
export const LANGUAGE_CHOICES = ['browser', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** Where the choice is kept: apart from the settings, as it is needed before they are read. */
const LANGUAGE_KEY = 'watchmen.language';

/** The choice that `memory` keeps. */
export function chosenLanguage(memory: Pick<Memory, 'read'>): LanguageChoice {
  const text = memory.read(LANGUAGE_KEY);
  return LANGUAGE_CHOICES.find((choice) => choice === text) ?? 'browser';
}

/** Keeps `choice` for the next pages. */
export function keepLanguage(memory: Pick<Memory, 'write'>, choice: LanguageChoice): Kept {
  return memory.write(LANGUAGE_KEY, choice);
}

/** What decides in which language a page speaks. */
export interface LanguageHints {
  /** The address's `?lang=`, which wins. */
  readonly asked: string | null;
  readonly chosen: LanguageChoice;
  /** The browser's languages as it names them, the best first. */
  readonly preferred: readonly string[];
}

/** The language in which a page speaks; English where nobody wants one that there is. */
export function languageOf({ asked, chosen, preferred }: LanguageHints): Language {
  const wanted = [asked, chosen, ...preferred.map((name) => name.toLowerCase().split('-')[0])];
  for (const name of wanted) {
    const language = LANGUAGES.find((one) => one === name);
    if (language !== undefined) return language;
  }
  return 'en';
}
