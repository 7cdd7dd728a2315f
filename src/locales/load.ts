import type { Language, Messages } from '../base/language.ts';
import { assertUnreachable } from '../base/assert.ts';

/** The messages of `language`, loaded when they are first asked for; English ones lie in the code. */
export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return {};
    case 'de':
      return (await import('./german.ts')).GERMAN;
    default:
      return assertUnreachable(language);
  }
}
