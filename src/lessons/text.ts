/** Languages in which lessons may be written. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in one language or more; one at least. Shipped lessons have them all. */
export type LocalText = Readonly<Partial<Record<Language, string>>>;

/** `text` in `language`, or in the first language that it has. */
export function textIn(text: LocalText, language: Language): string {
  const own = text[language];
  if (own !== undefined) return own;
  const other = LANGUAGES.find((candidate) => text[candidate] !== undefined);
  return other === undefined ? '' : (text[other] ?? '');
}

/** The languages that `text` has, in the order of `LANGUAGES`. */
export function languagesOf(text: LocalText): Language[] {
  return LANGUAGES.filter((language) => text[language] !== undefined);
}
